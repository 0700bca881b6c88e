using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages;

/// <summary>The ways to hear of new releases.</summary>
public sealed class SubscribeModel(NewsRoomDbContext db, TimeProvider clock, SiteText texts) : PageModel
{
    /// <summary>What has feeds: the folder they stand in, and its name.</summary>
    public IReadOnlyList<(string Path, string Name)> Feeds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var themes = await db.Themes.UsedBy(db.Releases.Live(clock.GetUtcNow())).OrderBy(t => t.Name).Select(t => new { t.Slug, t.Name }).ToListAsync(ct);
        Feeds = [("/", texts["Subscribe.All"]), .. themes.Select(t => ($"/themes/{t.Slug}/", t.Name)), ("/corrections/", texts["Corrections"])];
        new PageHead(texts["GetUpdates"], "/subscribe") { Section = "subscribe", Description = texts["Subscribe.What"] }.Show(ViewData);
    }
}
