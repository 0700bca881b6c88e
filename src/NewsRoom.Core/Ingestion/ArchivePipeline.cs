using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion;

/// <summary>The order in which a source writes day and month.</summary>
public enum DateOrder
{
    DayMonth,
    MonthDay,
}

/// <summary>What the pipeline is told from outside.</summary>
public sealed record PipelineSettings
{
    public required IReadOnlyList<ThemeDefinition> Themes { get; init; }

    public DateOrder DateOrder { get; init; } = DateOrder.DayMonth;

    /// <summary>The largest document in bytes; a larger one is refused.</summary>
    public long MaxDocumentBytes { get; init; } = 64L * 1024 * 1024;
}

/// <summary>
/// Turns the bytes of a document into a plan: read, cut into releases, extract. Pure: no database, clock, logger or network; the same bytes give the same plan.
/// Safe to call from several threads.
/// </summary>
public sealed class ArchivePipeline(PipelineSettings settings)
{
    private readonly DraftMaker _drafts = new(settings);

    /// <summary>Plans one document. It never throws on content: what cannot be read is refused with a sentence that says what to do.</summary>
    /// <param name="fileName">Name without folder; ".md" files are Markdown.</param>
    public ImportPlan Plan(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var document = ArchiveReader.Read(fileName, bytes, settings.MaxDocumentBytes, out var problem);
        if (problem is not null)
            return new(document, PlanStatus.Refused, problem, [], []);
        if (document.Lines.All(l => CleanText.Of(l.Text).Length == 0))
            return new(document, PlanStatus.Empty, "This file is empty. Leave it out, or export the page again.", Parts(document, [], []), []);

        var frontMatter = FrontMatter.Read(document.Lines);
        if (frontMatter is not null && IsOneRelease(document, frontMatter))
            return Finish(document, [_drafts.FromMarkdown(document, frontMatter)], frontMatter, null);

        cancellationToken.ThrowIfCancellationRequested();
        var page = Page.Read(document.Lines, (frontMatter?.Lines ?? 0) + 1, IsMonthFirst(document));
        var segments = HeadingCuts.Segment(page) ?? ReleaseSegmenter.Segment(page);
        var drafts = _drafts.FromPage(page, segments, cancellationToken);
        return Finish(document, drafts, frontMatter, page);
    }

    /// <summary>Plans a document with the cuts and words of an editor. A Markdown file that is one release keeps its one range.</summary>
    public ImportPlan Plan(string fileName, ReadOnlyMemory<byte> bytes, PlanEdits edits, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(edits);
        var document = ArchiveReader.Read(fileName, bytes, settings.MaxDocumentBytes, out var problem);
        if (problem is not null)
            return new(document, PlanStatus.Refused, problem, [], []);
        var frontMatter = FrontMatter.Read(document.Lines);
        if (frontMatter is not null && IsOneRelease(document, frontMatter))
            return Finish(document, edits.Ranges.Count == 0 ? [] : [.. Edited([_drafts.FromMarkdown(document, frontMatter)], edits)], frontMatter, null);

        cancellationToken.ThrowIfCancellationRequested();
        var page = Page.Read(document.Lines, (frontMatter?.Lines ?? 0) + 1, IsMonthFirst(document));
        return Finish(document, [.. Edited(_drafts.FromPage(page, SegmentsOf(page, edits.Ranges), cancellationToken), edits)], frontMatter, page);
    }

    /// <summary>Drafts with what editors said of them.</summary>
    private IEnumerable<ReleaseDraft> Edited(IEnumerable<ReleaseDraft> drafts, PlanEdits edits)
    {
        var at = -1;
        foreach (var draft in drafts)
        {
            while (at + 1 < edits.Ranges.Count && edits.Ranges[at + 1].StartLine <= draft.StartLine)
                at++;
            yield return at < 0 ? draft : _drafts.Override(draft, edits.Overrides.GetValueOrDefault(edits.Ranges[at].StartLine)) with { IsChecked = edits.Checked.Contains((edits.Ranges[at].StartLine, edits.Ranges[at].EndLine)) };
        }
    }

    /// <summary>The paragraphs of ranges of lines; the date line right above a range dates it, even where the range before ends with it.</summary>
    private static List<Segment> SegmentsOf(Page page, IEnumerable<PlannedRange> ranges)
    {
        var segments = new List<Segment>();
        foreach (var range in ranges)
        {
            var first = page.Paragraphs.FindIndex(p => p.StartLine >= range.StartLine && p.StartLine <= range.EndLine);
            if (first < 0)
                continue;
            var own = first;
            while (first > page.First && page.Is(first - 1, Traits.DateLine | Traits.MetaLine) && !page.Is(first - 1, Traits.LabelRun))
                first--;
            while (segments.Count > 0 && segments[^1].First >= first)
                segments.RemoveAt(segments.Count - 1);
            if (segments.Count > 0 && segments[^1].Last >= first)
                segments[^1] = segments[^1] with { Last = first - 1 };
            segments.Add(new(first, page.Paragraphs.FindLastIndex(p => p.StartLine <= range.EndLine), range.Cut) { Own = own });
        }

        return segments;
    }

    /// <summary>A front matter with a title stands over one release, unless it is the front matter of a page of dated releases.</summary>
    private static bool IsOneRelease(SourceDocument document, FrontMatter frontMatter)
    {
        if (frontMatter.Text("title", "headline") is null)
            return false;
        if (frontMatter.Text(FrontMatter.DateKeys) is not null)
            return true;
        var dates = document.Lines.Skip(frontMatter.Lines).Count(l => DateScanner.IsDateLine(CleanText.Of(l.Text)));
        return dates < 2;
    }

    private static ImportPlan Finish(SourceDocument document, IReadOnlyList<ReleaseDraft> drafts, FrontMatter? frontMatter, Page? page)
    {
        var named = new List<NonReleasePart>();
        if (frontMatter is not null && page is not null)
            named.Add(new(1, frontMatter.Lines, "front-matter"));
        var release = 0;
        for (var i = 0; page is not null && i < page.Count; i++)
        {
            while (release < drafts.Count && drafts[release].EndLine < page[i].StartLine)
                release++;
            // What a release owns needs no name.
            if (release < drafts.Count && drafts[release].StartLine <= page[i].StartLine && page[i].EndLine <= drafts[release].EndLine)
                continue;
            named.Add(new(page[i].StartLine, page[i].EndLine, i < page.First ? "page-header" : page.Is(i, Traits.DateLine | Traits.MetaLine) ? "date-line" : page.Is(i, Traits.Navigation) ? "navigation" : "separator"));
        }

        var parts = Parts(document, drafts, named);
        return drafts.Count == 0
            ? new(document, PlanStatus.Empty, "This file holds a page header but no release. Leave it out, or export the page again with its text.", parts, [])
            : new(document, PlanStatus.Planned, null, parts, drafts);
    }

    /// <summary>Names every line that no release owns; blank lines between parts are separators.</summary>
    private static List<NonReleasePart> Parts(SourceDocument document, IReadOnlyList<ReleaseDraft> drafts, List<NonReleasePart> named)
    {
        var parts = new List<NonReleasePart>();
        var at = 0;
        var line = 1;
        var release = 0;
        while (line <= document.Lines.Count)
        {
            if (release < drafts.Count && line == drafts[release].StartLine)
            {
                line = drafts[release++].EndLine + 1;
                continue;
            }

            while (at < named.Count && named[at].EndLine < line)
                at++;
            var kind = at < named.Count && named[at].StartLine <= line ? named[at].Kind : "separator";
            var end = line;
            if (at < named.Count && named[at].StartLine <= line)
                end = named[at].EndLine;
            if (parts.Count > 0 && parts[^1].Kind == kind && parts[^1].EndLine == line - 1)
                parts[^1] = parts[^1] with { EndLine = end };
            else
                parts.Add(new(line, end, kind));
            line = end + 1;
        }

        return parts;
    }

    /// <summary>Whether the page writes the month first. A day above twelve decides; a fitting weekday counts; else what was set.</summary>
    private bool IsMonthFirst(SourceDocument document) => NumericDateOrder.IsMonthFirst(document.Lines, settings.DateOrder);
}
