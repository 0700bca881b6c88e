using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Contacts;

namespace NewsRoom.Web.Feeds;

/// <summary><c>/contacts/{slug}.vcf</c>.</summary>
internal static class ContactCardEndpoints
{
    public static void MapContactCards(this WebApplication app) => app.MapMethods("/contacts/{slug}.vcf", ["GET", "HEAD"], CardAsync);

    private static async Task<IResult> CardAsync(string slug, NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, HttpContext http)
    {
        var live = db.Releases.Live(clock.GetUtcNow());
        var contact = await db.Contacts.AsNoTracking().AnsweringFor(live).FirstOrDefaultAsync(c => c.Slug == slug, http.RequestAborted);
        if (contact is null)
        {
            return await MergedContact.FindAsync(db, live, slug, http.RequestAborted) is { } other
                ? Results.Redirect($"/contacts/{other}.vcf", permanent: true)
                : Results.NotFound();
        }

        var newsroom = options.Value;
        var note = ContactCard.Provenance(contact.ConfirmedAt, contact.PrintedYear);
        var card = VCard.Write(contact, newsroom.Organisation, newsroom.Absolute($"/contacts/{contact.Slug}"), note is null ? null : note + ".");
        return Results.File(Encoding.UTF8.GetBytes(card), "text/vcard; charset=utf-8", $"{contact.Slug}.vcf");
    }
}
