using System.Text;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>A line of a .docx while it is read: its words, cleaned as they come, and their marks.</summary>
internal sealed class DocxLine
{
    private readonly StringBuilder _text = new();
    private readonly List<MarkedSpan> _spans = [];

    public bool IsEmpty => _text.Length == 0;

    public void Append(string words, bool bold, bool italic, string? link)
    {
        var start = _text.Length;
        foreach (var c in words)
        {
            if (c is '\u200C' or '\u200D' || (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u00AD' or '\u200B' or '\u2060' or '\uFEFF')))
                _text.Append(c);
            else if (char.IsWhiteSpace(c) && _text.Length > 0)
                _text.Append(' ');
        }

        link = link is not null && LinkPolicy.Allows(link) && Uri.TryCreate(link, UriKind.Absolute, out _) ? link : null;
        if (_text.Length == start || !(bold || italic || link is not null))
            return;
        if (_spans.Count > 0 && _spans[^1] is var last && last.End == start && (last.Bold, last.Italic, last.Link) == (bold, italic, link))
            _spans[^1] = last with { End = _text.Length };
        else
            _spans.Add(new(start, _text.Length, bold, italic, link));
    }

    /// <summary>The words without blanks at the end, and the marks that are left on them.</summary>
    public (string Text, List<MarkedSpan> Spans) Finish()
    {
        var text = _text.ToString().TrimEnd(' ');
        return (text, [.. _spans.Where(s => s.Start < text.Length).Select(s => s with { End = Math.Min(s.End, text.Length) })]);
    }

    /// <summary>The paragraphs of a cell as one line.</summary>
    public static DocxLine Joined(IReadOnlyList<DocxLine> lines)
    {
        if (lines.Count == 1)
            return lines[0];
        var joined = new DocxLine();
        foreach (var (text, spans) in lines.Select(l => l.Finish()).Where(l => l.Text.Length > 0))
        {
            if (!joined.IsEmpty)
                joined._text.Append(' ');
            joined._spans.AddRange(spans.Select(s => s with { Start = s.Start + joined._text.Length, End = s.End + joined._text.Length }));
            joined._text.Append(text);
        }

        return joined;
    }

    /// <summary>Several lines as the cells of one row.</summary>
    public static (string Text, LineMarks Marks) Row(IReadOnlyList<DocxLine> cells)
    {
        const string bar = " | ";
        var text = new StringBuilder();
        var spans = new List<MarkedSpan>();
        var ranges = new List<(int Start, int End)>();
        foreach (var cell in cells)
        {
            if (ranges.Count > 0)
                text.Append(text.Length == 0 ? bar[1..] : bar);
            var at = text.Length;
            var (words, marks) = cell.Finish();
            text.Append(words);
            spans.AddRange(marks.Select(m => m with { Start = m.Start + at, End = m.End + at }));
            ranges.Add((at, text.Length));
        }

        var row = text.ToString().TrimEnd(' ');
        return (row, new LineMarks { Cells = [.. ranges.Select(r => (Math.Min(r.Start, row.Length), Math.Min(r.End, row.Length)))], Spans = spans });
    }
}
