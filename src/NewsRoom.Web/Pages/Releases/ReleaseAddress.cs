using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>What became of a release that is not live at an address.</summary>
public abstract record ReleaseAddress
{
    private ReleaseAddress() { }

    /// <summary>It is live under another slug.</summary>
    public sealed record Moved(string Slug) : ReleaseAddress;

    /// <summary>It was public and was withdrawn.</summary>
    public sealed record Gone(string Reason, DateTimeOffset At) : ReleaseAddress;

    /// <summary>What stands at an address where no live release does; null when nothing ever did that the public may know of.</summary>
    public static async Task<ReleaseAddress?> ResolveAsync(NewsRoomDbContext db, string slug, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var past = db.PastSlugs.Where(s => s.Slug == slug).Select(s => s.ReleaseId);
        var known = db.Releases.AsNoTracking().Where(r => r.Slug == slug || past.Contains(r.Id));
        if (await known.Live(now).Select(r => r.Slug).FirstOrDefaultAsync(ct) is { } moved)
            return new Moved(moved);
        if (await ReplacementAsync(db, known, now, ct) is { } replacement)
            return new Moved(replacement);
        // One that was withdrawn before its time never was public: its address tells nothing.
        return await known.EverPublic(now).Where(r => r.WithdrawnAt != null && r.WithdrawalReason != null)
            .Select(r => new Gone(r.WithdrawalReason!, r.WithdrawnAt!.Value)).FirstOrDefaultAsync(ct);
    }

    /// <summary>The live release that stands in the place of one that was withdrawn for it, over as many replacements as there were.</summary>
    private static async Task<string?> ReplacementAsync(NewsRoomDbContext db, IQueryable<Release> known, DateTimeOffset now, CancellationToken ct)
    {
        var next = await known.EverPublic(now).Where(r => r.State == ReleaseState.Withdrawn).Select(r => r.ReplacedById).FirstOrDefaultAsync(ct);
        for (var seen = new HashSet<int>(); next is { } id && seen.Add(id);)
        {
            if (await db.Releases.Live(now).Where(r => r.Id == id).Select(r => r.Slug).FirstOrDefaultAsync(ct) is { } slug)
                return slug;
            next = await db.Releases.Where(r => r.Id == id && r.State == ReleaseState.Withdrawn).Select(r => r.ReplacedById).FirstOrDefaultAsync(ct);
        }

        return null;
    }
}
