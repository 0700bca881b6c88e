using System.Globalization;
using System.Text;

namespace NewsRoom.Core.Search;

/// <summary>The words that say what a release is about, for finding others like it. How rare a word is among all releases the index knows: here it counts where a word stands and how often.</summary>
public static class SalientTerms
{
    /// <summary>How many terms are asked for: more find no nearer releases and take longer.</summary>
    public const int Count = 14;

    /// <summary>How much of a body is read, in characters: what a release is about stands at its beginning.</summary>
    private const int Opening = 2_500;

    private const int MinLength = 4;

    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "about", "after", "again", "against", "also", "among", "because", "been", "before", "being", "between", "both", "could", "during", "each", "from", "further", "have", "having", "here", "into", "more", "most",
        "only", "other", "over", "said", "says", "same", "should", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "through", "today", "under", "until", "very",
        "were", "what", "when", "where", "which", "while", "will", "with", "would", "year", "years", "your", "please", "contact", "email", "telephone", "information", "release", "press", "news",
        "dans", "avec", "pour", "plus", "sont", "cette", "leur", "leurs", "entre", "ainsi", "comme", "elle", "elles", "nous", "vous", "aussi", "selon", "apres", "avant", "tous", "toutes", "etre", "avoir", "fait",
        "para", "como", "esta", "este", "estos", "estas", "sobre", "entre", "desde", "hasta", "tambien", "pero", "porque", "cuando", "donde", "segun", "todos", "todas", "sido", "tiene", "hacia",
    };

    /// <summary>The terms, the weightiest first.</summary>
    public static IReadOnlyList<string> Of(string headline, string? standfirst, string body)
    {
        ArgumentNullException.ThrowIfNull(headline);
        ArgumentNullException.ThrowIfNull(body);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        Weigh(weights, headline, 3);
        Weigh(weights, standfirst ?? "", 2);
        Weigh(weights, body.Length > Opening ? body[..Opening] : body, 1);
        return [.. weights.OrderByDescending(w => w.Value).ThenByDescending(w => w.Key.Length).ThenBy(w => w.Key, StringComparer.Ordinal).Take(Count).Select(w => w.Key)];
    }

    private static void Weigh(Dictionary<string, double> weights, string text, double weight)
    {
        var (at, startsSentence) = (0, true);
        while (at < text.Length)
        {
            if (!char.IsLetter(text[at]))
            {
                startsSentence |= text[at] is '.' or '!' or '?' or '\n' or ':';
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '\u0301'))
                at++;
            var written = text[start..at];
            var word = Fold(written);
            if (word.Length >= MinLength && !Common.Contains(word))
            {
                // Names within a sentence say more of what it is about than other words.
                var isName = char.IsUpper(written[0]) && !startsSentence;
                weights[word] = weights.GetValueOrDefault(word) + (isName ? weight * 1.5 : weight);
            }

            startsSentence = false;
        }
    }

    private static string Fold(string word)
    {
        if (word.All(char.IsAscii))
            return word.ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }
}
