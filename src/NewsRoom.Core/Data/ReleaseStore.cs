using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;

namespace NewsRoom.Core.Data;

/// <summary>
/// The path of every change an editor makes to a release. Each method is one transaction: content, revision and search index change together or not at all.
/// On SQLite a transaction holds the write lock from its beginning, so what is read in it cannot change under it.
/// </summary>
/// <param name="zone">The newsroom's own time zone: where it is which day when a release goes out.</param>
public sealed partial class ReleaseStore(NewsRoomDbContext db, SqliteSearchIndex search, TimeProvider clock, AuditLog audit, TimeZoneInfo zone)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Writes a new draft.</summary>
    public async Task<Release> CreateAsync(ReleaseContent content, string by, string? note, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (resolved, contacts) = await ResolveAsync(content, cancellationToken);
        var body = await db.RenderBodyAsync(resolved.Body, cancellationToken);
        var slug = await FreeSlug.AmongAsync(TakenSlugs(null), Slug.OfRelease(resolved.Headline, resolved.Date), cancellationToken);
        var release = new Release(slug, resolved, body, ContactSnapshot.ToJson(contacts), by, Now, note);
        release.MarkEdited();
        db.Releases.Add(release);
        await db.SaveChangesAsync(cancellationToken);
        audit.Record(AuditVerbs.Created, AuditLog.Thing(release), by: by);
        await db.SaveChangesAsync(cancellationToken);
        await IndexAsync(release, body, resolved, contacts, isNew: true, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return release;
    }

    /// <summary>Saves a revision, unless somebody saved since <paramref name="expectedVersion"/>: then nothing changes and their revision is returned.</summary>
    public async Task<SaveOutcome> SaveAsync(int id, int expectedVersion, ReleaseContent content, string by, string? note, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            return await SaveOnceAsync(id, expectedVersion, content, by, note, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A database that does not lock at the beginning finds out at the end.
            db.ChangeTracker.Clear();
            return await LatestAsync(id, cancellationToken) is { } newer ? new(StoreResult.Outdated, newer.Number, newer) : new(StoreResult.NotFound, 0);
        }
    }

    /// <summary>Notes that an editor has looked at what an import was unsure of and found nothing to correct.</summary>
    public Task<StoreResult> MarkCheckedAsync(int id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, null, AuditVerbs.Checked, release => release.MarkEdited(), cancellationToken);

    public Task<StoreResult> SubmitAsync(int id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, ReleaseStep.Submit, AuditVerbs.Submitted, release => release.SubmitForReview(Now), cancellationToken);

    public Task<StoreResult> SendBackAsync(int id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, ReleaseStep.SendBack, AuditVerbs.SentBack, release => release.ReturnToDraft(Now), cancellationToken);

    public Task<StoreResult> ReturnToDraftAsync(int id, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, ReleaseStep.ReturnToDraft, AuditVerbs.Redrafted, release => release.ReturnToDraft(Now), cancellationToken);

    /// <summary>Gives a release another address; one that was public leads on for ever.</summary>
    /// <returns><see cref="StoreResult.Refused"/> when another release has the address or had it.</returns>
    public async Task<StoreResult> MoveAsync(int id, Slug slug, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LoadAsync(id, cancellationToken) is not { } release)
            return StoreResult.NotFound;
        if (release.Slug == slug.Value)
            return StoreResult.Done;
        if (await TakenSlugs(id).AnyAsync(s => s == slug.Value, cancellationToken))
            return StoreResult.Refused;
        audit.Record(AuditVerbs.Moved, AuditLog.Thing(release), new { from = release.Slug, to = slug.Value });
        await MoveToAsync(release, slug.Value, release.WasEverPublic(Now), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>Deletes a release that was never public, with its history.</summary>
    public async Task<StoreResult> DeleteAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LoadAsync(id, cancellationToken) is not { } release)
            return StoreResult.NotFound;
        if (!release.Allows(ReleaseStep.Delete, Now))
            return StoreResult.NotLegal;
        await search.RemoveAsync(db, id, cancellationToken);
        audit.Record(AuditVerbs.Deleted, AuditLog.Thing(release));
        db.Releases.Remove(release);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>Brings the search index of releases up to date after something they show has changed. The caller holds the transaction.</summary>
    internal async Task ReindexAsync(IEnumerable<int> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            if (await LoadAsync(id, cancellationToken) is { } release && await LatestAsync(id, cancellationToken) is { } latest)
                await IndexLatestAsync(release, latest, cancellationToken);
        }
    }

    /// <summary>The content with merged contacts replaced by the ones they were merged into, and those contacts in order.</summary>
    public async Task<(ReleaseContent Content, IReadOnlyList<MediaContact> Contacts)> ResolveAsync(ReleaseContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var merges = await MergesAsync(content.ContactIds, cancellationToken);
        List<int> ids = [.. content.ContactIds.Select(id => merges.GetValueOrDefault(id, id)).Distinct()];
        var found = await db.Contacts.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var contacts = ids.Where(found.ContainsKey).Select(id => found[id]).ToList();
        var themes = await db.Themes.Where(t => content.ThemeIds.Contains(t.Id)).Select(t => t.Id).ToListAsync(cancellationToken);
        return (await WithAttachmentsAsync(content, cancellationToken) with { ContactIds = [.. contacts.Select(c => c.Id)], ThemeIds = [.. content.ThemeIds.Where(themes.Contains).Distinct()] }, contacts);
    }

    private async Task<SaveOutcome> SaveOnceAsync(int id, int expectedVersion, ReleaseContent content, string by, string? note, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LoadAsync(id, cancellationToken) is not { } release)
            return new(StoreResult.NotFound, 0);
        if (release.LatestRevisionNumber != expectedVersion)
            return new(StoreResult.Outdated, release.LatestRevisionNumber, await LatestAsync(id, cancellationToken));
        var (resolved, contacts) = await ResolveAsync(content, cancellationToken);
        var body = await db.RenderBodyAsync(resolved.Body, cancellationToken);
        release.Save(resolved, body, ContactSnapshot.ToJson(contacts), by, Now, note);
        release.MarkEdited();
        await FollowHeadlineAsync(release, release.WasEverPublic(Now), cancellationToken);
        audit.Record(AuditVerbs.Saved, AuditLog.Thing(release), new { version = release.LatestRevisionNumber }, by);
        await db.SaveChangesAsync(cancellationToken);
        await IndexAsync(release, body, resolved, contacts, isNew: false, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(StoreResult.Done, release.LatestRevisionNumber);
    }

    private async Task<StoreResult> ChangeAsync(int id, ReleaseStep? step, string verb, Action<Release> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LoadAsync(id, cancellationToken) is not { } release || await LatestAsync(id, cancellationToken) is not { } latest)
            return StoreResult.NotFound;
        if (step is { } asked && !release.Allows(asked, Now))
            return StoreResult.NotLegal;
        change(release);
        audit.Record(verb, AuditLog.Thing(release));
        await db.SaveChangesAsync(cancellationToken);
        await IndexLatestAsync(release, latest, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    private Task<Release?> LoadAsync(int id, CancellationToken cancellationToken) =>
        db.Releases.Include(r => r.Themes).Include(r => r.Contacts).Include(r => r.Quotations).Include(r => r.Attachments).AsSplitQuery().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);

    private Task<ReleaseRevision?> LatestAsync(int id, CancellationToken cancellationToken) =>
        db.Revisions.Where(r => r.ReleaseId == id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);

    private Task<Dictionary<int, int>> MergesAsync(IReadOnlyList<int> contactIds, CancellationToken cancellationToken) =>
        db.Contacts.Where(c => contactIds.Contains(c.Id) && c.MergedIntoId != null).ToDictionaryAsync(c => c.Id, c => c.MergedIntoId!.Value, cancellationToken);

    private IQueryable<string> TakenSlugs(int? exceptReleaseId) =>
        db.Releases.Where(r => r.Id != exceptReleaseId).Select(r => r.Slug).Concat(db.PastSlugs.Where(p => p.ReleaseId != exceptReleaseId).Select(p => p.Slug));

    /// <summary>Until a release was public its address follows the headline; afterwards only <see cref="MoveAsync"/> changes it.</summary>
    private async Task FollowHeadlineAsync(Release release, bool wasPublic, CancellationToken cancellationToken)
    {
        var wanted = Slug.OfRelease(release.Headline, release.Date);
        if (wasPublic || FreeSlug.Fits(release.Slug, wanted))
            return;
        await MoveToAsync(release, await FreeSlug.AmongAsync(TakenSlugs(release.Id), wanted, cancellationToken), wasPublic, cancellationToken);
    }

    private async Task MoveToAsync(Release release, string slug, bool wasPublic, CancellationToken cancellationToken)
    {
        // Moving back to an earlier address makes it the present one again.
        await db.PastSlugs.Where(p => p.Slug == slug).ExecuteDeleteAsync(cancellationToken);
        if (wasPublic)
            db.PastSlugs.Add(new PastSlug(release.Slug, release.Id));
        release.MoveTo(slug);
    }

    private async Task IndexLatestAsync(Release release, ReleaseRevision latest, CancellationToken cancellationToken)
    {
        var (resolved, contacts) = await ResolveAsync(latest.Content, cancellationToken);
        await IndexAsync(release, await db.RenderBodyAsync(latest.Body, cancellationToken), resolved, contacts, isNew: false, cancellationToken);
    }

    private async Task IndexAsync(Release release, RenderedBody body, ReleaseContent content, IReadOnlyList<MediaContact> contacts, bool isNew, CancellationToken cancellationToken)
    {
        // What is live may name people whom a change that waits for approval has left out.
        List<int> others = [.. release.Contacts.Select(c => c.ContactId).Except(contacts.Select(c => c.Id))];
        var known = others.Count == 0 ? contacts : [.. contacts, .. await db.Contacts.Where(c => others.Contains(c.Id)).ToListAsync(cancellationToken)];
        await search.IndexAsync(db, release, body, content, known, isNew, cancellationToken);
    }
}
