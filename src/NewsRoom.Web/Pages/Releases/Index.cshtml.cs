using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>All releases, newest first.</summary>
public sealed class IndexModel(NewsRoomDbContext db, TimeProvider clock, SiteText texts) : PageModel
{
    public ReleaseListing Listing { get; private set; } = new([], null, null);

    public async Task OnGetAsync(string? older, string? newer, CancellationToken ct)
    {
        Listing = await ReleaseListing.ReadAsync(db.Releases.Live(clock.GetUtcNow()), older, newer, ct);
        new PageHead(texts["Releases"], "/releases" + ReleaseListing.CanonicalQuery(older, newer)) { Section = "releases", Description = texts["Releases.What"] }.Show(ViewData);
    }
}
