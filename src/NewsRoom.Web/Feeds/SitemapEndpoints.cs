using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Feeds;

/// <summary>What tells machines where to look and where not to.</summary>
internal static class SitemapEndpoints
{
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>Releases a part: the protocol allows 50,000 addresses a file. Parts go by identifier, so that a release stays in its part.</summary>
    internal const int PartSize = 40_000;

    /// <summary>Contacts and archive pages that the first part names.</summary>
    private const int MaxContacts = 5_000;

    /// <summary>What search engines take for news, and how much of it.</summary>
    private const int NewsDays = 2;
    private const int MaxNews = 1_000;

    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void MapSitemap(this WebApplication app)
    {
        app.MapMethods("/sitemap.xml", Methods, WholeAsync).ExcludeFromDescription();
        app.MapMethods("/sitemap-pages.xml", Methods, PagesAsync).ExcludeFromDescription();
        app.MapMethods("/sitemap-{part:int}.xml", Methods, PartAsync).ExcludeFromDescription();
        app.MapMethods("/sitemap-news.xml", Methods, NewsAsync).ExcludeFromDescription();
        app.MapMethods("/robots.txt", Methods, Robots).ExcludeFromDescription();
        app.MapMethods("/.well-known/security.txt", Methods, SecurityText).ExcludeFromDescription();
    }

    /// <summary>Everything in one file where that is allowed; else an index of parts.</summary>
    private static async Task<IResult> WholeAsync(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, HttpContext http)
    {
        var live = db.Releases.AsNoTracking().Live(clock.GetUtcNow());
        if (await live.CountAsync(http.RequestAborted) <= PartSize)
            return Answer(http, UrlSet([.. await PlacesAsync(db, live, clock.GetUtcNow(), http.RequestAborted), .. await ReleasesAsync(live.NewestFirst(), http.RequestAborted)], options.Value));
        var last = await live.MaxAsync(r => r.Id, http.RequestAborted) / PartSize;
        var parts = Enumerable.Range(0, last + 1).Select(part => string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml")).Prepend("/sitemap-pages.xml");
        return Answer(http, XmlText.Document(xml =>
        {
            xml.WriteStartElement("sitemapindex", Sitemap);
            foreach (var part in parts)
            {
                xml.WriteStartElement("sitemap", Sitemap);
                xml.WriteElementString("loc", Sitemap, options.Value.Absolute(part).AbsoluteUri);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }));
    }

    private static async Task<IResult> PagesAsync(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, HttpContext http) =>
        Answer(http, UrlSet(await PlacesAsync(db, db.Releases.AsNoTracking().Live(clock.GetUtcNow()), clock.GetUtcNow(), http.RequestAborted), options.Value));

    /// <summary>The releases whose identifiers fall into a part; 404 for a part without any.</summary>
    private static async Task<IResult> PartAsync(int part, NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, HttpContext http)
    {
        if (part is < 0 or > int.MaxValue / PartSize - 1)
            return Results.NotFound();
        var (first, end) = (part * PartSize, (part + 1) * PartSize);
        var releases = await ReleasesAsync(db.Releases.AsNoTracking().Live(clock.GetUtcNow()).Where(r => r.Id >= first && r.Id < end).OrderBy(r => r.Id), http.RequestAborted);
        return releases.Count == 0 ? Results.NotFound() : Answer(http, UrlSet(releases, options.Value));
    }

    /// <summary>
    /// What is dated of the last two days, by its own date: an archive that is imported today is no news. Search engines call an empty file broken, so a page that the sitemap does not name stands in it then.
    /// </summary>
    private static async Task<IResult> NewsAsync(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, HttpContext http)
    {
        var newsroom = options.Value;
        var now = clock.GetUtcNow();
        var (since, oldest) = (now.AddDays(-NewsDays), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, newsroom.Zone).DateTime).AddDays(-NewsDays));
        var news = await db.Releases.AsNoTracking().Live(now).Where(r => r.FirstPublicAt > since && r.Date.Precision == DatePrecision.Day && r.SortDay >= oldest).NewestFirst().Take(MaxNews)
            .Select(r => new { r.Slug, r.Headline, r.Language, r.SortDay }).ToListAsync(http.RequestAborted);
        return Answer(http, XmlText.Document(xml =>
        {
            xml.WriteStartElement("urlset", Sitemap);
            xml.WriteAttributeString("xmlns", "news", null, News);
            if (news.Count == 0)
                WritePlace(xml, new Place("/corrections", null), newsroom);
            foreach (var release in news)
            {
                xml.WriteStartElement("url", Sitemap);
                xml.WriteElementString("loc", Sitemap, newsroom.Absolute("/releases/" + release.Slug).AbsoluteUri);
                xml.WriteStartElement("news", "news", News);
                xml.WriteStartElement("news", "publication", News);
                xml.WriteElementString("news", "name", News, XmlText.Clean(newsroom.Title));
                xml.WriteElementString("news", "language", News, release.Language);
                xml.WriteEndElement();
                xml.WriteElementString("news", "publication_date", News, release.SortDay!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                xml.WriteElementString("news", "title", News, XmlText.Clean(release.Headline));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }));
    }

    /// <summary>Pages that are no release's.</summary>
    private static async Task<List<Place>> PlacesAsync(NewsRoomDbContext db, IQueryable<Release> live, DateTimeOffset now, CancellationToken ct)
    {
        var changed = await live.MaxAsync(r => r.PublicChangeAt, ct);
        var themes = await db.Themes.UsedBy(live).OrderBy(t => t.Slug).Select(t => new Place("/themes/" + t.Slug, null)).ToListAsync(ct);
        var contacts = await db.Contacts.AnsweringFor(live, now).OrderBy(c => c.Slug).Take(MaxContacts).Select(c => new Place("/contacts/" + c.Slug, null)).ToListAsync(ct);
        var years = await live.Where(r => r.SortDay != null).Select(r => r.SortDay!.Value.Year).Distinct().OrderDescending().ToListAsync(ct);
        return
        [
            new("/", changed), new("/releases", null), new("/contacts", null), new("/archive", null),
            .. years.Select(y => new Place(string.Create(CultureInfo.InvariantCulture, $"/archive/{y:D4}"), null)), .. themes, .. contacts,
        ];
    }

    private static Task<List<Place>> ReleasesAsync(IQueryable<Release> releases, CancellationToken ct) => releases.Select(r => new Place("/releases/" + r.Slug, r.PublicChangeAt)).ToListAsync(ct);

    private static byte[] UrlSet(IEnumerable<Place> places, NewsRoomOptions newsroom) => XmlText.Document(xml =>
    {
        xml.WriteStartElement("urlset", Sitemap);
        foreach (var place in places)
            WritePlace(xml, place, newsroom);
        xml.WriteEndElement();
    });

    private static void WritePlace(XmlWriter xml, Place place, NewsRoomOptions newsroom)
    {
        xml.WriteStartElement("url", Sitemap);
        xml.WriteElementString("loc", Sitemap, newsroom.Absolute(place.Path).AbsoluteUri);
        if (place.Changed is { } at)
            xml.WriteElementString("lastmod", Sitemap, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static IResult Answer(HttpContext http, byte[] xml)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Bytes(xml, "application/xml; charset=utf-8");
    }

    private static IResult Robots(IOptions<NewsRoomOptions> options) => Results.Text(
        $"User-agent: *\nDisallow: /admin\nDisallow: /account\nDisallow: /search\nDisallow: /subscribe/\nDisallow: /enquiry\n\nSitemap: {options.Value.Absolute("/sitemap.xml").AbsoluteUri}\nSitemap: {options.Value.Absolute("/sitemap-news.xml").AbsoluteUri}\n", "text/plain");

    /// <summary>RFC 9116. It expires half a year ahead, counted from the beginning of the month, so that it changes once a month.</summary>
    private static IResult SecurityText(IOptions<NewsRoomOptions> options, IOptions<ReaderOptions> readers, TimeProvider clock)
    {
        var contact = readers.Value.SecurityContact;
        if (contact.Length == 0)
            return Results.NotFound();
        var now = clock.GetUtcNow();
        var expires = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(6);
        return Results.Text(
            $"Contact: {contact}\nExpires: {expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\nPreferred-Languages: {options.Value.Language}\nCanonical: {options.Value.Absolute("/.well-known/security.txt").AbsoluteUri}\n", "text/plain");
    }

    private sealed record Place(string Path, DateTimeOffset? Changed);
}
