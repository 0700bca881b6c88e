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
        // One that was withdrawn before its time never was public: its address tells nothing.
        return await known.EverPublic(now).Where(r => r.WithdrawnAt != null && r.WithdrawalReason != null)
            .Select(r => new Gone(r.WithdrawalReason!, r.WithdrawnAt!.Value)).FirstOrDefaultAsync(ct);
    }
}
