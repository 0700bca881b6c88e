using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Pages.Contacts;

/// <summary>Where the address of a contact leads who was merged or no longer answers.</summary>
/// <param name="Slug">Of the contact who answers in their place; null when nobody does.</param>
/// <param name="IsForEver">Merged, and not only gone: who left may come back.</param>
/// <param name="HasLeft">The public knew this contact, and nobody took their place.</param>
internal sealed record ContactAddress(string? Slug, bool IsForEver, bool HasLeft)
{
    /// <summary>Null when nobody whom the public may know of ever had this address.</summary>
    public static async Task<ContactAddress?> FindAsync(NewsRoomDbContext db, IQueryable<Release> live, string slug, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Contacts.AsNoTracking().Where(c => c.Slug == slug).Select(c => new { c.Id, c.MergedIntoId, c.AnswersUntil }).FirstOrDefaultAsync(ct) is not { } known)
            return null;
        var standing = await db.Contacts.StandingForAsync([known.Id], now, ct);
        if (standing.Count > 0 && standing[0].Id != known.Id)
        {
            var id = standing[0].Id;
            var other = await db.Contacts.AnsweringFor(live, now).Where(c => c.Id == id).Select(c => c.Slug).FirstOrDefaultAsync(ct);
            return other is null ? null : new(other, known.MergedIntoId is not null, false);
        }

        return known.AnswersUntil <= now && await live.OfContact(known.Id).AnyAsync(ct) ? new(null, false, true) : null;
    }
}
