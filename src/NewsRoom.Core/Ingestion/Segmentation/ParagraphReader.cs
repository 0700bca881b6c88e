using NewsRoom.Core.Ingestion.Reading;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Joins lines to paragraphs. A line is a paragraph, unless the source wraps its lines at a width.</summary>
internal static class ParagraphReader
{
    /// <summary>A wrapped page has lines of 40 to 100 characters.</summary>
    private const int MinWidth = 40, MaxWidth = 100;

    public static List<Paragraph> Read(IReadOnlyList<SourceLine> lines, int firstLine)
    {
        var texts = new string[lines.Count];
        for (var i = 0; i < lines.Count; i++)
            texts[i] = i + 1 < firstLine ? "" : CleanText.Of(lines[i].Text);
        if (lines.Count > 0 && lines[0].Marks is null)
            GluedWords.Apart(texts);
        // A docx knows its paragraphs: nothing is wrapped.
        var width = lines.Count > 0 && lines[0].Marks is not null ? 0 : WrapWidth(texts);
        var paragraphs = new List<Paragraph>(texts.Length / 2 + 1);
        var (blanks, beforeCode) = (0, 0);
        for (var i = 0; i < texts.Length;)
        {
            // What a capture left of the page's making is read as if it were not there.
            if (CodeLines.IsCode(texts[i]))
            {
                (beforeCode, blanks) = (Math.Max(beforeCode, blanks), 0);
                i++;
                continue;
            }

            if (texts[i].Length == 0)
            {
                blanks++;
                i++;
                continue;
            }

            var end = i + 1;
            while (width > 0 && end < texts.Length && Continues(texts[end - 1], texts[end], width))
                end++;
            if (end == i + 1 && end < texts.Length && (i == 0 || blanks > 0) && IsHeadlineInTwo(texts[i], texts[end]))
                end++;
            paragraphs.Add(Make(paragraphs.Count, texts, i, end, Math.Max(beforeCode, blanks), lines[i].Marks));
            (blanks, beforeCode) = (0, 0);
            i = end;
        }

        return paragraphs;
    }

    private static readonly int[] OneLine = [0];

    private static Paragraph Make(int index, string[] texts, int first, int end, int blanks, LineMarks? marks)
    {
        if (end == first + 1)
            return new(index, first + 1, OneLine, texts[first], blanks) { Marks = marks };
        var starts = new int[end - first];
        var length = 0;
        for (var i = first; i < end; i++)
        {
            starts[i - first] = length;
            length += texts[i].Length + 1;
        }

        return new(index, first + 1, starts, string.Join(' ', texts[first..end]), blanks);
    }

    /// <summary>The width that lines are wrapped at; 0 when they are not. Greedy wrapping leaves no room for the next line's first word.</summary>
    private static int WrapWidth(string[] texts)
    {
        Span<int> lengths = stackalloc int[MaxWidth + 1];
        var pairs = 0;
        for (var i = 0; i + 1 < texts.Length; i++)
        {
            if (texts[i].Length == 0 || texts[i + 1].Length == 0)
                continue;
            pairs++;
            if (texts[i].Length <= MaxWidth)
                lengths[texts[i].Length]++;
        }

        if (pairs < 4)
            return 0;
        var width = MaxWidth;
        for (var above = 0; width >= MinWidth; width--)
        {
            above += lengths[width];
            // A single line is no width.
            if (above > 1 && above * 25 > pairs)
                break;
        }

        if (width < MinWidth)
            return 0;
        var full = 0;
        for (var i = 0; i + 1 < texts.Length; i++)
        {
            if (texts[i].Length > 0 && texts[i + 1].Length > 0 && IsFull(texts[i], texts[i + 1], width))
                full++;
        }

        return full * 10 >= pairs * 6 && !AreParagraphs(texts, width, pairs) ? width : 0;
    }

    /// <summary>Whether lines are paragraphs after all, since they run on past the width or mostly stand alone: what looked wrapped are headlines, subtitles and date lines under one another.</summary>
    private static bool AreParagraphs(string[] texts, int width, int pairs)
    {
        int all = 0, beyond = 0;
        foreach (var text in texts)
        {
            all += text.Length > 0 ? 1 : 0;
            beyond += text.Length > width + 3 ? 1 : 0;
        }

        return beyond * 4 > all || pairs * 4 < all;
    }

    private static bool IsFull(string line, string next, int width)
    {
        if (line.Length > width + 3)
            return false;
        var space = next.AsSpan().IndexOf(' ');
        return line.Length + 1 + (space < 0 ? next.Length : space) > width - 2;
    }

    private static bool Continues(string line, string next, int width) =>
        next.Length > 0 && !CodeLines.IsCode(next) && (IsFull(line, next, width) || IsBrokenEarly(line, next, width)) && next.Length <= width + 3 && !StandsAlone(next) && !StandsAlone(line);

    /// <summary>A line that was broken before the width was reached, as an editor's hand does: it stops in the middle of a sentence, and the next one goes on with a small letter.</summary>
    private static bool IsBrokenEarly(string line, string next, int width) =>
        line.Length * 2 > width && line.Length <= width + 3 && char.IsLower(next[0]) && line[^1] is ',' or (>= 'a' and <= 'z') && line.Contains(' ', StringComparison.Ordinal) && !line.Contains('@', StringComparison.Ordinal) && !next.Contains('@', StringComparison.Ordinal);

    /// <summary>"Charity trains barbers to", and under it "talk about grief": a headline that was broken at a width.</summary>
    private static bool IsHeadlineInTwo(string line, string next) => IsPart(line) && IsPart(next) && char.IsUpper(line[0]) && char.IsLower(next[0]);

    private static bool IsPart(string line) => line.Length is > 2 and <= MaxWidth && char.IsLetter(line[^1]) && !line.AsSpan().ContainsAny(NotInHeadlines);

    /// <summary>Signs of contacts, labels and dates.</summary>
    private static readonly System.Buffers.SearchValues<char> NotInHeadlines = System.Buffers.SearchValues.Create("0123456789:@");

    private static bool StandsAlone(string line) =>
        Lexicon.IsBullet(line) || (line.Length <= 40 && line.AsSpan().ContainsAnyInRange('0', '9') && DateScanner.IsDateLine(line));
}
