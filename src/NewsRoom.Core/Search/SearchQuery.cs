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

    private SearchQuery(string text, string? match, IReadOnlyList<string>? words = null)
    {
        Text = text;
        Match = match;
        Words = words ?? [];
    }

    /// <summary>The plain words and phrases that are looked for, as they were typed; what is left out is not among them.</summary>
    public IReadOnlyList<string> Words { get; }

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
        var plain = new List<string>();
        foreach (var (words, without, prefix, quoted) in Terms(clean).Take(MaxTerms))
        {
            (without ? unwanted : wanted).Add(prefix ? Quoted(words) + "*" : quoted || without ? Quoted(words) : AnyForm(words));
            if (!without)
                plain.Add(words);
        }

        if (wanted.Count == 0)
            return new SearchQuery(clean, null);
        var match = string.Join(" AND ", wanted);
        if (unwanted.Count > 0)
            match = $"({match}) NOT ({string.Join(" OR ", unwanted)})";
        return new SearchQuery(clean, match, plain);
    }

    /// <summary>What is typed while somebody is still typing: the last word is only begun, and only headlines, standfirsts and contacts are asked.</summary>
    public static SearchQuery Begun(string? text)
    {
        var clean = Clean(text ?? "");
        var terms = Terms(clean).Where(t => !t.Without).Take(MaxTerms).ToList();
        if (terms.Count == 0)
            return new SearchQuery(clean, null);
        var wanted = terms.Select((t, i) => Quoted(t.Words) + (i == terms.Count - 1 || t.Prefix ? "*" : ""));
        return new SearchQuery(clean, $"{{Headline Standfirst Contacts}} : ({string.Join(" AND ", wanted)})", terms.ConvertAll(t => t.Words));
    }

    private static string Quoted(string words) => $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string AnyForm(string word) => WordForms.Of(word) is [_, _, ..] forms ? $"({string.Join(" OR ", forms.Select(Quoted))})" : Quoted(word);

    /// <summary>The words of any text, such as an address, each of which may be missing: for "did you look for".</summary>
    public static SearchQuery AnyOf(string text)
    {
        var clean = Clean(text);
        var words = Terms(clean).Where(t => !t.Without && t.Words.Length > 2).Take(MaxTerms).Select(t => Quoted(t.Words)).ToList();
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

    private static IEnumerable<(string Words, bool Without, bool Prefix, bool Quoted)> Terms(string text)
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
                yield return (words.TrimEnd('*'), without, !quoted && words.EndsWith('*'), quoted);
        }
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';
}
