using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Contacts;

/// <summary>Everybody who answers for a release, by name.</summary>
public sealed class IndexModel(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, SiteText texts) : PageModel
{
    /// <summary>More people than any press office has; a longer list would be no help either.</summary>
    private const int MaxContacts = 500;

    public PressOfficeOptions PressOffice => options.Value.PressOffice;

    public IReadOnlyList<ContactCard> Cards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var contacts = await db.Contacts.AsNoTracking().AnsweringFor(db.Releases.Live(now), now).OrderBy(c => c.Name).Take(MaxContacts).ToListAsync(ct);
        // The office stands once, above them all.
        Cards = [.. contacts.Select(c => new ContactCard([ContactView.Of(c, options.Value.TimeZone)], new PressOfficeOptions(), null, null))];
        new PageHead(texts["MediaContacts"], "/contacts") { Section = "contacts", Description = texts["MediaContacts.What"], NeedsScript = Cards.Any(c => c.HasClock) }.Show(ViewData);
    }
}
