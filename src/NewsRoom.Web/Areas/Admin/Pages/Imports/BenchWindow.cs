using NewsRoom.Core.Ingestion;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>A line of the source as the bench shows it.</summary>
/// <param name="Hidden">Characters of a very long line that are left out of the view.</param>
public sealed record BenchLine(int Number, string Text, int Hidden);

/// <summary>A stretch of the source: a release with its lines, or lines that belong to none.</summary>
/// <param name="Number">1-based place among the releases; 0 when it is none.</param>
/// <param name="StartLine">Of the whole stretch, also where only a part of it is shown.</param>
/// <param name="Dropped">What the stretch was before an editor left it out; null where nobody did.</param>
public sealed record BenchPiece(ReleaseDraft? Release, int Number, string Kind, int StartLine, int EndLine, IReadOnlyList<BenchLine> Lines, DroppedRelease? Dropped = null)
{
    public bool IsWhole => Lines.Count > 0 && Lines[0].Number == StartLine && Lines[^1].Number >= EndLine;
}

/// <summary>As much of a document as a page holds: whole stretches up to some hundred lines, or a part of one that is longer.</summary>
public sealed class BenchWindow
{
    /// <summary>Lines of a page.</summary>
    public const int PageLines = 300;

    /// <summary>Characters of a line; a longer one is cut in the view, never in the text.</summary>
    private const int LineCharacters = 1200;

    private BenchWindow(IReadOnlyList<BenchPiece> pieces, int? previous, int? next, int last)
    {
        Pieces = pieces;
        Previous = previous;
        Next = next;
        LastLine = last;
    }

    public IReadOnlyList<BenchPiece> Pieces { get; }

    /// <summary>The line the page before begins at; null on the first one.</summary>
    public int? Previous { get; }

    /// <summary>The line the next page begins at; null on the last one.</summary>
    public int? Next { get; }

    /// <summary>The last line of the document.</summary>
    public int LastLine { get; }

    public int FirstShown => Pieces.Count == 0 ? 0 : Pieces[0].Lines[0].Number;

    public int LastShown => Pieces.Count == 0 ? 0 : Pieces[^1].Lines[^1].Number;

    /// <param name="dropped">Releases that editors left out and that can be restored, in the order of the lines.</param>
    /// <param name="at">The line to begin with; the stretch that holds it is shown from its beginning, unless it is longer than a page.</param>
    public static BenchWindow Of(ImportPlan plan, IReadOnlyList<DroppedRelease> dropped, int at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(dropped);
        var stretches = Stretches(plan, dropped);
        var last = plan.Document.Lines.Count;
        if (stretches.Count == 0)
            return new([], null, null, last);
        var first = Math.Max(0, stretches.FindLastIndex(s => s.Start <= at));
        var from = stretches[first].Shown - stretches[first].Start < PageLines ? stretches[first].Start : Math.Clamp(at, stretches[first].Start, stretches[first].Shown);
        var pieces = new List<BenchPiece>();
        var room = PageLines;
        var line = from;
        for (var i = first; i < stretches.Count; i++)
        {
            var stretch = stretches[i];
            line = Math.Max(line, stretch.Start);
            var wanted = stretch.Shown - line + 1;
            if (wanted > room && pieces.Count > 0)
                break;
            var end = Math.Min(stretch.Shown, line + room - 1);
            pieces.Add(new(stretch.Release, stretch.Number, stretch.Kind, stretch.Start, stretch.End, Lines(plan, line, end), stretch.Dropped));
            room -= end - line + 1;
            line = end + 1;
            if (room <= 0)
                break;
        }

        return new(pieces, Before(stretches, first, from), line > stretches[^1].Shown ? null : line, last);
    }

    private static int? Before(List<Stretch> stretches, int first, int from)
    {
        if (from > stretches[first].Start)
            return Math.Max(stretches[first].Start, from - PageLines);
        if (first == 0)
            return null;
        var at = first - 1;
        if (stretches[at].Shown - stretches[at].Start >= PageLines)
            return stretches[at].Shown - PageLines + 1;
        while (at > 0 && stretches[first - 1].Shown - stretches[at - 1].Start < PageLines)
            at--;
        return stretches[at].Start;
    }

    private static List<BenchLine> Lines(ImportPlan plan, int from, int to)
    {
        var lines = new List<BenchLine>(to - from + 1);
        for (var number = from; number <= to; number++)
        {
            var text = plan.Document.Lines[number - 1].Text;
            if (text.Length <= LineCharacters)
            {
                lines.Add(new(number, text, 0));
                continue;
            }

            var cut = char.IsHighSurrogate(text[LineCharacters - 1]) ? LineCharacters - 1 : LineCharacters;
            lines.Add(new(number, text[..cut], text.Length - cut));
        }

        return lines;
    }

    /// <summary>Releases, what was left out, and parts in the order of the lines. Blank lines are shown with what stands before them.</summary>
    private static List<Stretch> Stretches(ImportPlan plan, IReadOnlyList<DroppedRelease> dropped)
    {
        var all = plan.Releases.Select((r, i) => new Stretch(r, i + 1, "release", r.StartLine, r.EndLine, r.EndLine, null))
            .Concat(dropped.Select(d => new Stretch(null, 0, "left-out", d.Range.StartLine, d.Range.EndLine, d.Range.EndLine, d)))
            .Concat(Outside(plan.NonRelease, dropped)).OrderBy(s => s.Start);
        var stretches = new List<Stretch>();
        foreach (var each in all)
        {
            // A paragraph stays whole with the release it begins in, also where a range ends in its middle.
            var stretch = stretches.Count > 0 && each.Start <= stretches[^1].Shown ? each with { Start = stretches[^1].Shown + 1 } : each;
            if (stretch.Start > stretch.End)
                continue;
            var isBlank = stretch is { Release: null, Dropped: null } && Enumerable.Range(stretch.Start, stretch.End - stretch.Start + 1).All(n => string.IsNullOrWhiteSpace(plan.Document.Lines[n - 1].Text));
            if (isBlank && stretches.Count > 0)
                stretches[^1] = stretches[^1] with { Shown = stretch.End };
            else
                stretches.Add(stretch);
        }

        return stretches;
    }

    /// <summary>The parts without the lines of what was left out.</summary>
    private static IEnumerable<Stretch> Outside(IReadOnlyList<NonReleasePart> parts, IReadOnlyList<DroppedRelease> dropped)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var line = part.StartLine;
            while (at < dropped.Count && dropped[at].Range.EndLine < line)
                at++;
            for (var i = at; i < dropped.Count && dropped[i].Range.StartLine <= part.EndLine; i++)
            {
                if (dropped[i].Range.StartLine > line)
                    yield return new(null, 0, part.Kind, line, dropped[i].Range.StartLine - 1, dropped[i].Range.StartLine - 1, null);
                line = dropped[i].Range.EndLine + 1;
            }

            if (line <= part.EndLine)
                yield return new(null, 0, part.Kind, line, part.EndLine, part.EndLine, null);
        }
    }

    private sealed record Stretch(ReleaseDraft? Release, int Number, string Kind, int Start, int End, int Shown, DroppedRelease? Dropped);
}
