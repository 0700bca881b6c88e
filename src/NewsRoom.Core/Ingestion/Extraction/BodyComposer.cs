using System.Text;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Ingestion.Segmentation;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Writes the body of a release in Markdown: the source's own signs are escaped so that they show as the words they were, and each gap is marked.</summary>
internal static class BodyComposer
{
    private const string Special = "\\`*_{}[]<>#|~";

    /// <summary>What may need a backslash, or is left out; all else is copied in runs.</summary>
    private static readonly System.Buffers.SearchValues<char> Noted = System.Buffers.SearchValues.Create([.. Special, '&', .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl)]);

    /// <param name="release">The release.</param>
    /// <param name="gaps">Its gaps; each marker takes its place in the text.</param>
    /// <param name="datelineLength">Characters of the lead that the dateline took.</param>
    public static string Compose(ReleaseText release, IReadOnlyList<PlacedGap> gaps, int datelineLength)
    {
        const Traits head = Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.ReleaseMarker | Traits.Embargo | Traits.Separator | Traits.EndMark;
        var body = Builder(LengthOf(release));
        var before = new Previous(false, 0, false);
        var subtitle = LinkedText.SubtitleAt(release);
        var at = 0;
        for (var i = release.First; i <= release.Last; i++)
        {
            var paragraph = release[i];
            if (i == release.Title || (paragraph.Marks is not { Cells.Count: > 0 } && (paragraph.Is(head) || paragraph.Is(Traits.Navigation) && i > release.Lead)) || release.IsBoilerplate(i) || i == subtitle)
                continue;
            var from = i == release.Lead ? datelineLength : 0;
            var lost = Of(i, gaps, ref at);
            before = paragraph.Marks is { } marks
                ? Marked(body, release, paragraph, marks, lost, from, before)
                : Plain(body, release, paragraph, lost, from, before);
        }

        return body.ToString();
    }

    // Kept between calls: nearly every body is shorter.
    private const int Kept = 32 * 1024;

    [ThreadStatic]
    private static StringBuilder? _builder;

    private static StringBuilder Builder(int length) => length > Kept ? new(length) : (_builder ??= new(Kept)).Clear();

    /// <summary>About as long as the body will be: it is written without being moved then.</summary>
    private static int LengthOf(ReleaseText release)
    {
        var length = 64;
        for (var i = release.First; i <= release.Last; i++)
            length += release[i].Text.Length + 8;
        return length;
    }

    /// <summary>The gaps of a paragraph.</summary>
    /// <param name="at">The first gap that is not of an earlier paragraph; they come in the order of their paragraphs.</param>
    private static PlacedGap[] Of(int paragraph, IReadOnlyList<PlacedGap> gaps, ref int at)
    {
        while (at < gaps.Count && gaps[at].Paragraph < paragraph)
            at++;
        var end = at;
        while (end < gaps.Count && gaps[end].Paragraph == paragraph)
            end++;
        return end == at ? [] : [.. gaps.Skip(at).Take(end - at)];
    }

    /// <summary>What was written last: an item of a list (and how deep), or a row of a table.</summary>
    private readonly record struct Previous(bool Item, int Level, bool Row);

    private static Previous Plain(StringBuilder body, ReleaseText release, Paragraph paragraph, PlacedGap[] gaps, int from, Previous before)
    {
        var bullet = paragraph.Is(Traits.Bullet);
        if (body.Length > 0)
            body.Append(bullet && before.Item ? "\n" : "\n\n");
        if (bullet)
        {
            body.Append("- ");
            from = BulletLength(paragraph.Text);
        }
        else if (IsHeading(release, paragraph))
        {
            body.Append("### ");
        }

        Write(body, paragraph, from, gaps, release.Language);
        return new(bullet, 0, false);
    }

    private static Previous Marked(StringBuilder body, ReleaseText release, Paragraph paragraph, LineMarks marks, PlacedGap[] gaps, int from, Previous before)
    {
        var row = marks.Cells.Count > 0;
        var bullet = paragraph.Is(Traits.Bullet) && marks.ListLevel is null && !row;
        var item = bullet || marks.ListLevel is not null;
        if (item && before.Item || row && before.Row)
            body.Append('\n');
        else if (body.Length > 0)
            body.Append("\n\n");
        var depth = before.Item ? before.Level + 1 : 0;
        var title = release.Title >= 0 ? release[release.Title].Marks?.Heading ?? 0 : 0;
        var (opening, start) = bullet ? ("- ", BulletLength(paragraph.Text)) : MarkedText.Opening(marks, paragraph.Text, title, depth);
        if (opening.Length == 0 && !row && IsHeading(release, paragraph))
            opening = "### ";
        body.Append(opening);
        var text = new MarkedText(body, paragraph, marks, gaps, release.Language);
        text.Write(Math.Max(start, from));
        if (row && !before.Row)
            text.WriteRule();
        return new(item, Math.Min(marks.ListLevel ?? 0, depth), row);
    }

    private static bool IsHeading(ReleaseText release, Paragraph paragraph) => paragraph.Is(Traits.NotesHeading | Traits.AboutHeading) && paragraph.Text.Length <= 90 && paragraph.Index > release.Lead;

    /// <summary>Escapes text so that Markdown shows it letter for letter.</summary>
    public static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length + 8);
        Escape(builder, text);
        return builder.ToString();
    }

    private static int BulletLength(string text)
    {
        var i = 1;
        while (i < text.Length && text[i] == ' ')
            i++;
        return i;
    }

    private static void Write(StringBuilder body, Paragraph paragraph, int from, PlacedGap[] gaps, string language)
    {
        var text = paragraph.Text;
        var at = Math.Min(from, text.Length);
        foreach (var gap in gaps)
        {
            var insert = Math.Clamp(gap.Insert, at, text.Length);
            Escape(body, text.AsSpan(at, insert - at));
            if (insert > 0 && text[insert - 1] is not (' ' or '('))
                body.Append(' ');
            body.Append(GapMarker.Markdown(gap.Gap.Kind, language));
            at = insert;
            if (at < text.Length && char.IsLetterOrDigit(text[at]))
                body.Append(' ');
        }

        Escape(body, text.AsSpan(at));
    }

    public static void Escape(StringBuilder builder, ReadOnlySpan<char> text)
    {
        var lineStart = builder.Length == 0 || builder[^1] == '\n';
        for (var i = 0; i < text.Length; i++)
        {
            // A list or a rule can only begin at the start of a line.
            if (!lineStart || i >= 10)
            {
                var plain = text[i..].IndexOfAny(Noted);
                builder.Append(plain < 0 ? text[i..] : text.Slice(i, plain));
                if (plain < 0)
                    return;
                i += plain;
            }

            var c = text[i];
            if (char.IsControl(c))
                continue;
            if (c == '&' && LooksLikeEntity(text[i..]))
                builder.Append('\\');
            else if (Special.Contains(c, StringComparison.Ordinal))
                builder.Append('\\');
            else if (lineStart && i == 0 && c is '-' or '+' or '=' or ':' && (i + 1 == text.Length || text[i + 1] is ' ' or '-' or '=' or ':'))
                builder.Append('\\');
            else if (lineStart && c is '.' or ')' && i is > 0 and < 10 && IsDigits(text[..i]) && i + 1 < text.Length && text[i + 1] == ' ')
                builder.Append('\\');
            builder.Append(c);
        }
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool LooksLikeEntity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 34)].IndexOf(';');
        return end is > 1 and < 34 && text[1..end].IndexOfAny(' ', '&') < 0;
    }
}
