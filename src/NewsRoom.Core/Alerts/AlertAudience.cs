using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.Alerts;

/// <summary>How many people a mail would go to, as <see cref="Announcer"/> would choose them now.</summary>
/// <param name="AtOnce">Those who are told when it happens.</param>
/// <param name="Later">Those who find it in their next daily or weekly letter.</param>
public sealed record AlertAudience(int AtOnce, int Later)
{
    /// <summary>Of a release of these themes.</summary>
    public static async Task<AlertAudience> OfReleaseAsync(NewsRoomDbContext db, IReadOnlyList<int> themeIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var followers = await db.AlertSubscribers.AsNoTracking().Where(s => s.BouncedAt == null).ToListAsync(cancellationToken);
        var wanted = followers.FindAll(f => f.Wants(themeIds));
        var atOnce = wanted.Count(f => f.Frequency == AlertFrequency.AtOnce);
        return new(atOnce, wanted.Count - atOnce);
    }

    /// <summary>Of a note on a release that is public: whoever follows it, and whoever was told of it.</summary>
    public static async Task<AlertAudience> OfNoteAsync(NewsRoomDbContext db, int releaseId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var told = await db.AlertDeliveries.Where(d => d.ReleaseId == releaseId).Select(d => d.SubscriberId).ToHashSetAsync(cancellationToken);
        var followers = await db.AlertSubscribers.AsNoTracking().Where(s => s.BouncedAt == null).ToListAsync(cancellationToken);
        return new(followers.Count(f => f.ReleaseIds.Contains(releaseId) || told.Contains(f.Id)), 0);
    }
}
