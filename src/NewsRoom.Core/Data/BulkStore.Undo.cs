using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <content>The way back.</content>
public sealed partial class BulkStore
{
    /// <summary>Takes a change back from every release that nobody has touched since; those that stay say why.</summary>
    public async Task<StoreResult> UndoAsync(int changeId, BulkActor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        db.ChangeTracker.Clear();
        if (await db.BulkChanges.FirstOrDefaultAsync(c => c.Id == changeId, cancellationToken) is not { } change)
            return StoreResult.NotFound;
        if (change.UndoneAt is not null)
            return StoreResult.NotLegal;
        change.NoteUndone(actor.By, clock.GetUtcNow());
        audit.Record(AuditVerbs.Undone, Thing(change), by: actor.By);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var item in await db.BulkItems.AsNoTracking().Where(i => i.ChangeId == changeId && i.Refused == null).OrderByDescending(i => i.Id).ToListAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            if (await UndoAsync(item, change.Words, actor, cancellationToken) is not { } reason)
                continue;
            db.ChangeTracker.Clear();
            (await db.BulkItems.SingleAsync(i => i.Id == item.Id, cancellationToken)).Keep(reason);
            await db.SaveChangesAsync(cancellationToken);
        }

        return StoreResult.Done;
    }

    /// <returns>Why it stays as it is; null when it went back.</returns>
    private async Task<string?> UndoAsync(BulkItem item, string words, BulkActor actor, CancellationToken cancellationToken)
    {
        if (await db.Releases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == item.ReleaseId, cancellationToken) is not { } release)
            return "It was deleted since.";
        if (release.LatestRevisionNumber != item.VersionAfter || release.State != item.StateAfter)
            return "It was changed since.";
        var needsPublisher = item.WasApproved || item.StateAfter != item.StateBefore && (item.StateBefore, item.StateAfter) is not (ReleaseState.Draft, ReleaseState.InReview) and not (ReleaseState.InReview, ReleaseState.Draft);
        if (needsPublisher && !actor.Publishes)
            return "Readers see it: a publisher takes it back.";
        return item.VersionAfter != item.VersionBefore
            ? await RestoreAsync(item, release, words, actor, cancellationToken)
            : await StepBackAsync(item, release, words, actor, cancellationToken);
    }

    /// <summary>Themes, contacts and date as they were, over whatever else the latest version says.</summary>
    private async Task<string?> RestoreAsync(BulkItem item, Release release, string words, BulkActor actor, CancellationToken cancellationToken)
    {
        var versions = await db.Revisions.AsNoTracking().Where(r => r.ReleaseId == item.ReleaseId && (r.Number == item.VersionBefore || r.Number == item.VersionAfter)).ToDictionaryAsync(r => r.Number, cancellationToken);
        var before = versions[item.VersionBefore].Content;
        var content = versions[item.VersionAfter].Content with { ThemeIds = before.ThemeIds, ContactIds = before.ContactIds, Date = before.Date };
        var saved = await releases.SaveAsync(item.ReleaseId, release.LatestRevisionNumber, content, actor.By, Cut($"Undone: {words}"), cancellationToken);
        if (saved.Result != StoreResult.Done)
            return "It was changed since.";
        return item.WasApproved ? await ApproveAsync(item.ReleaseId, saved.Version, actor, "undone, " + words, null, cancellationToken) : null;
    }

    private async Task<string?> StepBackAsync(BulkItem item, Release release, string words, BulkActor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        switch (item.StateBefore, item.StateAfter)
        {
            case (ReleaseState.Draft, ReleaseState.InReview):
                return Left(await releases.SendBackAsync(item.ReleaseId, cancellationToken));
            case (ReleaseState.InReview, ReleaseState.Draft):
                return Left(await releases.SubmitAsync(item.ReleaseId, cancellationToken));
            case (ReleaseState.Draft or ReleaseState.InReview, ReleaseState.Approved):
                return await UnpublishAsync(item, release.IsLive(now), actor, cancellationToken);
            case (ReleaseState.Approved, ReleaseState.Withdrawn) when !release.HasPendingChange:
                // Only a draft is approved; the two steps together leave nothing public in between.
                if (Left(await releases.ReturnToDraftAsync(item.ReleaseId, cancellationToken)) is { } stays)
                    return stays;
                return await ApproveAsync(item.ReleaseId, item.VersionAfter, actor, "undone, " + words, item.PublishAtBefore > now ? item.PublishAtBefore : null, cancellationToken);
            case (ReleaseState.Approved, ReleaseState.Draft) when item.PublishAtBefore > now && !release.HasPendingChange:
                return await ApproveAsync(item.ReleaseId, item.VersionAfter, actor, "undone, " + words, item.PublishAtBefore, cancellationToken);
            default:
                return "It cannot go back by itself: its time has come meanwhile, or a change waits on it. Do it on its own page.";
        }
    }

    /// <summary>What was public for a while is withdrawn with that reason; then it is what it was.</summary>
    private async Task<string?> UnpublishAsync(BulkItem item, bool wasLive, BulkActor actor, CancellationToken cancellationToken)
    {
        if (wasLive && Left(await releases.WithdrawAsync(item.ReleaseId, "It was published by mistake.", null, actor.By, cancellationToken)) is { } stays)
            return stays;
        db.ChangeTracker.Clear();
        if (Left(await releases.ReturnToDraftAsync(item.ReleaseId, cancellationToken)) is { } reason)
            return reason;
        db.ChangeTracker.Clear();
        return item.StateBefore == ReleaseState.InReview ? Left(await releases.SubmitAsync(item.ReleaseId, cancellationToken)) : null;
    }

    private static string? Left(StoreResult result) => result == StoreResult.Done ? null : "It no longer stands where that is possible.";
}
