using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Releases;

namespace NewsRoom.Web.Pages;

/// <summary>The front page: the latest release, and what came before it.</summary>
public sealed class IndexModel(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options) : PageModel
{
    private const int Length = 12;

    public NewsRoomOptions Newsroom => options.Value;

    public ReleaseRow? Lead { get; private set; }

    public IReadOnlyList<ReleaseRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public IReadOnlyList<ThemeCount> Themes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var live = db.Releases.Live(clock.GetUtcNow());
        var rows = await ReleaseListing.RowsOf(live.NewestFirst()).Take(Length + 1).ToListAsync(ct);
        Lead = rows.FirstOrDefault();
        Rows = [.. rows.Take(Length).Skip(1)];
        HasMore = rows.Count > Length;
        Themes = await db.Themes.UsedBy(live).OrderBy(t => t.Name)
            .Select(t => new ThemeCount(t.Slug, t.Name, live.Count(r => r.Themes.Any(rt => rt.ThemeId == t.Id)))).ToListAsync(ct);
        new PageHead(null, "/") { Description = Newsroom.Description }.Show(ViewData);
    }

    public sealed record ThemeCount(string Slug, string Name, int Count);
}
