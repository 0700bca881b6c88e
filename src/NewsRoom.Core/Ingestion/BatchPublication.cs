using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

/// <summary>Where the releases of a batch stand now, those it only found again included.</summary>
/// <param name="Other">In review, scheduled or withdrawn.</param>
public sealed record BatchStanding(int Public, int Drafts, int Other);

/// <summary>A release that is not public though its document was accepted to be published.</summary>
/// <param name="Reason">In words that follow "not published, because".</param>
public sealed record HeldRelease(int Id, string Headline, string Slug, string Reason);

/// <summary>What became of the wish to publish a batch.</summary>
public static class BatchPublication
{
    public static async Task<BatchStanding> StandingAsync(NewsRoomDbContext db, int batchId, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var releases = Of(db, db.Documents.Where(d => d.BatchId == batchId));
        var live = await releases.Live(now).CountAsync(cancellationToken);
        var drafts = await releases.CountAsync(r => r.State == ReleaseState.Draft, cancellationToken);
        return new(live, drafts, await releases.CountAsync(cancellationToken) - live - drafts);
    }

    /// <summary>The releases that were to be published and are not public, in the order they were made.</summary>
    public static async Task<IReadOnlyList<HeldRelease>> HeldAsync(NewsRoomDbContext db, int batchId, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var asked = db.Documents.Where(d => d.BatchId == batchId && (db.StagedDocuments.Any(s => s.DocumentId == d.Id && s.State == StagedState.Accepted && s.Publishes)
            || db.Batches.Any(b => b.Id == batchId && !b.IsStaged && b.Publishes)));
        var rows = await Of(db, asked).Where(r => r.State != ReleaseState.Approved || r.PublishAt > now).OrderBy(r => r.Id).Select(r => new
        {
            r.Id,
            r.Headline,
            r.Slug,
            r.State,
            r.EmbargoNotice,
            r.IsEdited,
            HasBody = r.Body != "",
            MadeToBePublished = r.Sources.OrderBy(s => s.Id).Select(s => asked.Any(d => d.Id == s.DocumentId)).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new HeldRelease(r.Id, r.Headline, r.Slug, r switch
        {
            { State: ReleaseState.Approved } => "it is scheduled for a time of its own",
            { State: ReleaseState.InReview } => "it waits for a publisher's review",
            { State: ReleaseState.Withdrawn } => "it was withdrawn",
            { EmbargoNotice: { } notice } => $"it carries an embargo (“{notice}”): confirm the embargo and publish it yourself",
            { MadeToBePublished: false } => "it was here before as a draft, and an import publishes only what it makes",
            { Headline: "" } => "it has no headline",
            { HasBody: false } => "it has no text",
            { IsEdited: true } => "an editor has taken it up since",
            _ => "it is a draft now: look at it and publish it yourself",
        }))];
    }

    private static IQueryable<Release> Of(NewsRoomDbContext db, IQueryable<StoredDocument> documents) =>
        db.Releases.AsNoTracking().Where(r => r.Sources.Any(s => documents.Any(d => d.Id == s.DocumentId)));
}
