using System.Text;

namespace NewsRoom.Core.Search;

/// <summary>
/// What somebody typed into a search box: words, "phrases", -without, begin*. Any text is a query; what has no word in it is an empty one.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>Characters beyond this are not read.</summary>
    public const int MaxLength = 400;

    private const int MaxTerms = 24;

    private SearchQuery(string text, string? match)
    {
        Text = text;
        Match = match;
    }

    /// <summary>The text as it was read: without control characters, cut at <see cref="MaxLength"/>.</summary>
    public string Text { get; }

    /// <summary>Whether there is nothing to look for: no words, or only words to leave out.</summary>
    public bool IsEmpty => Match is null;

    /// <summary>The FTS5 expression: every term a quoted string, so that no sign of the user's is an operator. Null when empty.</summary>
    public string? Match { get; }

    public static SearchQuery Parse(string? text)
    {
        var clean = Clean(text ?? "");
        var wanted = new List<string>();
        var unwanted = new List<string>();
        foreach (var (words, without, prefix) in Terms(clean).Take(MaxTerms))
            (without ? unwanted : wanted).Add($"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(prefix ? "*" : "")}");

        if (wanted.Count == 0)
            return new SearchQuery(clean, null);
        var match = string.Join(" AND ", wanted);
        if (unwanted.Count > 0)
            match = $"({match}) NOT ({string.Join(" OR ", unwanted)})";
        return new SearchQuery(clean, match);
    }

    /// <summary>The words of any text, such as an address, each of which may be missing: for "did you look for".</summary>
    public static SearchQuery AnyOf(string text)
    {
        var clean = Clean(text);
        var words = Terms(clean).Where(t => !t.Without && t.Words.Length > 2).Take(MaxTerms).Select(t => $"\"{t.Words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"").ToList();
        return new SearchQuery(clean, words.Count == 0 ? null : string.Join(" OR ", words));
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > MaxLength)
                break;
            // Lone surrogates arrive here as the replacement character.
            clean.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? " " : rune.ToString());
        }

        return clean.ToString().Trim();
    }

    private static IEnumerable<(string Words, bool Without, bool Prefix)> Terms(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var without = text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            if (without)
                at++;
            var quoted = IsQuote(text[at]);
            var start = quoted ? at + 1 : at;
            var end = start;
            while (end < text.Length && (quoted ? !IsQuote(text[end]) : !char.IsWhiteSpace(text[end]) && !IsQuote(text[end])))
                end++;
            at = quoted && end < text.Length ? end + 1 : end;
            var words = text[start..end];
            if (words.EnumerateRunes().Any(Rune.IsLetterOrDigit))
                yield return (words.TrimEnd('*'), without, !quoted && words.EndsWith('*'));
        }
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';
}
