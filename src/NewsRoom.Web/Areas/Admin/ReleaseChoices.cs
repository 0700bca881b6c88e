using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>The themes and contacts that forms and filters offer.</summary>
public sealed record ReleaseChoices(IReadOnlyList<ReleaseChoices.ThemeChoice> Themes, IReadOnlyList<ReleaseChoices.ContactChoice> Contacts)
{
    public sealed record ThemeChoice(int Id, string Slug, string Name);

    public sealed record ContactChoice(int Id, string Name, string? Office, bool IsConfirmed)
    {
        public string Label => Office is null ? Name : $"{Name} ({Office})";
    }

    public sealed record AssetChoice(int Id, string Name, MediaKind Kind, bool LacksAltText)
    {
        public string Label => $"{Name} ({Kind.Label()}, media:{Id})";
    }

    /// <summary>Pictures and documents, the newest first.</summary>
    public IReadOnlyList<AssetChoice> Assets { get; init; } = [];

    public string AssetName(int id) => Assets.FirstOrDefault(a => a.Id == id)?.Label ?? "a file that was deleted";

    public string ContactName(int id) => Contacts.FirstOrDefault(c => c.Id == id)?.Label ?? "a contact that was merged or removed";

    public static async Task<ReleaseChoices> LoadAsync(NewsRoomDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new(
            await db.Themes.OrderBy(t => t.Name).Select(t => new ThemeChoice(t.Id, t.Slug, t.Name)).ToListAsync(cancellationToken),
            await db.Contacts.Where(c => c.MergedIntoId == null).OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => new ContactChoice(c.Id, c.Name, c.Office, c.ConfirmedAt != null)).ToListAsync(cancellationToken))
        {
            Assets = await db.Assets.OrderByDescending(a => a.Id).Select(a => new AssetChoice(a.Id, a.Name, a.Kind,
                (a.AltText == null || a.AltText.Trim() == "") && (!a.IsDecorative || a.Kind == MediaKind.Pdf))).ToListAsync(cancellationToken),
        };
    }
}
