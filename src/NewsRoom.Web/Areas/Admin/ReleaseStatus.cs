using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>How the desk names where a release stands, and the filter that lists its like.</summary>
public static class ReleaseStatus
{
    public const string Draft = "draft";
    public const string Review = "review";
    public const string Scheduled = "scheduled";
    public const string Live = "live";
    public const string Withdrawn = "withdrawn";

    /// <summary>The values of the state filter with their labels, in the order of a release's life.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> All = [(Draft, "Draft"), (Review, "In review"), (Scheduled, "Scheduled"), (Live, "Live"), (Withdrawn, "Withdrawn")];

    public static string Of(ReleaseState state, DateTimeOffset? publishAt, DateTimeOffset now) => state switch
    {
        ReleaseState.Draft => Draft,
        ReleaseState.InReview => Review,
        ReleaseState.Approved when publishAt <= now => Live,
        ReleaseState.Approved => Scheduled,
        _ => Withdrawn,
    };

    public static string Label(string status) => All.First(s => s.Value == status).Label;

    /// <summary>What waits for a publisher: submitted, or saved over what was approved. A change that was sent back waits for a newer save instead.</summary>
    public static IQueryable<Release> AwaitingReview(this IQueryable<Release> releases, IQueryable<ReviewNote> notes) =>
        releases.Where(r => r.State == ReleaseState.InReview || (r.State == ReleaseState.Approved && r.ApprovedRevisionNumber != r.LatestRevisionNumber
            && !notes.Any(n => n.ReleaseId == r.Id && n.RevisionNumber == r.LatestRevisionNumber)));

    /// <summary>The releases whose latest version is by this person.</summary>
    public static IQueryable<Release> LastSavedBy(this IQueryable<Release> releases, string name) =>
        releases.Where(r => r.Revisions.Any(v => v.Number == r.LatestRevisionNumber && v.CreatedBy == name));

    /// <summary>What a publisher sent back to this person with a note that neither a newer save nor a new submission has answered.</summary>
    public static IQueryable<Release> SentBackTo(this IQueryable<Release> releases, string name, IQueryable<ReviewNote> notes) =>
        releases.LastSavedBy(name).Where(r => r.State != ReleaseState.InReview && notes.Any(n => n.ReleaseId == r.Id && n.RevisionNumber == r.LatestRevisionNumber));

    public static IQueryable<Release> InStatus(this IQueryable<Release> releases, string? status, DateTimeOffset now) => status switch
    {
        Draft => releases.Where(r => r.State == ReleaseState.Draft),
        Review => releases.Where(r => r.State == ReleaseState.InReview),
        Scheduled => releases.Where(r => r.State == ReleaseState.Approved && r.PublishAt > now),
        Live => releases.Live(now),
        Withdrawn => releases.Where(r => r.State == ReleaseState.Withdrawn),
        _ => releases,
    };
}
