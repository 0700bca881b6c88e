using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Search;

namespace NewsRoom.Core.Ingestion;

/// <summary>
/// The bench's long work, a document a step: read what was uploaded, write what was accepted, undo what was asked back. Where it stands is in the database, and each
/// step is one transaction, so that a kill at any point loses nothing and the next step goes on from there.
/// </summary>
public sealed class BenchWork(NewsRoomDbContext db, SqliteSearchIndex search, TimeProvider clock)
{
    private readonly HashSet<int> _failedOnce = [];
    private Session? _session;

    /// <summary>Told of the batch of which a document is being written, and of 0 when the step is done.</summary>
    public Action<int>? Writing { get; set; }

    /// <summary>Does one step. False when there is nothing to do.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellationToken = default)
    {
        db.ChangeTracker.Clear();
        if (await new BatchUndo(db, search, clock).UndoNextAsync(cancellationToken))
        {
            // What the session knows may be gone.
            _session = null;
            return true;
        }

        try
        {
            return await ReadNextAsync(cancellationToken) || await WriteNextAsync(cancellationToken);
        }
        finally
        {
            Writing?.Invoke(0);
        }
    }

    private async Task<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        if (await db.StagedDocuments.Where(d => d.State == StagedState.Waiting).OrderBy(d => d.BatchId).ThenBy(d => d.Number).FirstOrDefaultAsync(cancellationToken) is not { } staged)
            return false;
        if (await db.Documents.Whole(db).AnyAsync(d => d.Sha256 == staged.Sha256, cancellationToken))
        {
            staged.Skip("This document was imported before: importing it again changes nothing.");
        }
        else if (await db.StagedDocuments.Where(d => d.BatchId == staged.BatchId && d.Number < staged.Number && d.Sha256 == staged.Sha256 && d.State != StagedState.Refused && d.State != StagedState.LeftOut).Select(d => d.FileName).FirstOrDefaultAsync(cancellationToken) is { } twin)
        {
            staged.Skip($"It is the same, byte for byte, as {twin} in this batch.");
        }
        else
        {
            Read(await SessionAsync(staged.BatchId, cancellationToken), staged, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Thrown away, or changed by a redaction, while it was being read.
            return true;
        }

        await FinishAsync(staged.BatchId, cancellationToken);
        return true;
    }

    private static void Read(Session session, StagedDocument staged, CancellationToken cancellationToken)
    {
        try
        {
            var plan = session.Planner.Find(staged, cancellationToken);
            staged.Planned(PlanLog.Of(plan), plan);
        }
        catch (Exception error) when (IsOfTheDocument(error))
        {
            staged.Refuse("This document cannot be read by this program. Save it as plain text in UTF-8 and upload it again.");
        }
    }

    /// <summary>Whether an error lies in one document, which must not keep the others waiting; not in the machine or a database that is busy.</summary>
    private static bool IsOfTheDocument(Exception error) =>
        error.IsConflict() || error is not (OperationCanceledException or DbException or DbUpdateException or IOException or OutOfMemoryException);

    private async Task<bool> WriteNextAsync(CancellationToken cancellationToken)
    {
        var next = await db.StagedDocuments.Where(d => d.State == StagedState.Queued && db.Batches.Any(b => b.Id == d.BatchId && !b.IsStopped))
            .OrderBy(d => d.BatchId).ThenBy(d => d.Number).FirstOrDefaultAsync(cancellationToken);
        if (next is not { Log: { } json })
            return false;
        Writing?.Invoke(next.BatchId);
        var session = await SessionAsync(next.BatchId, cancellationToken);
        try
        {
            await WriteAsync(session, next, PlanLog.FromJson(json), cancellationToken);
        }
        catch (Exception error) when (IsOfTheDocument(error))
        {
            // The first time what the session remembers may be out of date: an editor may have made a contact of the same name.
            _session = null;
            db.ChangeTracker.Clear();
            if (!_failedOnce.Add(next.Id))
                await SettleAsync(next.Id, d => d.Refuse("It could not be written. Nothing of it is in the newsroom. Look at its plan, then accept it again."), cancellationToken);
        }

        await FinishAsync(next.BatchId, cancellationToken);
        return true;
    }

    private async Task WriteAsync(Session session, StagedDocument staged, PlanLog log, CancellationToken cancellationToken)
    {
        if (await db.Documents.Whole(db).AnyAsync(d => d.Sha256 == staged.Sha256, cancellationToken))
        {
            await SettleAsync(staged.Id, d => d.Skip("This document was imported meanwhile: nothing was written a second time."), cancellationToken);
            return;
        }

        var plan = session.Planner.Resolve(session.Planner.Plan(staged, log, cancellationToken));
        // Not cancelled in the middle: a document is a moment's work, and all of it or none is written.
        var outcome = await session.Applier.ApplyAsync(session.Batch, staged.Number - 1, plan, new StagedApply(staged.Id, staged.Version, staged.Publishes), CancellationToken.None);
        if (outcome == ApplyOutcome.NothingToApply)
            await SettleAsync(staged.Id, d => d.Refuse("There is nothing left in its plan to write."), cancellationToken);
    }

    private async Task SettleAsync(int stagedId, Action<StagedDocument> change, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        change(await db.StagedDocuments.FirstAsync(d => d.Id == stagedId, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The batch is finished when nothing of it waits for anybody.</summary>
    private async Task FinishAsync(int batchId, CancellationToken cancellationToken)
    {
        if (await db.StagedDocuments.InWork(batchId).AnyAsync(cancellationToken))
            return;
        db.ChangeTracker.Clear();
        (await db.Batches.FirstAsync(b => b.Id == batchId, cancellationToken)).Finish(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<Session> SessionAsync(int batchId, CancellationToken cancellationToken)
    {
        if (_session is { } known && known.Batch.Id == batchId)
            return known;
        var batch = await db.Batches.AsNoTracking().FirstAsync(b => b.Id == batchId, cancellationToken);
        return _session = new(batch, await BenchPlanner.LoadAsync(db, batch, compares: true, cache: null, cancellationToken), new ImportApplier(db, search, clock));
    }

    /// <summary>What one batch needs from document to document: references between its documents are by file name, so two batches never share it.</summary>
    private sealed record Session(ImportBatch Batch, BenchPlanner Planner, ImportApplier Applier);
}
