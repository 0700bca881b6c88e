using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>A batch as lists and its page show it: what of it stands where.</summary>
public sealed record BatchSummary(ImportBatch Batch, IReadOnlyDictionary<StagedState, int> Staged, int Stored, int Releases, int Unsure)
{
    public int Of(StagedState state) => Staged.GetValueOrDefault(state);

    public bool IsReading => Of(StagedState.Waiting) > 0;

    public bool IsWriting => Of(StagedState.Queued) > 0 && !Batch.IsStopped;

    /// <summary>Whether the page changes by itself.</summary>
    public bool IsMoving => IsReading || IsWriting || Batch.IsUndoing;

    /// <summary>Whether it was thrown away: only the record of it is left.</summary>
    public bool IsGone => Batch.IsStaged && Documents == 0 && Stored == 0;

    /// <summary>Whether it can be thrown away: nothing of it was accepted.</summary>
    public bool CanThrowAway => Batch is { IsStaged: true, IsUndoing: false } && Documents > 0 && Stored + Of(StagedState.Accepted) + Of(StagedState.Queued) == 0;

    public int Documents => Batch.IsStaged ? Staged.Values.Sum() : Stored;

    public string State => this switch
    {
        { Batch.IsUndoing: true } => "Being undone",
        { IsReading: true } => "Reading",
        { IsWriting: true } => "Writing",
        _ when Of(StagedState.Queued) > 0 => "Stopped",
        { IsGone: true } => "Thrown away",
        _ when Of(StagedState.Planned) > 0 => "At the bench",
        { Batch.UndoneAt: not null } => "Undone",
        { Batch: { IsStaged: false, FinishedAt: null } } => "Not finished",
        { Batch.IsStaged: true } when Of(StagedState.Accepted) == 0 => "Nothing imported",
        _ => "Finished",
    };

    /// <summary>The class of its mark.</summary>
    public string Css => State switch
    {
        "Finished" => "live",
        "Reading" or "Writing" or "Being undone" => "scheduled",
        "At the bench" => "draft",
        _ => "withdrawn",
    };

    public static string NameOf(StagedState state) => state == StagedState.LeftOut ? "left out" : state.ToString().ToLowerInvariant();

    public static string CssOf(StagedState state) => state switch
    {
        StagedState.Accepted => "live",
        StagedState.Refused => "withdrawn",
        StagedState.Queued or StagedState.Waiting => "scheduled",
        _ => "draft",
    };

    public static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {noun}{(number == 1 ? "" : "s")}");

    public static async Task<IReadOnlyList<BatchSummary>> LoadAsync(NewsRoomDbContext db, IQueryable<ImportBatch> batches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await batches.AsNoTracking().ToListAsync(cancellationToken);
        var ids = rows.Select(b => b.Id).ToList();
        var staged = await db.StagedDocuments.Where(d => ids.Contains(d.BatchId)).GroupBy(d => new { d.BatchId, d.State })
            .Select(g => new { g.Key.BatchId, g.Key.State, Count = g.Count(), Releases = g.Sum(d => d.Releases), Unsure = g.Sum(d => d.Unsure) }).ToListAsync(cancellationToken);
        var stored = await db.Documents.Where(d => ids.Contains(d.BatchId)).GroupBy(d => d.BatchId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var written = await db.Sources.Join(db.Documents.Where(d => ids.Contains(d.BatchId) && !db.StagedDocuments.Any(s => s.DocumentId == d.Id && s.State != StagedState.Accepted)), s => s.DocumentId, d => d.Id, (s, d) => d.BatchId).GroupBy(b => b)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return [.. rows.Select(b =>
        {
            var own = staged.Where(s => s.BatchId == b.Id).ToList();
            var proposed = own.Where(s => s.State is StagedState.Planned or StagedState.Queued).ToList();
            return new BatchSummary(b, own.ToDictionary(s => s.State, s => s.Count), stored.GetValueOrDefault(b.Id), written.GetValueOrDefault(b.Id) + proposed.Sum(s => s.Releases), proposed.Sum(s => s.Unsure));
        })];
    }
}
