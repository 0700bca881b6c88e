using System.Globalization;

namespace NewsRoom.Core.Ingestion.Reading;

/// <content>What a paragraph, an item or a row becomes.</content>
internal sealed partial class DocxBody
{
    private void Finish(Paragraph paragraph)
    {
        if (_rows.Count > 0 && _rows.Last() is { Count: > 0 } row)
        {
            row[^1].AddRange(paragraph.Lines.Where(l => !l.IsEmpty));
            return;
        }

        if (paragraph.Lines.TrueForAll(l => l.IsEmpty))
        {
            _blanks++;
            return;
        }

        var heading = styles.Heading(paragraph.Style);
        var list = heading is null ? paragraph.List is { } own ? own == "0" ? null : (own, paragraph.Level) : styles.ListOf(paragraph.Style) : null;
        for (var i = 0; i < paragraph.Lines.Count; i++)
        {
            var (text, spans) = paragraph.Lines[i].Finish();
            if (text.Length == 0)
                continue;
            if (i > 0)
                Add(text, new() { Spans = spans });
            else if (list is var (id, level))
                AddItem(text, spans, id, level);
            else
                Block(text, new() { Heading = heading, IsSubtitle = styles.IsSubtitle(paragraph.Style), Spans = heading is null ? spans : [] }, Kind.Block);
        }
    }

    private void AddItem(string text, List<MarkedSpan> spans, string list, int level)
    {
        var numbered = styles.IsNumbered(list, level);
        var number = _counters[(list, level)] = _counters.GetValueOrDefault((list, level)) + 1;
        for (var deeper = level + 1; deeper <= 8; deeper++)
            _counters.Remove((list, deeper));
        var label = numbered ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "• ";
        var moved = spans.Select(s => s with { Start = s.Start + label.Length, End = s.End + label.Length });
        Block(label + text, new() { ListLevel = level, IsNumbered = numbered, ListLabelLength = label.Length, Spans = [.. moved] }, Kind.Item);
    }

    /// <summary>A row of one cell is no table but a box around text.</summary>
    private void FinishRow(List<List<DocxLine>> cells)
    {
        if (cells.Count == 1)
        {
            foreach (var (text, spans) in cells[0].Select(l => l.Finish()).Where(l => l.Text.Length > 0))
                Block(text, new() { Spans = spans }, Kind.Block);
        }
        else if (cells.Any(c => c.Count > 0))
        {
            var (text, marks) = DocxLine.Row([.. cells.Select(DocxLine.Joined)]);
            Block(text, marks, Kind.Row);
        }

        cells.Clear();
    }

    /// <summary>Adds a line, parted from the one before by a blank line, as flat pages part their paragraphs; items of a list and rows of a table follow on one another.</summary>
    private void Block(string text, LineMarks marks, Kind kind)
    {
        if (_last != Kind.None && (kind == Kind.Block || kind != _last))
        {
            for (var i = 0; i < Math.Clamp(_blanks, 1, 3); i++)
                Add("", LineMarks.None);
        }

        _blanks = 0;
        _last = kind;
        Add(text, marks);
    }

    private void Add(string text, LineMarks marks)
    {
        if (_lines.Count >= maxLines)
            throw new DocxTooLargeException();
        _lines.Add(new(_lines.Count + 1, 0, 0, text) { Marks = marks });
    }
}
