using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Archive;

/// <summary>The archive: years and months with counts, what has no date last.</summary>
public sealed class IndexModel(NewsRoomDbContext db, TimeProvider clock, SiteText texts) : PageModel
{
    public IReadOnlyList<ArchiveYear> Years { get; private set; } = [];

    public int Undated { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var live = db.Releases.Live(clock.GetUtcNow());
        Years = await ArchiveYear.CountAsync(live, ct);
        Undated = await live.Undated().CountAsync(ct);
        new PageHead(texts["Archive"], "/archive") { Section = "archive", Description = texts["Archive.What"] }.Show(ViewData);
    }
}

/// <summary>A year of the archive.</summary>
/// <param name="Months">Those of which releases are known to be; the rest of <paramref name="Count"/> is of the year only.</param>
public sealed record ArchiveYear(int Year, int Count, IReadOnlyList<(int Month, int Count)> Months)
{
    public static async Task<IReadOnlyList<ArchiveYear>> CountAsync(IQueryable<Release> live, CancellationToken ct)
    {
        var years = await live.Where(r => r.SortDay != null).GroupBy(r => r.SortDay!.Value.Year).Select(g => new { Year = g.Key, Count = g.Count() }).ToListAsync(ct);
        var months = await live.WithMonth()
            .GroupBy(r => new { r.SortDay!.Value.Year, r.SortDay!.Value.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() }).ToListAsync(ct);
        return [.. years.OrderByDescending(y => y.Year).Select(y =>
            new ArchiveYear(y.Year, y.Count, [.. months.Where(m => m.Year == y.Year).OrderByDescending(m => m.Month).Select(m => (m.Month, m.Count))]))];
    }
}
