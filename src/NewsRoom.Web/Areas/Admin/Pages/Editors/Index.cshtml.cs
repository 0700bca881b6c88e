using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Editors;

/// <summary>Who can sign in, and what they may do.</summary>
public sealed class IndexModel(NewsRoomDbContext db, Invitations invitations) : DeskPage
{
    public sealed record Row(string Id, string Name, string? Email, DateTimeOffset Since, bool HasSecondStep, int Passkeys, IReadOnlyList<string> Roles)
    {
        /// <summary>"password, second step, 2 passkeys".</summary>
        public string Ways => "password" + (HasSecondStep ? ", second step" : "") + (Passkeys == 0 ? "" : Passkeys == 1 ? ", a passkey" : $", {Passkeys} passkeys");
    }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Rows = await db.Users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new Row(u.Id, u.DisplayName, u.Email, u.CreatedAt, u.TwoFactorEnabled, db.Set<IdentityUserPasskey<string>>().Count(p => p.UserId == u.Id),
                db.UserRoles.Where(x => x.UserId == u.Id).Join(db.Roles, x => x.RoleId, r => r.Id, (x, r) => r.Name!).OrderBy(n => n).ToList()))
            .ToListAsync(cancellationToken);
        Invitations = await invitations.ListOpenAsync(cancellationToken);
    }
}
