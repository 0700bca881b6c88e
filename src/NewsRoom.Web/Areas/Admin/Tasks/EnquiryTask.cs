using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Tasks;

/// <summary>Journalists who wait for an answer, those whose deadline comes first named.</summary>
public sealed class EnquiryTask(NewsRoomDbContext db) : IDeskTaskSource
{
    private const int Shown = 3;

    public string? Section => "enquiries";

    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken)
    {
        var open = db.Enquiries.Where(e => e.ClosedAt == null);
        var first = await open.OrderBy(e => e.DeadlineAt == null).ThenBy(e => e.DeadlineAt).ThenBy(e => e.ReceivedAt).Take(Shown).Select(e => new { e.Id, e.Name, e.Outlet }).ToListAsync(cancellationToken);
        return new("Enquiries", "Journalists wait for an answer.", await open.CountAsync(cancellationToken), "/admin/enquiries",
            First: [.. first.Select(e => new DeskTaskItem(e.Outlet is null ? e.Name : $"{e.Name}, {e.Outlet}", $"/admin/enquiries/{e.Id}"))]);
    }
}
