using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>The lines of the archive page that a release came from, a little of what stands around them, and what was lost where.</summary>
public sealed class SourceModel(NewsRoomDbContext db) : DeskPage
{
    private const int Around = 3;

    public sealed record Line(int Number, string Text, bool IsInside, IReadOnlyList<Gap> Gaps);

    public int Id { get; private set; }

    public string Headline { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string Encoding { get; private set; } = "";

    public int LineCount { get; private set; }

    public ReleaseSource Source { get; private set; } = null!;

    public IReadOnlyList<ReleaseSource> Others { get; private set; } = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, int? sourceId, CancellationToken cancellationToken)
    {
        var release = await db.Releases.AsNoTracking().Include(r => r.Sources).Include(r => r.Gaps).AsSplitQuery().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
        var sources = release?.Sources.OrderBy(s => s.Id).ToList() ?? [];
        if (release is null || sources.Find(s => sourceId is null || s.Id == sourceId) is not { } source)
            return NotFound();
        var document = await db.Documents.AsNoTracking().FirstAsync(d => d.Id == source.DocumentId, cancellationToken);
        var text = SourceText.Lines(document.Bytes, document.Encoding);
        Id = id;
        Headline = release.Headline;
        (FileName, Encoding, LineCount, Source) = (document.FileName, document.Encoding, text.Count, source);
        Others = [.. sources.Where(s => s.Id != source.Id)];
        // Gaps were found in the page that made the release; a duplicate only added a source.
        var gaps = source == sources[0] ? release.Gaps.ToLookup(g => g.Line) : Enumerable.Empty<Gap>().ToLookup(g => g.Line);
        var first = Math.Max(1, source.StartLine - Around);
        var last = Math.Min(text.Count, source.EndLine + Around);
        Lines = [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(n => new Line(n, text[n - 1], n >= source.StartLine && n <= source.EndLine, [.. gaps[n]]))];
        return Page();
    }
}
