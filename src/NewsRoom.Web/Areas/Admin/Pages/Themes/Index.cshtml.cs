using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Themes;

/// <summary>The themes with what they hold.</summary>
public sealed class IndexModel(NewsRoomDbContext db) : DeskPage
{
    public sealed record Row(int Id, string Slug, string Name, string Description, int Releases);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Rows = await db.Themes.OrderBy(t => t.Name).Select(t => new Row(t.Id, t.Slug, t.Name, t.Description, db.Releases.Count(r => r.Themes.Any(x => x.ThemeId == t.Id)))).ToListAsync(cancellationToken);
}
