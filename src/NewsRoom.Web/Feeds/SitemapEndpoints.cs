using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Feeds;

/// <summary>What tells search engines where to look and where not to.</summary>
internal static class SitemapEndpoints
{
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The newest releases that are named; the protocol allows 50,000 addresses a file, and the archive pages lead to the rest.</summary>
    private const int MaxReleases = 45_000;

    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void MapSitemap(this WebApplication app)
    {
        app.MapMethods("/sitemap.xml", Methods, SitemapAsync);
        app.MapMethods("/robots.txt", Methods, Robots);
    }

    private static async Task<IResult> SitemapAsync(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, HttpContext http)
    {
        var ct = http.RequestAborted;
        var now = clock.GetUtcNow();
        var live = db.Releases.AsNoTracking().Live(now);
        var releases = await live.NewestFirst().Take(MaxReleases).Select(r => new Place("/releases/" + r.Slug, r.PublicChangeAt)).ToListAsync(ct);
        var themes = await db.Themes.Where(t => live.Any(r => r.Themes.Any(rt => rt.ThemeId == t.Id))).OrderBy(t => t.Slug).Select(t => new Place("/themes/" + t.Slug, null)).ToListAsync(ct);
        var contacts = await db.Contacts.AnsweringFor(live, now).OrderBy(c => c.Slug).Take(2_000).Select(c => new Place("/contacts/" + c.Slug, null)).ToListAsync(ct);
        var years = await live.Where(r => r.SortDay != null).Select(r => r.SortDay!.Value.Year).Distinct().OrderDescending().ToListAsync(ct);

        IEnumerable<Place> places =
        [
            new("/", releases.Max(r => r.Changed)), new("/releases", null), new("/contacts", null), new("/archive", null),
            .. years.Select(y => new Place(string.Create(CultureInfo.InvariantCulture, $"/archive/{y:D4}"), null)), .. themes, .. contacts, .. releases,
        ];
        http.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Bytes(Write(places, options.Value), "application/xml; charset=utf-8");
    }

    private static byte[] Write(IEnumerable<Place> places, NewsRoomOptions newsroom) => XmlText.Document(xml =>
    {
        xml.WriteStartElement("urlset", Sitemap);
        foreach (var place in places)
        {
            xml.WriteStartElement("url", Sitemap);
            xml.WriteElementString("loc", Sitemap, newsroom.Absolute(place.Path).AbsoluteUri);
            if (place.Changed is { } at)
                xml.WriteElementString("lastmod", Sitemap, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static IResult Robots(IOptions<NewsRoomOptions> options) => Results.Text(
        $"User-agent: *\nDisallow: /admin\nDisallow: /account\nDisallow: /search\n\nSitemap: {options.Value.Absolute("/sitemap.xml").AbsoluteUri}\n", "text/plain");

    private sealed record Place(string Path, DateTimeOffset? Changed);
}
