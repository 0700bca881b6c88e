using NewsRoom.Core.Data;
using NewsRoom.Core.Search;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Feeds;

/// <summary><c>/search/suggest?q=</c>: where what is being typed may lead, as JSON, for the script of the search box.</summary>
internal static class SuggestionEndpoints
{
    public static void MapSuggestions(this WebApplication app) => app.MapGet("/search/suggest", SuggestAsync).ExcludeFromDescription();

    private static async Task<IResult> SuggestAsync(string? q, NewsRoomDbContext db, SqliteSearchIndex index, TimeProvider clock, SiteText texts, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, max-age=60";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        var found = await index.SuggestAsync(db, SearchQuery.Begun(q), clock.GetUtcNow(), http.RequestAborted);
        return Results.Json(found.Select(s => new { s.Text, s.Path, Kind = s.Kind switch { "theme" => texts["Theme"].Value, "contact" => texts["Contact"].Value, _ => null } }));
    }
}
