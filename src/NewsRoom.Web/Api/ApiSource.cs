using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Core.Search;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Api;

/// <summary>What every answer of the API is made from, and how it is written.</summary>
internal sealed class ApiSource(NewsRoomDbContext db, SqliteSearchIndex index, TimeProvider clock, IOptions<NewsRoomOptions> options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public NewsRoomDbContext Db => db;

    public SqliteSearchIndex Index => index;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IQueryable<Release> Live => db.Releases.AsNoTracking().Live(Now);

    public Uri At(string path) => options.Value.Absolute(path);

    public Uri Next(string path, Dictionary<string, string?> query) => At(QueryHelpers.AddQueryString(path, query.Where(pair => pair.Value is not null)));

    public static IResult Answer<T>(T body) => Results.Json(body, Json);

    public static IResult Missing() => Results.Problem(title: "There is no such release.", statusCode: StatusCodes.Status404NotFound);

    public static IResult Wrong(string sentence) => Results.Problem(title: sentence, statusCode: StatusCodes.Status400BadRequest);

    public ApiRelease Release(ApiRow row) => new(
        $"urn:uuid:{row.PublicId:D}", row.Slug, At("/releases/" + row.Slug), row.Headline, row.Standfirst, row.Dateline, ApiEndpoints.Date(row.Date), row.Language, row.Updated,
        [.. row.Themes.Select(t => new ApiLink(t.Slug, t.Name, At("/themes/" + t.Slug)))], [.. row.Contacts.Select(c => new ApiLink(c.Slug, c.Name, At("/contacts/" + c.Slug)))],
        row.Text is null ? null : GapMarker.RemoveFrom(row.Text), row.Html);
}
