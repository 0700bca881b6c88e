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
