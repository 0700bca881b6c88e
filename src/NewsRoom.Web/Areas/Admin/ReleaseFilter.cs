using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>The filters of the release list. They are its address: a list can be bookmarked and sent to a colleague.</summary>
public sealed class ReleaseFilter
{
    public string? State { get; set; }

    public string? Theme { get; set; }

    public int? Contact { get; set; }

    public int? Year { get; set; }

    /// <summary>One of <see cref="Wants"/>: what is missing or doubtful.</summary>
    public string? Want { get; set; }

    public string? Q { get; set; }

    public static readonly IReadOnlyList<(string Value, string Label)> Wants =
    [
        ("unsure", "Import was unsure"), ("gaps", "Has open gaps"), ("no-date", "No date"), ("no-contact", "No contact"), ("unconfirmed", "Contact not confirmed"), ("pending", "Change not published"),
        ("mine", "Saved last by me"), ("sent-back", "Sent back to me"), ("alone", "Published alone"),
    ];

    public bool IsEmpty => State is null && Theme is null && Contact is null && Year is null && Want is null && string.IsNullOrWhiteSpace(Q);

    /// <summary>Every filter but the search text.</summary>
    /// <param name="person">Who asks: some filters find what is theirs, and without them find nothing.</param>
    public IQueryable<Release> Apply(IQueryable<Release> releases, DateTimeOffset now, (NewsRoomDbContext Db, string Name)? person = null)
    {
        releases = releases.InStatus(State, now);
        releases = person is var (db, name) ? Theirs(releases, Want, db, name) ?? Missing(releases, Want) : Missing(releases, Want);
        if (Theme is { } theme)
            releases = releases.InTheme(theme);
        if (Contact is { } contact)
            releases = releases.OfContact(contact);
        if (Year is { } year and > 0 and < 9999)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            releases = releases.Where(r => r.SortDay >= first && r.SortDay <= last);
        }

        return releases;
    }

    /// <summary>The whole filter, search text included.</summary>
    public IQueryable<Release> Find(NewsRoomDbContext db, SqliteSearchIndex search, DateTimeOffset now, string by)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(search);
        var found = Apply(db.Releases, now, (db, by));
        return string.IsNullOrWhiteSpace(Q) ? found : search.Matching(db, found, SearchQuery.Parse(Q), SearchScope.Desk);
    }

    /// <summary>The releases that want something before they are right.</summary>
    public static IQueryable<Release> Missing(IQueryable<Release> releases, string? want) => want switch
    {
        "unsure" => releases.Where(r => r.UnsureNotes != null),
        "gaps" => releases.Where(r => r.Gaps.Any(g => g.MendedAt == null)),
        "no-date" => releases.Where(r => r.Date.Precision == DatePrecision.Unknown),
        "no-contact" => releases.Where(r => r.Contacts.Count == 0),
        "unconfirmed" => releases.Where(r => r.Contacts.Any(c => c.Contact!.ConfirmedAt == null)),
        "pending" => releases.Where(r => r.State == ReleaseState.Approved && r.ApprovedRevisionNumber != r.LatestRevisionNumber),
        null or "" => releases,
        _ => releases.Where(r => false),
    };

    /// <summary>Filters that depend on who asks; null for any other.</summary>
    private static IQueryable<Release>? Theirs(IQueryable<Release> releases, string? want, NewsRoomDbContext db, string name) => want switch
    {
        "mine" => releases.LastSavedBy(name),
        "sent-back" => releases.SentBackTo(name, db.ReviewNotes),
        "alone" => releases.Where(r => db.LonePublications.Any(p => p.ReleaseId == r.Id && p.AcknowledgedAt == null)),
        _ => null,
    };

    /// <summary>The filters as route values, for links that page on.</summary>
    public Dictionary<string, string> ToRoute(string? key = null, string? value = null)
    {
        var route = new Dictionary<string, string>(StringComparer.Ordinal);
        void Put(string name, object? what)
        {
            if (what?.ToString() is { Length: > 0 } text)
                route[name] = text;
        }

        Put("state", State);
        Put("theme", Theme);
        Put("contact", Contact);
        Put("year", Year);
        Put("want", Want);
        Put("q", Q);
        if (key is not null)
            Put(key, value);
        return route;
    }
}
