using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Feeds;

/// <summary><c>/feed.atom</c> and one feed a theme, with conditional GET.</summary>
internal static class FeedEndpoints
{
    /// <summary>How many releases a feed holds.</summary>
    private const int Length = 30;

    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void MapFeeds(this WebApplication app)
    {
        app.MapMethods("/feed.atom", Methods, AllAsync);
        app.MapMethods("/themes/{slug}/feed.atom", Methods, ThemeAsync);
    }

    private static async Task<IResult> AllAsync(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, HttpContext http)
    {
        var newsroom = options.Value;
        var live = db.Releases.AsNoTracking().Live(clock.GetUtcNow());
        var feed = new AtomFeed(newsroom.Title, newsroom.Description, "/feed.atom", "/", await EntriesAsync(live, http.RequestAborted));
        return Answer(feed, newsroom, http);
    }

    private static async Task<IResult> ThemeAsync(string slug, NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, HttpContext http)
    {
        var newsroom = options.Value;
        var allLive = db.Releases.AsNoTracking().Live(clock.GetUtcNow());
        var theme = await db.Themes.UsedBy(allLive).Where(t => t.Slug == slug).Select(t => new { t.Slug, t.Name, t.Description }).FirstOrDefaultAsync(http.RequestAborted);
        if (theme is null)
            return Results.NotFound();
        var live = allLive.InTheme(theme.Slug);
        var feed = new AtomFeed($"{theme.Name} – {newsroom.Title}", theme.Description, $"/themes/{theme.Slug}/feed.atom", $"/themes/{theme.Slug}", await EntriesAsync(live, http.RequestAborted));
        return Answer(feed, newsroom, http);
    }

    // The latest change first, so that an old release that was corrected reaches those who follow.
    private static Task<List<AtomEntry>> EntriesAsync(IQueryable<Release> live, CancellationToken ct) =>
        live.OrderByDescending(r => r.PublicChangeAt).ThenByDescending(r => r.SortDay).ThenByDescending(r => r.SortOrder).ThenByDescending(r => r.Id).Take(Length)
            .Select(r => new AtomEntry(r.PublicId, r.Slug, r.Headline, r.Standfirst, r.BodyHtml, r.Language, r.Date, r.PublicChangeAt ?? r.PublishAt!.Value,
                r.Themes.OrderBy(t => t.Theme!.Name).Select(t => new AtomCategory(t.Theme!.Slug, t.Theme.Name)).ToList()))
            .ToListAsync(ct);

    private static IResult Answer(AtomFeed feed, NewsRoomOptions newsroom, HttpContext http)
    {
        var bytes = feed.Write(newsroom);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        http.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Bytes(bytes, "application/atom+xml; charset=utf-8", entityTag: tag, lastModified: feed.Updated);
    }
}
