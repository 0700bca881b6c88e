using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;
using NewsRoom.Core.Themes;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Feeds;

/// <summary>Feeds of everything, of a theme, of a contact and of a search, each as Atom, RSS and JSON Feed, with conditional GET.</summary>
internal static class FeedEndpoints
{
    /// <summary>How many releases a feed holds.</summary>
    private const int Length = 30;

    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void MapFeeds(this WebApplication app)
    {
        foreach (var form in FeedForms.All)
        {
            var name = form.FileName();
            app.MapMethods("/" + name, Methods, (FeedSource source, HttpContext http) => AllAsync(form, source, http)).ExcludeFromDescription();
            app.MapMethods("/themes/{slug}/" + name, Methods, (string slug, FeedSource source, HttpContext http) => ThemeAsync(form, slug, source, http)).ExcludeFromDescription();
            app.MapMethods("/contacts/{slug}/" + name, Methods, (string slug, FeedSource source, HttpContext http) => ContactAsync(form, slug, source, http)).ExcludeFromDescription();
            app.MapMethods("/search/" + name, Methods, (string? q, string? theme, string? year, string? contact, FeedSource source, HttpContext http) =>
                SearchAsync(form, SearchQuery.Parse(q), SearchAddress.Filters(theme, year, contact), source, http)).ExcludeFromDescription();
        }
    }

    private static Task<IResult> AllAsync(FeedForm form, FeedSource source, HttpContext http) =>
        source.AnswerAsync(form, source.Newsroom.Title, source.Newsroom.Description, "/feed.atom", "/", source.Live, http);

    private static async Task<IResult> ThemeAsync(FeedForm form, string slug, FeedSource source, HttpContext http)
    {
        var theme = await source.Db.Themes.UsedBy(source.Live).Where(t => t.Slug == slug).Select(t => new { t.Slug, t.Name, t.Description }).FirstOrDefaultAsync(http.RequestAborted);
        return theme is null
            ? Results.NotFound()
            : await source.AnswerAsync(form, $"{theme.Name} – {source.Newsroom.Title}", theme.Description, $"/themes/{theme.Slug}/feed.atom", $"/themes/{theme.Slug}", source.Live.InTheme(theme.Slug), http);
    }

    private static async Task<IResult> ContactAsync(FeedForm form, string slug, FeedSource source, HttpContext http)
    {
        var contact = await source.Db.Contacts.AnsweringFor(source.Live, source.Now).Where(c => c.Slug == slug).Select(c => new { c.Id, c.Slug, c.Name }).FirstOrDefaultAsync(http.RequestAborted);
        return contact is null
            ? Results.NotFound()
            : await source.AnswerAsync(form, $"{contact.Name} – {source.Newsroom.Title}", null, $"/contacts/{contact.Slug}/feed.atom", $"/contacts/{contact.Slug}", source.Live.AnsweredBy(contact.Id, source.Now), http);
    }

    private static async Task<IResult> SearchAsync(FeedForm form, SearchQuery query, SearchFilters filters, FeedSource source, HttpContext http)
    {
        if (query.IsEmpty && filters.IsEmpty)
            return Results.NotFound();
        var found = SqliteSearchIndex.Narrow(source.Live, filters);
        if (!query.IsEmpty)
            found = source.Index.Matching(source.Db, found, query, SearchScope.Public);
        var search = query.Text.Length > 0 ? source.Texts["Search.For", query.Text] : source.Texts["Search"];
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return await source.AnswerAsync(form, $"{search.Value} – {source.Newsroom.Title}", null, SearchAddress.Of("/search/feed.atom", query, filters), SearchAddress.Of("/search", query, filters), found, http);
    }

    /// <summary>What every feed is made from.</summary>
    internal sealed class FeedSource(NewsRoomDbContext db, SqliteSearchIndex index, TimeProvider clock, IOptions<NewsRoomOptions> options, SiteText texts)
    {
        private readonly DateTimeOffset _now = clock.GetUtcNow();

        public DateTimeOffset Now => _now;

        public NewsRoomDbContext Db => db;

        public SqliteSearchIndex Index => index;

        public NewsRoomOptions Newsroom => options.Value;

        public SiteText Texts => texts;

        public IQueryable<Release> Live => db.Releases.AsNoTracking().Live(_now);

        public async Task<IResult> AnswerAsync(FeedForm form, string title, string? subtitle, string path, string page, IQueryable<Release> releases, HttpContext http)
        {
            var ct = http.RequestAborted;
            // The latest change first, so that an old release that was corrected reaches those who follow.
            var entries = await releases.OrderByDescending(r => r.PublicChangeAt).ThenByDescending(r => r.SortDay).ThenByDescending(r => r.SortOrder).ThenByDescending(r => r.Id).Take(Length)
                .Select(r => new AtomEntry(r.PublicId, r.Slug, r.Headline, r.Standfirst, r.BodyHtml, r.Language, r.Date, r.PublicChangeAt ?? r.PublishAt!.Value,
                    r.Themes.OrderBy(t => t.Theme!.Name).Select(t => new AtomCategory(t.Theme!.Slug, t.Theme.Name)).ToList()))
                .ToListAsync(ct);
            // What was withdrawn leaves the feed: whoever asks by date must learn of it too.
            var withdrawn = await db.Releases.EverPublic(_now).Where(r => r.WithdrawnAt <= _now).MaxAsync(r => r.WithdrawnAt, ct);
            return new AtomFeed(title, subtitle, path, page, entries).Answer(form, Newsroom, http, withdrawn);
        }
    }
}
