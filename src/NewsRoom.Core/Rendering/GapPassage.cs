using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Rendering;

/// <summary>What stands before a gap in a body, in words.</summary>
/// <param name="Before">Its own line up to the gap, from behind the address before it.</param>
/// <param name="LinesBefore">What leads to its sentence from the name on: the beginning of its own line, or the lines of its contact block over it. Empty where the sentence says whose it is.</param>
internal sealed record GapPassage(string Before, IReadOnlyList<string> LinesBefore)
{
    /// <summary>A longer line is a paragraph of its own, and none of a contact block.</summary>
    private const int LongestLine = 160;

    private const int MostLines = 6;

    /// <summary>How many lines are shown where none of them holds a name.</summary>
    private const int Unnamed = 2;

    /// <param name="names">Who the release names as contacts.</param>
    public static GapPassage Of(string body, GapPlace place, Gap gap, IReadOnlyCollection<string> names)
    {
        var start = place.Start == 0 ? 0 : body.LastIndexOf('\n', place.Start - 1) + 1;
        var end = body.IndexOf('\n', place.End);
        var before = WordsOf(body[(start + OtherEnd(body[start..place.Start], gap.Kind))..place.Start]);
        var isParagraph = (end < 0 ? body.Length : end) - start - place.Length > LongestLine;
        if (isParagraph || IsNamed(gap.Sentence, names))
            return new(before, []);
        return new(before, IsNamed(before, names) ? [Leading(before, gap.Sentence)] : Over(body[..start], gap.Kind, names));
    }

    /// <summary>"Contact Anna Roe, Tel." before the sentence "020 7946 0123, Email:".</summary>
    private static string Leading(string before, string sentence) =>
        before.LastIndexOf(sentence[..Math.Min(sentence.Length, Opening)], StringComparison.Ordinal) is > 0 and var at ? before[..at].TrimEnd() : before;

    /// <summary>By how many letters the beginning of a sentence is found again.</summary>
    private const int Opening = 12;

    private static List<string> Over(string text, GapKind kind, IReadOnlyCollection<string> names)
    {
        var lines = new List<string>();
        foreach (var raw in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Reverse().Take(MostLines))
        {
            // The address of whoever stands before this one.
            if (raw.StartsWith('#') || raw.Length > 2 * LongestLine || OtherEnd(raw, kind) > 0)
                break;
            var line = WordsOf(raw);
            if (line.Length > LongestLine)
                break;
            lines.Insert(0, line);
            if (IsNamed(line, names))
                return lines;
        }

        return lines[Math.Max(0, lines.Count - Unnamed)..];
    }

    /// <summary>Where the last address of the kind ends that stands in a text, or the marker of one; 0 for none.</summary>
    private static int OtherEnd(string text, GapKind kind)
    {
        var marker = GapText.Places(text, kind) is [.., var last] ? last.End : 0;
        var address = kind == GapKind.MissingEmail ? text.LastIndexOf('@') : Math.Max(text.LastIndexOf("://", StringComparison.Ordinal), text.LastIndexOf("www.", StringComparison.OrdinalIgnoreCase));
        return Math.Max(marker, address + 1);
    }

    private static bool IsNamed(string text, IReadOnlyCollection<string> names) => names.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static string WordsOf(string markdown) => MarkdownRenderer.Render(markdown).Text;
}
