using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Editors;

/// <summary>Who can sign in, and what they may do.</summary>
public sealed class IndexModel(NewsRoomDbContext db) : DeskPage
{
    public sealed record Row(string Id, string Name, string? Email, DateTimeOffset Since, IReadOnlyList<string> Roles);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Rows = await db.Users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new Row(u.Id, u.DisplayName, u.Email, u.CreatedAt, db.UserRoles.Where(x => x.UserId == u.Id).Join(db.Roles, x => x.RoleId, r => r.Id, (x, r) => r.Name!).OrderBy(n => n).ToList()))
            .ToListAsync(cancellationToken);
}
