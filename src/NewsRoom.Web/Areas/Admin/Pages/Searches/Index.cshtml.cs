using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Searches;

/// <summary>What was searched for and not found, once it was searched for often enough to be no one person's matter.</summary>
public sealed class IndexModel(NewsRoomDbContext db, IOptions<ReaderOptions> options) : DeskPage
{
    private const int MaxRows = 200;

    public sealed record Row(string Words, long Count, DateOnly Last);

    public int Threshold => options.Value.SearchMissThreshold;

    public int Days => options.Value.SearchMissDays;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Rows = await db.SearchMisses.GroupBy(m => m.Words).Select(g => new { Words = g.Key, Count = g.Sum(m => m.Count), Last = g.Max(m => m.Day) })
            .Where(r => r.Count >= Threshold).OrderByDescending(r => r.Count).ThenBy(r => r.Words).Take(MaxRows).Select(r => new Row(r.Words, r.Count, r.Last)).ToListAsync(cancellationToken);
}
