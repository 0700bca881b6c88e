using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Pages.Contacts;

/// <summary>Where the links of a merged contact lead.</summary>
internal static class MergedContact
{
    /// <summary>Merges follow each other rarely; more steps than this are a ring.</summary>
    private const int MaxSteps = 10;

    /// <summary>The slug of the contact that <paramref name="slug"/> was merged into in the end; null when it was not, or when that one is not public.</summary>
    public static async Task<string?> FindAsync(NewsRoomDbContext db, IQueryable<Release> live, string slug, CancellationToken ct)
    {
        var next = await db.Contacts.Where(c => c.Slug == slug).Select(c => c.MergedIntoId).FirstOrDefaultAsync(ct);
        for (var step = 0; next is not null && step < MaxSteps; step++)
        {
            var id = next.Value;
            var found = await db.Contacts.Where(c => c.Id == id).Select(c => new { c.MergedIntoId }).FirstOrDefaultAsync(ct);
            if (found is { MergedIntoId: null })
                return await db.Contacts.AnsweringFor(live).Where(c => c.Id == id).Select(c => c.Slug).FirstOrDefaultAsync(ct);
            next = found?.MergedIntoId;
        }

        return null;
    }
}
