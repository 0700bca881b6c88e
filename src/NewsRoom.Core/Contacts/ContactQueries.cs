using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Contacts;

/// <summary>The rules about contacts that are asked more than once, as queries.</summary>
public static class ContactQueries
{
    /// <summary>The contacts whom the public may see: those of live releases. A contact of drafts alone is as secret as they are.</summary>
    /// <param name="live">Releases filtered by <see cref="ReleaseQueries.Live"/>.</param>
    public static IQueryable<MediaContact> AnsweringFor(this IQueryable<MediaContact> contacts, IQueryable<Release> live) =>
        contacts.Where(c => c.MergedIntoId == null && live.Any(r => r.Contacts.Any(rc => rc.ContactId == c.Id)));
}
