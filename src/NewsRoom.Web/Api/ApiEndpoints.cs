using System.ComponentModel;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;
using NewsRoom.Core.Themes;
using NewsRoom.Web.Pages;

namespace NewsRoom.Web.Api;

/// <summary>The read-only API: what the pages show, as JSON. Lists are walked by key, so that nothing is missed or seen twice while releases come and go.</summary>
internal static class ApiEndpoints
{
    private const int DefaultSize = 50;
    private const int MaxSize = 100;

    public static void MapApi(this RouteGroupBuilder api)
    {
        api.MapGet("/releases", ReleasesAsync).WithName("listReleases").WithSummary("Releases, newest first").Answers<ApiPage<ApiRelease>>();
        api.MapGet("/releases/{slug}", ReleaseAsync).WithName("getRelease").WithSummary("One release with its text").Answers<ApiRelease>(StatusCodes.Status404NotFound);
        api.MapGet("/themes", ThemesAsync).WithName("listThemes").WithSummary("Themes with their number of releases").Answers<ApiPage<ApiTheme>>();
        api.MapGet("/contacts", ContactsAsync).WithName("listContacts").WithSummary("Media contacts by name").Answers<ApiPage<ApiContact>>();
        api.MapGet("/search", SearchAsync).WithName("search").WithSummary("Releases that hold words, best first").Answers<ApiHits>();
    }

    /// <summary>Describes what an endpoint answers.</summary>
    /// <param name="wrong">The status of a wrong question.</param>
    private static void Answers<T>(this RouteHandlerBuilder endpoint, int wrong = StatusCodes.Status400BadRequest) =>
        endpoint.Produces<T>().ProducesProblem(wrong).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> ReleasesAsync(
        ApiSource source,
        [Description("Slug of a theme.")] string? theme,
        [Description("Slug of a contact.")] string? contact,
        [Description("Year the release is filed under.")] int? year,
        [Description("Where the part before ended; taken from its \"next\".")] string? cursor,
        [Description("1 to 100; 50 when it is not given.")] int? limit,
        CancellationToken ct)
    {
        var releases = SqliteSearchIndex.Narrow(source.Live, new SearchFilters(theme, year, contact));
        if (cursor is not null && !ListingKey.TryParse(cursor, out _))
            return ApiSource.Wrong("The cursor is none of ours: take it from \"next\" of the part before.");
        if (ListingKey.TryParse(cursor, out var behind))
            releases = releases.OlderThan(behind);
        var size = Size(limit);
        var rows = await Rows(releases.NewestFirst(), withText: false, source.Now).Take(size + 1).ToListAsync(ct);
        var items = rows.Take(size).ToList();
        var next = rows.Count > size ? source.Next("/api/releases", new() { ["theme"] = theme, ["contact"] = contact, ["year"] = Text(year), ["limit"] = Text(limit), ["cursor"] = items[^1].Key.ToString() }) : null;
        return ApiSource.Answer(new ApiPage<ApiRelease>(items.ConvertAll(source.Release), next));
    }

    private static async Task<IResult> ReleaseAsync(ApiSource source, string slug, CancellationToken ct) =>
        await Rows(source.Live.Where(r => r.Slug == slug), withText: true, source.Now).FirstOrDefaultAsync(ct) is { } row ? ApiSource.Answer(source.Release(row)) : ApiSource.Missing();

    private static async Task<IResult> ThemesAsync(ApiSource source, CancellationToken ct)
    {
        var themes = await source.Db.Themes.CountedFor(source.Live).ToListAsync(ct);
        return ApiSource.Answer(new ApiPage<ApiTheme>(themes.ConvertAll(t => new ApiTheme(t.Slug, t.Name, t.Description, t.Count, source.At("/themes/" + t.Slug), source.At($"/themes/{t.Slug}/feed.atom"))), null));
    }

    private static async Task<IResult> ContactsAsync(ApiSource source, [Description("Slug of the last contact of the part before.")] string? cursor, [Description("1 to 100; 50 when it is not given.")] int? limit, CancellationToken ct)
    {
        var contacts = source.Db.Contacts.AsNoTracking().AnsweringFor(source.Live, source.Now);
#pragma warning disable CA1309 // SQLite compares, and by bytes; with a StringComparison EF could not translate it.
        if (cursor is not null)
            contacts = contacts.Where(c => string.Compare(c.Slug, cursor) > 0);
#pragma warning restore CA1309
        var size = Size(limit);
        var rows = await contacts.OrderBy(c => c.Slug).Take(size + 1).Select(c => new { c.Slug, c.Name, c.Role, c.Office, c.PhoneE164, c.Email, c.ConfirmedAt, c.PrintedYear }).ToListAsync(ct);
        var items = rows.Take(size).Select(c => new ApiContact(c.Slug, c.Name, c.Role, c.Office, c.PhoneE164, c.Email, c.ConfirmedAt is not null, c.PrintedYear, source.At("/contacts/" + c.Slug), source.At($"/contacts/{c.Slug}.vcf"))).ToList();
        return ApiSource.Answer(new ApiPage<ApiContact>(items, rows.Count > size ? source.Next("/api/contacts", new() { ["cursor"] = items[^1].Slug, ["limit"] = Text(limit) }) : null));
    }

    private static async Task<IResult> SearchAsync(
        ApiSource source,
        [Description("Words, \"phrases\", -without, begin*.")] string? q,
        [Description("Slug of a theme.")] string? theme,
        [Description("Slug of a contact.")] string? contact,
        [Description("Year the release is filed under.")] int? year,
        [Description("Where the part before ended; taken from its \"next\".")] string? cursor,
        CancellationToken ct)
    {
        var (query, filters) = (SearchQuery.Parse(q), new SearchFilters(theme, year, contact));
        if (query.IsEmpty && filters.IsEmpty)
            return ApiSource.Wrong("Say what to look for: \"q\" holds no word.");
        // Ranks are no keys: the cursor of a search is the number of its part.
        var page = cursor is null ? 1 : SearchAddress.Number(cursor);
        if (page is not (>= 1 and <= SqliteSearchIndex.LastPage))
            return ApiSource.Wrong("The cursor is none of ours: take it from \"next\" of the part before.");
        var found = await source.Index.SearchAsync(source.Db, query, SearchScope.Public, filters, source.Now, ct, page.Value);
        var hits = found.Hits.Select(h => new ApiHit(h.Slug, source.At("/releases/" + h.Slug), h.Headline, h.ExtractHtml, Date(h.Date), h.Language)).ToList();
        var more = page < SqliteSearchIndex.LastPage && page * SqliteSearchIndex.PageSize < found.Total;
        return ApiSource.Answer(new ApiHits(found.Total, hits, more ? source.Next("/api/search", new() { ["q"] = query.Text, ["theme"] = theme, ["contact"] = contact, ["year"] = Text(year), ["cursor"] = Text(page + 1) }) : null));
    }

    internal static ApiDate Date(ReleaseDate date) => new(date.ToIso(), date.Precision.ToString().ToLowerInvariant(), date.NotBefore, date.NotAfter);

    private static int Size(int? limit) => Math.Clamp(limit ?? DefaultSize, 1, MaxSize);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static IQueryable<ApiRow> Rows(IQueryable<Release> releases, bool withText, DateTimeOffset now) => releases.AsSplitQuery().Select(r => new ApiRow(
        r.PublicId, r.Slug, r.Headline, r.Standfirst, r.Dateline, r.Date, r.Language, r.PublicChangeAt ?? r.PublishAt!.Value, r.SortDay, r.SortOrder, r.Id,
        r.Themes.OrderBy(t => t.Theme!.Name).Select(t => new ApiName(t.Theme!.Slug, t.Theme.Name)).ToList(),
        r.Contacts.Where(c => c.Contact!.MergedIntoId == null && (c.Contact.AnswersUntil == null || c.Contact.AnswersUntil > now || c.Contact.SuccessorId != null)).OrderBy(c => c.Position)
            .Select(c => new ApiName(c.Contact!.AnswersUntil <= now ? c.Contact.Successor!.Slug : c.Contact.Slug, c.Contact.AnswersUntil <= now ? c.Contact.Successor!.Name : c.Contact.Name)).ToList(),
        withText ? r.BodyText : null, withText ? r.BodyHtml : null));
}

internal sealed record ApiName(string Slug, string Name);

internal sealed record ApiRow(
    Guid PublicId, string Slug, string Headline, string? Standfirst, string? Dateline, ReleaseDate Date, string Language, DateTimeOffset Updated, DateOnly? SortDay, long SortOrder, int Id,
    IReadOnlyList<ApiName> Themes, IReadOnlyList<ApiName> Contacts, string? Text, string? Html)
{
    public ListingKey Key => new(SortDay, SortOrder, Id);
}
