using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Core.Search;

namespace NewsRoom.Core.Ingestion;

/// <summary>
/// Takes a batch back, a stored document at a time from the last to the first: what nobody has touched goes, what somebody works on stays with its document.
/// A document of which anything went is back at the bench with its plan.
/// </summary>
/// <param name="audit">Null where nobody acts but the program itself.</param>
public sealed class BatchUndo(NewsRoomDbContext db, SqliteSearchIndex search, TimeProvider clock, AuditLog? audit = null)
{
    /// <summary>The note on a revision that takes back what a batch had filled in.</summary>
    public const string UndoNote = "Import undone";

    /// <summary>The releases that came or were found again with a batch, and what an undo would do to each.</summary>
    public Task<IReadOnlyList<BatchRelease>> ReleasesAsync(int batchId, CancellationToken cancellationToken = default) =>
        new BatchReleases(db, clock).ReadAsync(db.Documents.Where(d => d.BatchId == batchId), batchId, cancellationToken);

    /// <summary>Asks for the undo; the bench's worker does it. What is accepted and not written yet goes back to the bench first.</summary>
    public async Task<StoreResult> RequestAsync(int batchId, string by, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Batches.FirstOrDefaultAsync(b => b.Id == batchId, cancellationToken) is not { } batch)
            return StoreResult.NotFound;
        if (batch.IsUndoing || !await db.Documents.AnyAsync(d => d.BatchId == batchId, cancellationToken))
            return StoreResult.NotLegal;
        batch.RequestUndo(by, clock.GetUtcNow());
        audit?.Record(AuditVerbs.Undone, AuditLog.Thing(batch), by: by);
        await db.SaveChangesAsync(cancellationToken);
        await new ImportBench(db, clock).UnqueueAsync(batchId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>Undoes one document of the batch whose turn it is. False when no undo is asked for.</summary>
    public async Task<bool> UndoNextAsync(CancellationToken cancellationToken = default)
    {
        db.ChangeTracker.Clear();
        if (await db.Batches.Where(b => b.UndoRequestedAt != null && b.UndoneAt == null).OrderBy(b => b.Id).FirstOrDefaultAsync(cancellationToken) is not { } batch)
            return false;
        var document = await db.Documents.Where(d => d.BatchId == batch.Id && (batch.UndoneThrough == null || d.Id < batch.UndoneThrough)).OrderByDescending(d => d.Id)
            .Select(d => new Source(d.Id, d.ImportedAt)).FirstOrDefaultAsync(cancellationToken);
        if (document is null)
        {
            batch.FinishUndo(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        try
        {
            await UndoAsync(batch, document, cancellationToken);
        }
        catch (Exception error) when (error.IsConflict())
        {
            // Something that this undo does not know of stands on the document: all of it stays.
            db.ChangeTracker.Clear();
            (await db.Batches.FirstAsync(b => b.Id == batch.Id, cancellationToken)).NoteUndone(document.Id);
            await db.SaveChangesAsync(cancellationToken);
        }

        return true;
    }

    private async Task UndoAsync(ImportBatch batch, Source document, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var contacts = new HashSet<int>();
        var releases = await new BatchReleases(db, clock).ReadAsync(db.Documents.Where(d => d.Id == document.Id), batch.Id, cancellationToken);
        foreach (var release in releases.Where(r => r.KeptBecause is null))
        {
            if (release.MadeHere && !await db.Sources.AnyAsync(s => s.ReleaseId == release.Id && s.DocumentId != document.Id, cancellationToken))
                await DeleteAsync(release.Id, contacts, cancellationToken);
            else
                await LetGoAsync(release.Id, document, contacts, cancellationToken);
        }

        await DeleteUnusedAsync(contacts, cancellationToken);
        if (releases.Any(r => r.KeptBecause is null) || releases.Count == 0)
        {
            await db.StagedDocuments.Where(d => d.DocumentId == document.Id && d.State == StagedState.Accepted).ExecuteUpdateAsync(d => d.SetProperty(x => x.State, StagedState.Planned)
                .SetProperty(x => x.Made, 0).SetProperty(x => x.Merged, 0).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken);
        }

        // A release that stays keeps the page it came from; the plan finds it again by it.
        if (!await db.Sources.AnyAsync(s => s.DocumentId == document.Id, cancellationToken))
            await db.Documents.Where(d => d.Id == document.Id).ExecuteDeleteAsync(cancellationToken);
        batch.NoteUndone(document.Id);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task DeleteAsync(int releaseId, HashSet<int> contacts, CancellationToken cancellationToken)
    {
        contacts.UnionWith(await db.Set<ReleaseContact>().Where(c => c.ReleaseId == releaseId).Select(c => c.ContactId).ToListAsync(cancellationToken));
        foreach (var named in await db.Revisions.Where(r => r.ReleaseId == releaseId).Select(r => r.ContactIds).ToListAsync(cancellationToken))
            contacts.UnionWith(named);
        await search.RemoveAsync(db, releaseId, cancellationToken);
        // Its revisions, sources, gaps, quotations and tags go with it (foreign keys).
        await db.Releases.Where(r => r.Id == releaseId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Takes the document away from a release that stands on another one too, and takes back what it had filled in.</summary>
    private async Task LetGoAsync(int releaseId, Source document, HashSet<int> contacts, CancellationToken cancellationToken)
    {
        await db.Sources.Where(s => s.ReleaseId == releaseId && s.DocumentId == document.Id).ExecuteDeleteAsync(cancellationToken);
        var release = await db.Releases.Include(r => r.Themes).Include(r => r.Contacts).AsSplitQuery().FirstAsync(r => r.Id == releaseId, cancellationToken);
        var filled = await db.Revisions.FirstOrDefaultAsync(r => r.ReleaseId == releaseId && r.Number == release.LatestRevisionNumber && r.Number > 1
            && r.CreatedBy == ImportApplier.By && r.Note == ImportApplier.FillNote && r.CreatedAt == document.ImportedAt, cancellationToken);
        if (filled is null)
            return;
        var before = (await db.Revisions.FirstAsync(r => r.ReleaseId == releaseId && r.Number == filled.Number - 1, cancellationToken)).Content;
        var known = await db.Contacts.Where(c => before.ContactIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var content = before with { ContactIds = [.. before.ContactIds.Where(known.ContainsKey)] };
        var shown = content.ContactIds.Select(id => known[id]).ToList();
        var body = MarkdownRenderer.Render(content.Body);
        var now = clock.GetUtcNow();
        var wasApproved = release.ApprovedRevisionNumber == filled.Number;
        var revision = release.Save(content, body, ContactSnapshot.ToJson(shown), ImportApplier.By, now, UndoNote);
        if (wasApproved)
            release.Approve(revision, body, now, isEmbargo: false, ImportApplier.By, now);
        await db.SaveChangesAsync(cancellationToken);
        release.NoteApprovedRevision(revision);
        await db.SaveChangesAsync(cancellationToken);
        await search.IndexAsync(db, release, body, content, shown, cancellationToken);
        contacts.UnionWith(filled.ContactIds);
    }

    /// <summary>Deletes the contacts that an import made, no editor touched and no release names any more.</summary>
    private async Task DeleteUnusedAsync(HashSet<int> candidates, CancellationToken cancellationToken)
    {
        foreach (var id in candidates)
        {
            var goes = await db.Contacts.AnyAsync(c => c.Id == id && c.IsImported && c.ConfirmedAt == null && c.MergedIntoId == null, cancellationToken)
                && !await db.Contacts.AnyAsync(c => c.MergedIntoId == id, cancellationToken)
                && !await db.Releases.NamingContact(id).AnyAsync(cancellationToken);
            if (goes)
                await db.Contacts.Where(c => c.Id == id).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private sealed record Source(int Id, DateTimeOffset ImportedAt);
}
