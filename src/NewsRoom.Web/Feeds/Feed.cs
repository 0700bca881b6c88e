using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Feeds;

/// <summary>The forms a feed comes in.</summary>
internal enum FeedForm
{
    Atom,
    Rss,
    Json,
}

/// <summary>A feed's name in addresses, its media type, and what writes it.</summary>
internal static class FeedForms
{
    public static readonly IReadOnlyList<FeedForm> All = [FeedForm.Atom, FeedForm.Rss, FeedForm.Json];

    public static string FileName(this FeedForm form) => form switch { FeedForm.Rss => "feed.rss", FeedForm.Json => "feed.json", _ => "feed.atom" };

    public static string MediaType(this FeedForm form) => form switch { FeedForm.Rss => "application/rss+xml", FeedForm.Json => "application/feed+json", _ => "application/atom+xml" };

    /// <summary>The feed in a form, with what lets readers ask whether it has changed.</summary>
    /// <param name="lastModified">Also when something was taken out of it.</param>
    public static IResult Answer(this AtomFeed feed, FeedForm form, NewsRoomOptions newsroom, HttpContext http, DateTimeOffset? lastModified = null)
    {
        var bytes = form switch
        {
            FeedForm.Rss => RssFeed.Write(feed, newsroom),
            FeedForm.Json => JsonFeed.Write(feed, newsroom),
            _ => feed.Write(newsroom),
        };
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        http.Response.Headers.CacheControl = "public, max-age=60";
        // Programs in browsers read feeds from pages of their own.
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Bytes(bytes, form.MediaType() + "; charset=utf-8", entityTag: tag, lastModified: lastModified > feed.Updated ? lastModified : feed.Updated);
    }

    /// <summary>An instant as RSS writes it (RFC 822, four-digit year).</summary>
    public static string Rfc822(DateTimeOffset at) => at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
