using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Contacts;
using NewsRoom.Web.Pages.Releases;

namespace NewsRoom.Web.Pages.Themes;

/// <summary>A theme: its introduction, who answers for it, and its releases.</summary>
public sealed class DetailsModel(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options) : PageModel
{
    public Theme Theme { get; private set; } = null!;

    public ReleaseListing Listing { get; private set; } = null!;

    public IReadOnlyList<(int Year, int Count)> Years { get; private set; } = [];

    public ContactCard Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string? older, string? newer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var live = db.Releases.Live(now);
        if (await db.Themes.AsNoTracking().UsedBy(live).FirstOrDefaultAsync(t => t.Slug == slug, ct) is not { } theme)
            return NotFound();
        Theme = theme;
        var releases = live.InTheme(slug);
        Listing = (await ReleaseListing.ReadAsync(releases, older, newer, ct)).Within(slug);
        var years = await releases.Where(r => r.SortDay != null).GroupBy(r => r.SortDay!.Value.Year).Select(g => new { Year = g.Key, Count = g.Count() }).OrderByDescending(g => g.Year).ToListAsync(ct);
        Years = [.. years.Select(y => (y.Year, y.Count))];
        // Who answers for most of its releases is the one to ask.
        var ranked = await db.Contacts.MostNamedBy(releases).Take(5).ToListAsync(ct);
        var key = await db.Contacts.StandingForAsync(ranked, now, ct);
        // Somebody who can be reached before somebody whose number the archive lost.
        Card = new ContactCard([.. key.OrderByDescending(c => c.PhoneE164 is not null || c.Email is not null).Take(1).Select(c => ContactView.Of(c, options.Value.TimeZone))], options.Value.PressOffice, theme.Name, null);
        new PageHead(theme.Name, $"/themes/{slug}" + ReleaseListing.CanonicalQuery(older, newer))
        {
            Description = theme.Description,
            FeedPath = $"/themes/{slug}/feed.atom",
            FeedTitle = $"{theme.Name} – {options.Value.Title}",
            NeedsScript = Card.HasClock,
        }.Show(ViewData);
        return Page();
    }
}
