using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>What a publisher decides.</summary>
/// <param name="ExpectedVersion">The revision the publisher looked at.</param>
public sealed record Approval(int ExpectedVersion, string By)
{
    /// <summary>When it goes out; null for at once.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    public bool IsEmbargo { get; init; }

    /// <summary>What the change is to readers; needed while the release is live.</summary>
    public ChangeNote? Change { get; init; }

    /// <summary>Why nobody else looks first; needed where somebody else could.</summary>
    public string? LoneReason { get; init; }
}

/// <summary>What a publisher is asked before an approval.</summary>
/// <param name="Kind">The release is live: what is the change to its readers?</param>
/// <param name="LoneReason">It is one's own text and there is another publisher: why does nobody else look first?</param>
public sealed record ApprovalQuestions(bool Kind, bool LoneReason);

/// <content>Approval, withdrawal, and what other publishers are told.</content>
public sealed partial class ReleaseStore
{
    /// <summary>Approves the latest revision, if it is still the one the publisher looked at.</summary>
    /// <param name="publishAt">When it goes out; null for at once.</param>
    public Task<ApproveOutcome> ApproveAsync(int id, int expectedVersion, DateTimeOffset? publishAt, bool isEmbargo, string by, CancellationToken cancellationToken = default) =>
        ApproveAsync(id, new Approval(expectedVersion, by) { PublishAt = publishAt, IsEmbargo = isEmbargo }, cancellationToken);

    /// <summary>Approves the latest revision, if it is still the one the publisher looked at; else says everything that forbids it.</summary>
    public async Task<ApproveOutcome> ApproveAsync(int id, Approval approval, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(approval);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = Now;
        if (await LoadAsync(id, cancellationToken) is not { } release || await LatestAsync(id, cancellationToken) is not { } latest)
            return new(StoreResult.NotFound, []);
        if (latest.Number != approval.ExpectedVersion)
            return new(StoreResult.Outdated, []);
        if (!release.Allows(ReleaseStep.Publish, now))
            return new(StoreResult.NotLegal, []);
        var attached = await db.AttachedAsync(latest.Content, cancellationToken);
        var asked = await QuestionsAsync(release, latest, approval.By, now, cancellationToken);
        var missing = Unanswered(asked, approval);
        if (missing.Count > 0)
            return new(StoreResult.Refused, [.. release.RefusalsFor(latest.Content, approval.PublishAt ?? now, now, attached), .. missing]);
        var wasPublic = release.WasEverPublic(now);
        var body = await db.RenderBodyAsync(latest.Body, cancellationToken);
        var refusals = release.Approve(latest, body, approval.PublishAt ?? now, approval.IsEmbargo, approval.By, now, attached, asked.Kind ? approval.Change : null);
        if (refusals.Count > 0)
            return new(StoreResult.Refused, refusals);

        release.BearDayOfPublication(zone);
        release.MarkEdited();
        Remember(release, asked, approval, now);
        var (resolved, contacts) = await ResolveAsync(latest.Content, cancellationToken);
        foreach (var (from, to) in await MergesAsync(latest.ContactIds, cancellationToken))
            release.ReplaceContact(from, to);
        await FollowHeadlineAsync(release, wasPublic, cancellationToken);
        audit.Record(AuditVerbs.Published, AuditLog.Thing(release), new { version = latest.Number, publishAt = approval.PublishAt ?? now, embargo = approval.IsEmbargo, alone = asked.LoneReason }, approval.By);
        await db.SaveChangesAsync(cancellationToken);
        await IndexAsync(release, body, resolved, contacts, isNew: false, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(StoreResult.Done, []);
    }

    /// <summary>What <paramref name="by"/> is asked before an approval of this revision.</summary>
    public async Task<ApprovalQuestions> QuestionsAsync(Release release, ReleaseRevision latest, string by, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(latest);
        return new(release.IsLive(now), latest.CreatedBy == by && await HasOtherPublishersAsync(cancellationToken));
    }

    /// <summary>The questions that an approval leaves open, as refusals.</summary>
    public static IReadOnlyList<PublishRefusal> Unanswered(ApprovalQuestions asked, Approval approval)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(approval);
        var missing = new List<PublishRefusal>();
        if (asked.Kind && approval.Change is null)
            missing.Add(new("Kind", "Say what the change is to readers: minor, an update, a correction or a clarification."));
        if (asked.Kind && approval.Change is { } change)
            missing.AddRange(change.Refusals());
        if (asked.LoneReason && string.IsNullOrWhiteSpace(approval.LoneReason))
            missing.Add(new("LoneReason", "You wrote this yourself. Say why nobody else looks at it first; the other publishers see your reason."));
        else if (asked.LoneReason && approval.LoneReason!.Length > LonePublication.MaxReason)
            missing.Add(new("LoneReason", $"Use at most {LonePublication.MaxReason} characters for the reason."));
        return missing;
    }

    /// <summary>Takes a release back, with a reason that readers see. Its preview links end with it.</summary>
    public Task<StoreResult> WithdrawAsync(int id, string reason, CancellationToken cancellationToken = default) => WithdrawAsync(id, reason, null, "", cancellationToken);

    /// <param name="replacedById">The live release that its address leads to from now on; null for a page that says why it is gone.</param>
    /// <returns><see cref="StoreResult.Refused"/> when the other release is not live.</returns>
    public async Task<StoreResult> WithdrawAsync(int id, string reason, int? replacedById, string by, CancellationToken cancellationToken = default)
    {
        var now = Now;
        if (replacedById is { } other && (other == id || !await db.Releases.Live(now).AnyAsync(r => r.Id == other, cancellationToken)))
            return StoreResult.Refused;
        var links = await db.PreviewLinks.Where(l => l.ReleaseId == id && l.RevokedAt == null).ToListAsync(cancellationToken);
        return await ChangeAsync(id, ReleaseStep.Withdraw, AuditVerbs.Withdrawn, release =>
        {
            release.Withdraw(reason, now, replacedById);
            foreach (var link in links)
                link.Revoke(by.Length > 0 ? by : "withdrawal", now);
        }, cancellationToken);
    }

    /// <summary>Sends a change back to its writer with a note. What is in review becomes a draft; a change to what is approved waits for a newer save.</summary>
    public async Task<StoreResult> SendBackAsync(int id, int expectedVersion, string note, string by, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LoadAsync(id, cancellationToken) is not { } release || await LatestAsync(id, cancellationToken) is not { } latest)
            return StoreResult.NotFound;
        if (latest.Number != expectedVersion)
            return StoreResult.Outdated;
        if (release.State != ReleaseState.InReview && !(release.State == ReleaseState.Approved && release.HasPendingChange))
            return StoreResult.NotLegal;
        if (release.State == ReleaseState.InReview)
            release.ReturnToDraft(Now);
        audit.Record(AuditVerbs.SentBack, AuditLog.Thing(release), new { version = latest.Number }, by);
        db.ReviewNotes.Add(new ReviewNote(id, latest.Number, note, by, Now));
        await db.SaveChangesAsync(cancellationToken);
        await IndexLatestAsync(release, latest, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>Notes that another publisher has seen what somebody published alone.</summary>
    public async Task<StoreResult> AcknowledgeAsync(int id, string by, CancellationToken cancellationToken = default)
    {
        var open = await db.LonePublications.Where(p => p.ReleaseId == id && p.AcknowledgedAt == null).ToListAsync(cancellationToken);
        // Every one of them is asked: one's own stay open.
        if (!open.ConvertAll(p => p.Acknowledge(by, Now)).Contains(true))
            return StoreResult.NotLegal;
        audit.Record(AuditVerbs.Acknowledged, new(AuditKinds.Release, id.ToString(CultureInfo.InvariantCulture), await db.Releases.Where(r => r.Id == id).Select(r => r.Headline).SingleAsync(cancellationToken)), by: by);
        await db.SaveChangesAsync(cancellationToken);
        return StoreResult.Done;
    }

    private void Remember(Release release, ApprovalQuestions asked, Approval approval, DateTimeOffset now)
    {
        if (asked.Kind && approval.Change is { Kind: not ChangeKind.Minor } change)
            db.PublicNotes.Add(new PublicNote(release.Id, approval.ExpectedVersion, change.Kind, change.Text!.Trim(), change.Place, approval.By, now));
        if (asked.LoneReason)
            db.LonePublications.Add(new LonePublication(release.Id, approval.ExpectedVersion, approval.By, approval.LoneReason!.Trim(), now));
    }

    private async Task<bool> HasOtherPublishersAsync(CancellationToken cancellationToken) =>
        await db.UserRoles.Where(held => db.Roles.Any(r => r.Id == held.RoleId && (r.Name == Roles.Publisher || r.Name == Roles.Administrator)))
            .Select(held => held.UserId).Distinct().CountAsync(cancellationToken) > 1;
}
