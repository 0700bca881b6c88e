using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Tasks;

/// <summary>Places where the archive lost an address or a link.</summary>
public sealed class GapTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public string? Section => "gaps";

    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken) =>
        new("Open gaps", "Places where the archive lost an address or a link.", await db.Gaps.CountAsync(g => g.MendedAt == null, cancellationToken), "/admin/gaps");
}

/// <summary>Contacts that nobody has confirmed since they were printed.</summary>
public sealed class UnconfirmedContactTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken) =>
        new("Contacts not confirmed", "Shown as printed years ago until somebody confirms them.", await db.Contacts.CountAsync(c => c.ConfirmedAt == null && c.MergedIntoId == null, cancellationToken), "/admin/contacts?unconfirmed=true");
}

/// <summary>Pictures and documents of which nobody has said what they show.</summary>
public sealed class UndescribedMediaTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken) =>
        new("Media without words", "A release that attaches them cannot go out until somebody says what they show.", await db.Assets.LackingAltText().CountAsync(cancellationToken), "/admin/media?want=alt");
}
