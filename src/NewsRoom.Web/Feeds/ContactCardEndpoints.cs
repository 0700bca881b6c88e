using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Contacts;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Feeds;

/// <summary><c>/contacts/{slug}.vcf</c>: vCard 4.0, and 3.0 with <c>?version=3</c> or as <c>.v3.vcf</c>.</summary>
internal static class ContactCardEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void MapContactCards(this WebApplication app)
    {
        app.MapMethods("/contacts/{slug:regex(^[^.]+$)}.vcf", Methods, (string slug, string? version, NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, SiteText texts, HttpContext http) =>
            CardAsync(slug, version is "3" or "3.0", db, clock, options.Value, texts, http));
        app.MapMethods("/contacts/{slug}.v3.vcf", Methods, (string slug, NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, SiteText texts, HttpContext http) =>
            CardAsync(slug, true, db, clock, options.Value, texts, http));
    }

    private static async Task<IResult> CardAsync(string slug, bool isOld, NewsRoomDbContext db, TimeProvider clock, NewsRoomOptions newsroom, SiteText texts, HttpContext http)
    {
        var now = clock.GetUtcNow();
        var live = db.Releases.Live(now);
        var contact = await db.Contacts.AsNoTracking().AnsweringFor(live, now).FirstOrDefaultAsync(c => c.Slug == slug, http.RequestAborted);
        if (contact is null)
        {
            return await ContactAddress.FindAsync(db, live, slug, now, http.RequestAborted) switch
            {
                { Slug: { } other } elsewhere => Results.Redirect($"/contacts/{other}{(isOld ? ".v3" : "")}.vcf", permanent: elsewhere.IsForEver),
                { HasLeft: true } => Results.StatusCode(StatusCodes.Status410Gone),
                _ => Results.NotFound(),
            };
        }

        var note = ContactCard.Provenance(contact.ConfirmedAt, contact.PrintedYear, texts);
        var card = VCard.Write(contact, newsroom.Organisation, newsroom.Absolute($"/contacts/{contact.Slug}"), Note(note, ContactView.HoursOf(contact.Duty, newsroom.TimeZone, texts), texts), isOld);
        return Results.File(Encoding.UTF8.GetBytes(card), "text/vcard; charset=utf-8", $"{contact.Slug}.vcf");
    }

    private static string? Note(string? provenance, string? hours, SiteText texts)
    {
        var parts = new[] { provenance is null ? null : provenance + ".", hours is null ? null : texts["HoursAre", hours].Value + "." }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }
}
