using System.Globalization;
using System.Text;

namespace NewsRoom.Core.Search;

/// <summary>
/// Other forms of a word that mean the same to somebody who searches. The index folds accents and English forms (Porter, 1980) by itself; genders and plurals of
/// French and Spanish that an English stemmer leaves apart are asked for beside the word.
/// </summary>
public static class WordForms
{
    /// <summary>Shorter words have too many namesakes.</summary>
    private const int MinLength = 5;

    // Longest first: the first one that fits is taken.
    private static readonly (string Ending, string[] Others)[] Endings =
    [
        ("trices", ["teur"]), ("trice", ["teur"]), ("euses", ["eur", "eux"]), ("euse", ["eur", "eux"]), ("teurs", ["trice"]), ("teur", ["trice"]),
        ("ales", ["al", "aux"]), ("ives", ["if"]), ("aux", ["al"]), ("eux", ["euse"]), ("ees", ["e"]), ("ale", ["al", "aux"]), ("ive", ["if"]), ("oras", ["or"]), ("ora", ["or"]), ("ores", ["ora"]),
        ("ifs", ["ive"]), ("if", ["ive"]), ("al", ["aux"]), ("ee", ["e"]), ("as", ["o"]), ("os", ["a"]), ("a", ["o"]), ("o", ["a"]),
    ];

    /// <summary>The word itself, then its other forms.</summary>
    public static IReadOnlyList<string> Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var folded = Fold(word);
        if (folded.Length < MinLength || !folded.All(char.IsLetter))
            return [word];
        // "réfugié": folded it ends like any French word, and only the accent tells that there is a feminine.
        if (word.EndsWith('é'))
            return [word, folded + "e"];
        if (word.EndsWith("és", StringComparison.Ordinal))
            return [word, folded[..^1] + "es"];
        foreach (var (ending, others) in Endings)
        {
            if (folded.EndsWith(ending, StringComparison.Ordinal))
                return [word, .. others.Select(other => folded[..^ending.Length] + other)];
        }

        return [word];
    }

    /// <summary>Lower case, without accents: as the index keeps words before it stems them.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return folded.ToString();
    }
}
