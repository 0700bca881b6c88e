using System.Text;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Writes a paragraph of a word processor's document in Markdown, with the marks it had there.</summary>
internal sealed class MarkedText(StringBuilder body, Paragraph paragraph, LineMarks marks, IReadOnlyList<PlacedGap> gaps, string language)
{
    /// <summary>The marks that open a paragraph: "## ", "- ", "1. "; and where its words begin.</summary>
    /// <param name="title">The level of the headline; headings below it begin at the second level.</param>
    /// <param name="depth">The deepest level that an item may stand at: one below the item before it.</param>
    public static (string Opening, int From) Opening(LineMarks marks, string text, int title, int depth)
    {
        if (marks.Heading is { } level)
            return (new string('#', Math.Clamp(level - title + 1, 2, 6)) + " ", 0);
        if (marks.ListLevel is not { } list)
            return ("", 0);
        var label = marks.IsNumbered ? text[..marks.ListLabelLength] : "- ";
        return (new string(' ', 4 * Math.Min(list, depth)) + label, marks.ListLabelLength);
    }

    /// <summary>Writes the words from an offset on.</summary>
    public void Write(int from)
    {
        if (marks.Cells.Count == 0)
        {
            Range(from, paragraph.Text.Length);
            return;
        }

        foreach (var (start, end) in marks.Cells)
        {
            body.Append("| ");
            Range(start, end);
            body.Append(' ');
        }

        body.Append('|');
    }

    /// <summary>The line under the first row of a table.</summary>
    public void WriteRule()
    {
        body.Append('\n');
        for (var i = 0; i < marks.Cells.Count; i++)
            body.Append("| --- ");
        body.Append('|');
    }

    private void Range(int from, int to)
    {
        var at = from;
        foreach (var gap in gaps.Where(g => g.Insert >= from && g.Insert <= to))
        {
            Spans(at, gap.Insert);
            if (gap.Insert > 0 && gap.Insert > from && paragraph.Text[gap.Insert - 1] is not (' ' or '('))
                body.Append(' ');
            body.Append(GapMarker.Markdown(gap.Gap.Kind, language));
            at = Math.Max(at, gap.Insert);
            if (at < to && char.IsLetterOrDigit(paragraph.Text[at]))
                body.Append(' ');
        }

        Spans(at, to);
    }

    private void Spans(int from, int to)
    {
        var at = from;
        foreach (var span in marks.Spans)
        {
            var (start, end) = (Math.Max(span.Start, at), Math.Min(span.End, to));
            if (end <= start)
                continue;
            Plain(at, start);
            Marked(span, start, end);
            at = end;
        }

        Plain(at, to);
    }

    private void Plain(int from, int to)
    {
        if (to > from)
            BodyComposer.Escape(body, paragraph.Text.AsSpan(from, to - from));
    }

    private void Marked(MarkedSpan span, int start, int end)
    {
        var text = paragraph.Text;
        var (first, last) = (start, end);
        while (first < last && text[first] == ' ')
            first++;
        while (last > first && text[last - 1] == ' ')
            last--;
        Plain(start, first);
        if (span.Link is { } link)
        {
            body.Append('[');
            Plain(first, last);
            body.Append("](<").Append(Uri.TryCreate(link, UriKind.Absolute, out var uri) ? Address(uri) : "").Append(">)");
        }
        else
        {
            var sign = span is { Bold: true, Italic: true } ? "***" : span.Bold ? "**" : "*";
            var marked = CanMark(first, last);
            body.Append(marked ? sign : "");
            Plain(first, last);
            body.Append(marked ? sign : "");
        }

        Plain(last, end);
    }

    /// <summary>An address as it may stand between angle brackets.</summary>
    private static string Address(Uri uri) =>
        uri.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);

    /// <summary>Whether CommonMark takes signs around these words for emphasis (its rules 1 to 8 on flanking, told simply): a mark that would show as asterisks is left out.</summary>
    private bool CanMark(int first, int last)
    {
        var text = paragraph.Text;
        if (first >= last || (body.Length > 0 && body[^1] == '*'))
            return false;
        var before = body.Length == 0 || char.IsWhiteSpace(body[^1]) || IsSign(body[^1]);
        var after = last >= text.Length || text[last] == ' ' || IsSign(text[last]);
        return (!IsSign(text[first]) || before) && (!IsSign(text[last - 1]) || after);
    }

    private static bool IsSign(char c) => char.IsPunctuation(c) || char.IsSymbol(c);
}
