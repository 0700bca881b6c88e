using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Web.Areas.Admin.Tasks;

/// <summary>Documents of imports that wait at the bench until somebody accepts them or leaves them out.</summary>
public sealed class BenchTask(NewsRoomDbContext db) : IDeskTaskSource
{
    private const int Shown = 3;

    public string? Section => "imports";

    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken)
    {
        var batches = await db.StagedDocuments.Where(d => d.State == StagedState.Planned).GroupBy(d => d.BatchId).OrderBy(g => g.Key)
            .Select(g => new { Id = g.Key, Count = g.Count(), Source = db.Batches.Where(b => b.Id == g.Key).Select(b => b.Source).First() }).ToListAsync(cancellationToken);
        return new("At the import bench", "Documents whose releases wait to be accepted; until then none is in the newsroom.", batches.Sum(b => b.Count), "/admin/imports",
            First: [.. batches.Take(Shown).Select(b => new DeskTaskItem(string.Create(CultureInfo.InvariantCulture, $"{b.Source} ({b.Count})"), string.Create(CultureInfo.InvariantCulture, $"/admin/imports/{b.Id}")))]);
    }
}
