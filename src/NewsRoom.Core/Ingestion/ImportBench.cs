using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.Ingestion;

/// <summary>A document as the bench shows it: its plan as it stands, duplicates resolved, and the edits that led there.</summary>
public sealed record BenchDocument(ImportBatch Batch, StagedDocument Staged, PlanLog Log, ImportPlan Plan);

/// <summary>How an edit ended.</summary>
/// <param name="Message">Why nothing was changed, or what a change has meant for other lines; null for nothing to say.</param>
public sealed record BenchOutcome(StoreResult Result, string? Message = null);

/// <summary>What editors do to imports before anything is written: upload, edit plans, accept, stop, resume.</summary>
/// <param name="audit">Null where nobody acts but the program itself.</param>
/// <param name="cache">Null where no plan is looked at twice.</param>
public sealed class ImportBench(NewsRoomDbContext db, TimeProvider clock, AuditLog? audit = null, PlanCache? cache = null)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Puts files on the bench as a batch of their own. They are read later, one by one.</summary>
    /// <param name="source">What they are, in words.</param>
    public async Task<ImportBatch> BeginAsync(string source, string by, DateOrder dateOrder, IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = ImportBatch.AtBench(source, by, dateOrder, Now);
        db.Batches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        for (var i = 0; i < files.Count; i++)
        {
            var staged = new StagedDocument(batch.Id, i + 1, files[i].Name, Convert.ToHexStringLower(SHA256.HashData(files[i].Bytes)), files[i].Bytes);
            if (files[i].Refusal is { } refusal)
                staged.Refuse(refusal);
            db.StagedDocuments.Add(staged);
            await db.SaveChangesAsync(cancellationToken);
            // Written: its bytes need not stay in memory twice.
            db.Entry(staged).State = EntityState.Detached;
        }

        audit?.Record(AuditVerbs.Uploaded, AuditLog.Thing(batch), new { documents = files.Count }, by);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return batch;
    }

    /// <summary>A document with its plan; null when there is none, or it was not read yet or could not be.</summary>
    /// <param name="compares">Whether to say which releases the database has already.</param>
    public async Task<BenchDocument?> OpenAsync(int batchId, int number, bool compares, CancellationToken cancellationToken = default)
    {
        if (await db.Batches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == batchId, cancellationToken) is not { } batch
            || await db.StagedDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.BatchId == batchId && d.Number == number, cancellationToken) is not { Log: { } json } staged)
            return null;
        var log = PlanLog.FromJson(json);
        // A document that is written already would be found to repeat itself.
        var planner = await BenchPlanner.LoadAsync(db, batch, compares && staged.State != StagedState.Accepted, cache, cancellationToken);
        return new(batch, staged, log, planner.Resolve(planner.PlanStored(staged, log, cancellationToken)));
    }

    /// <summary>Does one edit, unless somebody was quicker: then nothing changes.</summary>
    /// <param name="version">The version the editor looked at.</param>
    public Task<BenchOutcome> EditAsync(int batchId, int number, int version, PlanEdit edit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return ChangeAsync(batchId, number, version, edit.By, log => log.With(edit with { At = Now }) is { } changed ? (changed, PlanWords.Besides(log.Replay(), edit)) : (null, PlanWords.WhyNot(log, edit)), cancellationToken);
    }

    /// <summary>Takes the last edit back, whoever did it.</summary>
    public Task<BenchOutcome> TakeBackAsync(int batchId, int number, int version, string by, CancellationToken cancellationToken = default) =>
        ChangeAsync(batchId, number, version, by, log => (log.WithoutLast(), log.Edits.Count == 0 ? "There is no edit to take back." : null), cancellationToken);

    /// <summary>Accepts the documents that hold a plan: they are written by the bench's worker, in order.</summary>
    /// <param name="number">One document; null for all of the batch.</param>
    /// <param name="seen">What the editor looked at: the version of the document, or <see cref="SeenAsync"/> of the batch.</param>
    public async Task<BenchOutcome> AcceptAsync(int batchId, int? number, long seen, bool publishes, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Batches.FirstOrDefaultAsync(b => b.Id == batchId && b.IsStaged, cancellationToken) is not { } batch)
            return new(StoreResult.NotFound);
        if (batch.IsUndoing)
            return new(StoreResult.NotLegal, "The batch is being undone. Wait until that is finished.");
        var ready = db.StagedDocuments.Where(d => d.BatchId == batchId && d.State == StagedState.Planned && (number == null || d.Number == number));
        var now = number is null ? await SeenAsync(batchId, cancellationToken) : await ready.Select(d => (long)d.Version).FirstOrDefaultAsync(cancellationToken);
        if (now != seen)
            return new(StoreResult.Outdated, "Somebody has changed a plan since you opened this page. Look at it again before you accept it.");
        batch.Accept(publishes);
        audit?.Record(AuditVerbs.Accepted, AuditLog.Thing(batch), new { document = number, publishes });
        await db.SaveChangesAsync(cancellationToken);
        var count = await ready.ExecuteUpdateAsync(d => d.SetProperty(x => x.State, StagedState.Queued).SetProperty(x => x.Publishes, publishes).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken);
        if (count == 0)
            return new(StoreResult.NotLegal, "There is nothing left to accept.");
        await transaction.CommitAsync(cancellationToken);
        return new(StoreResult.Done);
    }

    /// <summary>A number that changes with every change of a plan in the batch.</summary>
    public Task<long> SeenAsync(int batchId, CancellationToken cancellationToken = default) =>
        db.StagedDocuments.Where(d => d.BatchId == batchId && d.State == StagedState.Planned).SumAsync(d => (long)d.Version * 1_000_003 + d.Number, cancellationToken);

    /// <summary>Stops writing after the document that is being written.</summary>
    public Task<StoreResult> StopAsync(int batchId, CancellationToken cancellationToken = default) => SetAsync(batchId, AuditVerbs.Stopped, batch => batch.Stop(), cancellationToken);

    public Task<StoreResult> ResumeAsync(int batchId, CancellationToken cancellationToken = default) => SetAsync(batchId, AuditVerbs.Resumed, batch => batch.Resume(), cancellationToken);

    /// <summary>Takes back the acceptance of what is not written yet.</summary>
    public async Task<int> UnqueueAsync(int batchId, CancellationToken cancellationToken = default) =>
        await NoteAsync(batchId, AuditVerbs.PutBack, await db.StagedDocuments.Where(d => d.BatchId == batchId && d.State == StagedState.Queued)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, StagedState.Planned).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken), cancellationToken);

    /// <summary>Leaves a document of the bench out of what is accepted; its plan is kept.</summary>
    /// <param name="version">The version the editor looked at.</param>
    public Task<BenchOutcome> LeaveOutAsync(int batchId, int number, int version, string by, CancellationToken cancellationToken = default) => MarkAsync(batchId, number, version,
        d => d.State is StagedState.Planned or StagedState.Empty, AuditVerbs.LeftOut, d => d.LeaveOut(by), by, cancellationToken);

    /// <summary>Takes a document up again that was left out.</summary>
    public Task<BenchOutcome> TakeUpAsync(int batchId, int number, int version, string by, CancellationToken cancellationToken = default) => MarkAsync(batchId, number, version,
        d => d.State == StagedState.LeftOut, AuditVerbs.TakenUp, d => d.TakeUp(), by, cancellationToken);

    /// <summary>Throws away the documents of a batch of which nothing was accepted. The batch itself stays as a record that there was one.</summary>
    public async Task<StoreResult> ThrowAwayAsync(int batchId, string by, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Batches.FirstOrDefaultAsync(b => b.Id == batchId && b.IsStaged, cancellationToken) is not { } batch)
            return StoreResult.NotFound;
        if (batch.IsUndoing || await db.Documents.AnyAsync(d => d.BatchId == batchId, cancellationToken)
            || await db.StagedDocuments.AnyAsync(d => d.BatchId == batchId && (d.State == StagedState.Queued || d.State == StagedState.Accepted), cancellationToken))
            return StoreResult.NotLegal;
        var count = await db.StagedDocuments.Where(d => d.BatchId == batchId).ExecuteDeleteAsync(cancellationToken);
        batch.Finish(Now);
        audit?.Record(AuditVerbs.ThrownAway, AuditLog.Thing(batch), new { documents = count }, by);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>Has the skipped and refused documents of a batch read once more: what they repeated may be gone.</summary>
    public async Task<int> ReadAgainAsync(int batchId, CancellationToken cancellationToken = default) =>
        await NoteAsync(batchId, AuditVerbs.ReadAgain, await db.StagedDocuments.ReadableAgain(batchId)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, StagedState.Waiting).SetProperty(x => x.Message, (string?)null).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken), cancellationToken);

    private async Task<int> NoteAsync(int batchId, string verb, int count, CancellationToken cancellationToken)
    {
        if (audit is null || count == 0)
            return count;
        audit.Record(verb, AuditLog.Thing(await db.Batches.SingleAsync(b => b.Id == batchId, cancellationToken)), new { documents = count });
        await db.SaveChangesAsync(cancellationToken);
        return count;
    }

    private async Task<BenchOutcome> MarkAsync(int batchId, int number, int version, Func<StagedDocument, bool> isLegal, string verb, Action<StagedDocument> change, string by, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Batches.FirstOrDefaultAsync(b => b.Id == batchId && b.IsStaged, cancellationToken) is not { } batch
            || await db.StagedDocuments.FirstOrDefaultAsync(d => d.BatchId == batchId && d.Number == number, cancellationToken) is not { } staged)
            return new(StoreResult.NotFound);
        if (staged.Version != version)
            return new(StoreResult.Outdated, "Nothing was changed: somebody has changed the document since you opened this page. Look at it again.");
        if (batch.IsUndoing || !isLegal(staged))
            return new(StoreResult.NotLegal, "Nothing was changed: the document no longer stands where that is possible.");
        change(staged);
        audit?.Record(verb, AuditLog.Thing(batch), new { document = number }, by);
        await db.SaveChangesAsync(cancellationToken);
        if (!await db.StagedDocuments.InWork(batchId).AnyAsync(cancellationToken))
            batch.Finish(Now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(StoreResult.Done);
    }

    private async Task<StoreResult> SetAsync(int batchId, string verb, Action<ImportBatch> change, CancellationToken cancellationToken)
    {
        if (await db.Batches.FirstOrDefaultAsync(b => b.Id == batchId && b.IsStaged, cancellationToken) is not { } batch)
            return StoreResult.NotFound;
        change(batch);
        audit?.Record(verb, AuditLog.Thing(batch));
        await db.SaveChangesAsync(cancellationToken);
        return StoreResult.Done;
    }

    private async Task<BenchOutcome> ChangeAsync(int batchId, int number, int version, string by, Func<PlanLog, (PlanLog? Log, string? Said)> change, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.Batches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == batchId, cancellationToken) is not { } batch
            || await db.StagedDocuments.FirstOrDefaultAsync(d => d.BatchId == batchId && d.Number == number, cancellationToken) is not { Log: { } json } staged)
            return new(StoreResult.NotFound);
        if (staged.Version != version)
            return new(StoreResult.Outdated);
        if (staged.State is not (StagedState.Planned or StagedState.Empty))
            return new(StoreResult.NotLegal, "The document was accepted: its plan can no longer be changed here.");
        var (changed, said) = change(PlanLog.FromJson(json));
        if (changed is not { } log)
            return new(StoreResult.Refused, $"Nothing was changed. {said}");
        var planner = await BenchPlanner.LoadAsync(db, batch, compares: false, cache, cancellationToken);
        var plan = planner.Plan(staged, log, cancellationToken);
        var ranges = log.Replay().Ranges;
        if (plan.Releases.Count < ranges.Count)
        {
            var empty = ranges.FirstOrDefault(r => !plan.Releases.Any(d => r.StartLine <= d.StartLine && d.StartLine <= r.EndLine)) ?? ranges[^1];
            return new(StoreResult.Refused, $"Nothing was changed. A release of {PlanWords.Lines(empty.StartLine, empty.EndLine)} would have no text of its own.");
        }

        staged.Edited(log, plan, by, Now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new(StoreResult.Outdated);
        }

        planner.Keep(staged, plan);
        return new(StoreResult.Done, said);
    }
}
