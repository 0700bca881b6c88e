namespace NewsRoom.Core.Releases;

/// <summary>The rules that are asked more than once, as queries.</summary>
public static class ReleaseQueries
{
    /// <summary>The one definition of "the public may see it".</summary>
    public static IQueryable<Release> Live(this IQueryable<Release> releases, DateTimeOffset now) =>
        releases.Where(r => r.State == ReleaseState.Approved && r.PublishAt <= now);

    /// <summary>Those that the public could ever see: <see cref="Release.WasEverPublic"/> as a query.</summary>
    public static IQueryable<Release> EverPublic(this IQueryable<Release> releases, DateTimeOffset now) =>
        releases.Where(r => r.FirstPublicAt <= now);

    /// <summary>Newest first; within a day the order on the source page; undated last, since no day is less than any. It is the order of an index: a page of a list reads no more than it shows.</summary>
    public static IQueryable<Release> NewestFirst(this IQueryable<Release> releases) =>
        releases.OrderByDescending(r => r.SortDay).ThenByDescending(r => r.SortOrder).ThenByDescending(r => r.Id);

    public static IQueryable<Release> InTheme(this IQueryable<Release> releases, string slug) =>
        releases.Where(r => r.Themes.Any(t => t.Theme!.Slug == slug));

    public static IQueryable<Release> OfContact(this IQueryable<Release> releases, int contactId) =>
        releases.Where(r => r.Contacts.Any(c => c.ContactId == contactId));

    /// <summary>Those of a contact, and those whose latest revision names it while it waits for approval.</summary>
    public static IQueryable<Release> NamingContact(this IQueryable<Release> releases, int contactId) =>
        releases.Where(r => r.Contacts.Any(c => c.ContactId == contactId) || r.Revisions.Any(v => v.Number == r.LatestRevisionNumber && v.ContactIds.Contains(contactId)));
}
