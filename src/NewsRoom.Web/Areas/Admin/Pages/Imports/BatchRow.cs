using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>A document of a batch as its page lists it. What was made and merged is counted from what the newsroom holds now, as the report counts it.</summary>
/// <param name="Stayed">Of a document that is back at the bench: the releases that an undo left.</param>
/// <param name="Elsewhere">Other batches at the bench in which the same bytes wait.</param>
public sealed record BatchRow(int Number, string FileName, StagedState State, string? Message, int Releases, int Unsure, int Version, int Made, int Merged, int Stayed, IReadOnlyList<int> Elsewhere)
{
    public bool HasPlan => State is StagedState.Planned or StagedState.Queued or StagedState.Accepted or StagedState.Empty;

    public bool CanBeLeftOut => State is StagedState.Planned or StagedState.Empty;

    /// <summary>What became of it, in words.</summary>
    public string Result => this switch
    {
        { Message: { } message } => message,
        { State: StagedState.Accepted } => $"{Made} made, {Merged} merged",
        { Stayed: > 0 } => $"back at the bench; {BatchSummary.Count(Stayed, "release")} of it stayed",
        _ => "",
    };

    public static async Task<IReadOnlyList<BatchRow>> LoadAsync(NewsRoomDbContext db, int batchId, int skip, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.StagedDocuments.Where(d => d.BatchId == batchId).OrderBy(d => d.Number).Skip(skip).Take(take)
            .Select(d => new { d.Number, d.FileName, d.State, d.Message, d.Releases, d.Unsure, d.Version, d.Sha256, d.DocumentId }).ToListAsync(cancellationToken);
        var documents = rows.Select(r => r.DocumentId).OfType<int>().ToList();
        var places = await db.Sources.Where(s => documents.Contains(s.DocumentId))
            .Select(s => new { s.DocumentId, IsRepeat = db.Sources.Any(o => o.ReleaseId == s.ReleaseId && o.Id < s.Id) })
            .GroupBy(s => new { s.DocumentId, s.IsRepeat }).Select(g => new { g.Key.DocumentId, g.Key.IsRepeat, Count = g.Count() }).ToListAsync(cancellationToken);
        var waiting = rows.Where(r => r.State is StagedState.Planned or StagedState.Waiting).Select(r => r.Sha256).ToList();
        var elsewhere = await db.StagedDocuments.Where(d => (d.State == StagedState.Planned || d.State == StagedState.Waiting || d.State == StagedState.Queued) && d.BatchId != batchId && waiting.Contains(d.Sha256))
            .OrderBy(d => d.BatchId).Select(d => new { d.Sha256, d.BatchId }).ToListAsync(cancellationToken);
        var inBatches = elsewhere.ToLookup(d => d.Sha256, d => d.BatchId);
        return [.. rows.Select(r =>
        {
            var made = places.Where(p => p.DocumentId == r.DocumentId && !p.IsRepeat).Sum(p => p.Count);
            var merged = places.Where(p => p.DocumentId == r.DocumentId && p.IsRepeat).Sum(p => p.Count);
            var isWritten = r.State == StagedState.Accepted;
            return new BatchRow(r.Number, r.FileName, r.State, r.Message, r.Releases, r.Unsure, r.Version, isWritten ? made : 0, isWritten ? merged : 0, isWritten ? 0 : made + merged, [.. inBatches[r.Sha256].Distinct()]);
        })];
    }
}
