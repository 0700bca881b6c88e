using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Tasks;

/// <summary>Web addresses in releases that failed at the last visit.</summary>
public sealed class LinkTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken) =>
        new("Links that do not answer", "Web addresses in releases that failed at the last visit.", await db.Links.Failing().CountAsync(cancellationToken), "/admin/links");
}
