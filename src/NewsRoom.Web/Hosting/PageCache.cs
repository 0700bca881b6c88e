using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// Gives public pages again as they were made, until the database changes, a release becomes live, or a minute has passed. It knows the pages and parameters it keeps by
/// name: whatever else a request carries is either taken away before the page is made or sends the request past the cache. See decision 0010.
/// </summary>
internal sealed class PageCache(RequestDelegate next, PageCacheStore store, DatabaseVersion version, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>A longer value is no key of ours.</summary>
    private const int MaxValue = 64;

    private static readonly string[] Feeds = ["/feed.atom", "/feed.rss", "/feed.json"];

    /// <summary>What links are decorated with to follow people; pages never see it.</summary>
    private static readonly string[] Decorations = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "fbclid", "gclid"];

    // What the endpoint says of its answer; everything else of a response is made anew for each request.
    private static readonly string[] Kept = [HeaderNames.ContentType, HeaderNames.CacheControl, HeaderNames.ContentDisposition, HeaderNames.Link, HeaderNames.ContentLanguage, HeaderNames.ContentSecurityPolicy, HeaderNames.AccessControlAllowOrigin, "Cross-Origin-Resource-Policy", "X-Robots-Tag"];

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var (key, query) = store.IsOn && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !IsSignedIn(request) ? KeyOf(request) : default;
        if (key is null)
        {
            await next(context);
            // Whoever has sent a form sees what it did, and so does everybody else.
            if (HttpMethods.IsPost(request.Method))
                version.Look();
            return;
        }

        var now = clock.GetUtcNow();
        var known = version.Now();
        var found = store.Find(key);
        if (found is not null && found.Version == known && now < found.ExpiresAt)
        {
            await AnswerAsync(context, found);
            return;
        }

        request.QueryString = new QueryString(query);
        await MakeAsync(context, key, known, found, now);
    }

    /// <summary>Whether a request brings a cookie of the desk: its owner sees the site as it is this moment, and nobody else sees what they see.</summary>
    public static bool IsSignedIn(HttpRequest request) => request.Headers.Cookie.ToString().Contains("newsroom", StringComparison.Ordinal) || request.Headers.Authorization.Count > 0;

    /// <summary>The key of a request and the query that its page may see; nulls for what is not kept.</summary>
    internal static (string? Key, string? Query) KeyOf(HttpRequest request)
    {
        if (request.Path.Value is not { Length: > 0 and <= 300 } path || Listed(path) is not { } names)
            return (null, null);
        var query = "";
        if (request.QueryString.HasValue)
        {
            foreach (var name in request.Query.Keys)
            {
                if (!names.Contains(name, StringComparer.Ordinal) && !Decorations.Contains(name, StringComparer.Ordinal))
                    return (null, null);
            }

            foreach (var name in names)
            {
                var values = request.Query[name];
                if (values.Count > 1 || values is [{ Length: > MaxValue }])
                    return (null, null);
                if (values is [{ Length: > 0 } value])
                    query = QueryHelpers.AddQueryString(query, name, value);
            }
        }

        return (path + query, query);
    }

    /// <summary>The parameters of a page that is kept; null for a page that is not.</summary>
    private static string[]? Listed(string path)
    {
        if (path is "/" or "/archive" or "/robots.txt" || path.StartsWith("/sitemap", StringComparison.Ordinal) || Feeds.Contains(path))
            return [];
        if (path == "/corrections" || path.StartsWith("/corrections/feed", StringComparison.Ordinal))
            return ["before"];
        if (path is "/releases" or "/contacts")
            return ["older", "newer"];
        if (path.StartsWith("/contacts/", StringComparison.Ordinal))
            return path.EndsWith(".vcf", StringComparison.Ordinal) ? null : ["older", "newer"];
        return path.StartsWith("/releases/", StringComparison.Ordinal) || path.StartsWith("/themes/", StringComparison.Ordinal) || path.StartsWith("/archive/", StringComparison.Ordinal)
            ? ["older", "newer"]
            : null;
    }

    private async Task MakeAsync(HttpContext context, string key, long known, CachedPage? before, DateTimeOffset now)
    {
        var response = context.Response;
        var client = response.Body;
        // The conditions of this visitor are answered here; the page is made whole, also for a HEAD: what is kept is the same whoever asks first.
        var (method, match, since) = (context.Request.Method, context.Request.Headers.IfNoneMatch, context.Request.Headers.IfModifiedSince);
        context.Request.Method = HttpMethods.Get;
        context.Request.Headers.Remove(HeaderNames.IfNoneMatch);
        context.Request.Headers.Remove(HeaderNames.IfModifiedSince);
        context.Request.Headers.Remove(HeaderNames.Range);
        using var buffer = new MemoryStream();
        response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = client;
            context.Request.Method = method;
            context.Request.Headers.IfNoneMatch = match;
            context.Request.Headers.IfModifiedSince = since;
        }

        if (!IsKept(response))
        {
            if (HttpMethods.IsHead(method))
                return;
            buffer.Position = 0;
            await buffer.CopyToAsync(client, context.RequestAborted);
            return;
        }

        response.Headers.Remove(HeaderNames.AcceptRanges);
        var body = buffer.ToArray();
        var tag = response.Headers.ETag is [{ Length: > 0 } own] ? own : $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"";
        var page = new CachedPage(known, await ExpiryAsync(context, now), ModifiedAt(response, before, tag, now), tag, [.. Kept.Where(response.Headers.ContainsKey).Select(name => KeyValuePair.Create(name, response.Headers[name]))], body);
        store.Keep(key, page);
        await AnswerAsync(context, page);
    }

    private static bool IsKept(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK && !response.HasStarted && response.Headers.SetCookie.Count == 0 && response.Headers.Vary.Count == 0
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);

    private static DateTimeOffset ModifiedAt(HttpResponse response, CachedPage? before, string tag, DateTimeOffset now)
    {
        if (DateTimeOffset.TryParse(response.Headers.LastModified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var own))
            return own;
        return before?.ETag == tag ? before.ModifiedAt : now;
    }

    private static async Task<DateTimeOffset> ExpiryAsync(HttpContext context, DateTimeOffset now)
    {
        var db = context.RequestServices.GetRequiredService<NewsRoomDbContext>();
        var soonest = await db.Releases.Where(r => r.State == ReleaseState.Approved && r.PublishAt > now).MinAsync(r => r.PublishAt, context.RequestAborted);
        var left = await db.Contacts.Where(c => c.AnswersUntil > now).MinAsync(c => c.AnswersUntil, context.RequestAborted);
        var begun = await db.Contacts.Where(c => c.AnswersFrom > now).MinAsync(c => c.AnswersFrom, context.RequestAborted);
        return new[] { soonest, left, begun, now + Longest }.Min()!.Value;
    }

    private static async Task AnswerAsync(HttpContext context, CachedPage page)
    {
        var (request, response) = (context.Request, context.Response);
        foreach (var (name, value) in page.Headers)
            response.Headers[name] = value;
        // A reader's own browser asks each time, and mostly learns that nothing has changed.
        if (response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = page.ETag;
        response.Headers.LastModified = page.ModifiedAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        if (IsUnchanged(request, page))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentLength = null;
            response.Headers.Remove(HeaderNames.ContentType);
            return;
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentLength = page.Body.Length;
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(page.Body, context.RequestAborted);
    }

    private static bool IsUnchanged(HttpRequest request, CachedPage page)
    {
        if (request.Headers.IfNoneMatch.Count > 0)
            return request.Headers.IfNoneMatch.ToString() is var tags && (tags == "*" || tags.Split(',').Any(t => t.Trim().Replace("W/", "", StringComparison.Ordinal) == page.ETag));
        return DateTimeOffset.TryParse(request.Headers.IfModifiedSince, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            && since >= new DateTimeOffset(page.ModifiedAt.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }
}
