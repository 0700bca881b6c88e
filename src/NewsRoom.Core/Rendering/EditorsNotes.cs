using System.Net;
using System.Text.RegularExpressions;

namespace NewsRoom.Core.Rendering;

/// <summary>
/// A body parted before its notes to editors, so that a page can set them apart: they begin under a heading that says so (or a line in bold type that stands for one) and run to the end.
/// The words and their order stay.
/// </summary>
/// <param name="Body">HTML of what comes before them; the whole body where there are none.</param>
/// <param name="Heading">As the release has it, in plain text; null where there are none.</param>
/// <param name="Notes">HTML of the notes without their heading.</param>
public sealed partial record EditorsNotes(string Body, string? Heading, string Notes)
{
    /// <param name="html">A body as <see cref="MarkdownRenderer"/> renders it.</param>
    public static EditorsNotes PartOff(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        foreach (Match match in Line().Matches(html))
        {
            var heading = WebUtility.HtmlDecode(match.Groups["text"].Value).Trim();
            // A heading in a list or a quotation cannot be parted from what holds it.
            if (Words().IsMatch(heading.TrimEnd(':', '.', ' ')) && match.Index > 0 && IsAtTop(html.AsSpan(0, match.Index)) && html.AsSpan(match.Index + match.Length).Trim().Length > 0)
                return new(html[..match.Index], heading, UnderSecond(html[(match.Index + match.Length)..]));
        }

        return new(html, null, "");
    }

    /// <summary>Headings in the notes stand below theirs, which is the second of its page: the highest of them becomes a third.</summary>
    private static string UnderSecond(string notes)
    {
        var highest = Levels().Matches(notes).Select(m => m.Groups["level"].Value[0] - '0').DefaultIfEmpty(3).Min();
        return highest == 3 ? notes : Levels().Replace(notes, m => $"{m.Groups["open"].Value}{Math.Min(6, m.Groups["level"].Value[0] - '0' + 3 - highest)}>");
    }

    private static bool IsAtTop(ReadOnlySpan<char> before)
    {
        foreach (var (open, close) in ((string, string)[])[("<ul", "</ul>"), ("<ol", "</ol>"), ("<blockquote", "</blockquote>")])
        {
            if (before.Count(open) != before.Count(close))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"^<(?:h[2-6]>(?:<strong>)?(?<text>[^<\n]{1,60})(?:</strong>)?</h[2-6]>|p><strong>(?<text>[^<\n]{1,60})</strong>:?</p>)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    [GeneratedRegex("(?<open></?h)(?<level>[2-6])>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Levels();

    [GeneratedRegex(@"^(?:notes? (?:to|for) (?:the )?(?:editors?|media|journalists?|news ?desks?|broadcasters?)|editors?['’]?s?['’]? notes?|notes? (?:aux|à l[’']attention des|à l[’']intention des|pour les) (?:rédactions|rédacteurs|journalistes|médias)|notes? à la rédaction|notas? (?:a|para) (?:los|las|la) (?:editores|editoras|redacción|redacciones|periodistas|medios))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
