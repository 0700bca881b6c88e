using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Releases;

namespace NewsRoom.Web.Pages.Contacts;

/// <summary>A contact and the releases they answer for.</summary>
public sealed class DetailsModel(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options) : PageModel
{
    public ContactView Contact { get; private set; } = null!;

    public ContactCard Card { get; private set; } = null!;

    public ReleaseListing Listing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string? older, string? newer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var live = db.Releases.Live(now);
        if (await db.Contacts.AsNoTracking().AnsweringFor(live, now).FirstOrDefaultAsync(c => c.Slug == slug, ct) is not { } found)
        {
            var elsewhere = await ContactAddress.FindAsync(db, live, slug, now, ct);
            if (elsewhere is { Slug: { } other })
                return elsewhere.IsForEver ? RedirectPermanent($"/contacts/{other}") : Redirect($"/contacts/{other}");
            if (elsewhere is not { HasLeft: true })
                return NotFound();
            // Nothing of whoever left is said but that nobody answers at this address any more.
            HttpContext.Items[typeof(ContactAddress)] = elsewhere;
            return StatusCode(StatusCodes.Status410Gone);
        }

        Contact = ContactView.Of(found, options.Value.TimeZone);
        Card = new ContactCard([Contact], options.Value.PressOffice, null, null);
        Listing = await ReleaseListing.ReadAsync(live.AnsweredBy(found.Id, now), older, newer, ct);
        new PageHead(Contact.Name, $"/contacts/{slug}" + ReleaseListing.CanonicalQuery(older, newer))
        {
            Section = "contacts",
            Description = string.Join(", ", new[] { Contact.Name, Contact.Role, Contact.Office }.OfType<string>()),
            FeedPath = $"/contacts/{slug}/feed.atom",
            FeedTitle = $"{Contact.Name} – {options.Value.Title}",
            NeedsScript = Card.HasClock,
        }.Show(ViewData);
        return Page();
    }
}
