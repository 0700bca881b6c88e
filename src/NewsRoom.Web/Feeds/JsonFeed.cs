using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Feeds;

/// <summary>A feed as JSON Feed 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write(AtomFeed feed, NewsRoomOptions newsroom) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Version = "https://jsonfeed.org/version/1.1",
            feed.Title,
            HomePageUrl = newsroom.Absolute(feed.PagePath).AbsoluteUri,
            FeedUrl = newsroom.Absolute(feed.PathOf(FeedForm.Json)).AbsoluteUri,
            Description = string.IsNullOrWhiteSpace(feed.Subtitle) ? null : feed.Subtitle,
            newsroom.Language,
            Authors = new[] { new { Name = newsroom.Organisation, Url = newsroom.Absolute("/").AbsoluteUri } },
            Items = feed.Entries.Select(entry => new
            {
                Id = $"urn:uuid:{entry.PublicId:D}",
                Url = newsroom.Absolute($"/releases/{entry.Slug}").AbsoluteUri,
                Title = entry.Headline,
                ContentHtml = entry.BodyHtml,
                Summary = string.IsNullOrWhiteSpace(entry.Standfirst) ? null : entry.Standfirst,
                DatePublished = entry.Date is { Precision: DatePrecision.Day, Value: { } day } ? day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture) : null,
                DateModified = entry.Updated.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                Tags = entry.Themes.Count == 0 ? null : entry.Themes.Select(t => t.Name),
                entry.Language,
            }),
        },
        Json);
}
