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
        var live = db.Releases.Live(clock.GetUtcNow());
        var found = await db.Contacts.AnsweringFor(live).Where(c => c.Slug == slug)
            .Select(c => new { c.Id, View = new ContactView(c.Slug, c.Name, c.Role, c.Office, c.PhoneAsWritten, c.PhoneE164, c.OtherPhoneAsWritten, c.OtherPhoneE164, c.Email, c.PrintedYear, c.ConfirmedAt) })
            .FirstOrDefaultAsync(ct);
        if (found is null)
            return await MergedContact.FindAsync(db, live, slug, ct) is { } other ? RedirectPermanent($"/contacts/{other}") : NotFound();

        Contact = found.View;
        Card = new ContactCard([Contact], options.Value.PressOffice, null, null);
        Listing = await ReleaseListing.ReadAsync(live.OfContact(found.Id), older, newer, ct);
        new PageHead(Contact.Name, $"/contacts/{slug}" + ReleaseListing.CanonicalQuery(older, newer))
        {
            Section = "contacts",
            Description = string.Join(", ", new[] { Contact.Name, Contact.Role, Contact.Office }.OfType<string>()),
            FeedPath = $"/contacts/{slug}/feed.atom",
            FeedTitle = $"{Contact.Name} – {options.Value.Title}",
        }.Show(ViewData);
        return Page();
    }
}
