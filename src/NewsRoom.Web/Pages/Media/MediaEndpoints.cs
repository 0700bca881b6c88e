using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Pages.Media;

/// <summary><c>/media/{token}/{name}</c>: the file of an asset, for everybody while a live release attaches it, else for editors alone.</summary>
internal static class MediaEndpoints
{
    /// <summary>A withdrawn picture is gone from caches within a minute.</summary>
    private const string WhileLive = "public, max-age=60";
    private const string Never = "no-store";

    private static readonly string[] Methods = ["GET", "HEAD"];

    public static void MapMediaFiles(this WebApplication app)
    {
        app.MapMethods("/media/{token:length(32)}/{name:maxlength(120)}", Methods, FileAsync);
        app.MapMethods(Workflow.PreviewPath + "/{link}/media/{token:length(32)}/{name:maxlength(120)}", Methods, PreviewedAsync);
    }

    /// <summary>A picture or document of a text that somebody was given a link to. What the link does not show it does not give.</summary>
    private static async Task<IResult> PreviewedAsync(string link, string token, string name, NewsRoomDbContext db, PreviewLinks links, MediaFiles files, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (await links.FindOpenAsync(link, cancellation) is not { } open)
            return Results.NotFound();
        var shown = await db.Revisions.AsNoTracking().Where(v => v.ReleaseId == open.ReleaseId && (open.RevisionNumber == null || v.Number == open.RevisionNumber)).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellation);
        if (shown is null || (await db.AttachedAsync(shown.Content, cancellation)).Find(a => a.Token == token) is not { } asset || name != asset.FileName || files.Open(asset.Sha256) is not { } stream)
            return Results.NotFound();
        return Send(asset, stream, http.Response.Headers);
    }

    private static async Task<IResult> FileAsync(string token, string name, NewsRoomDbContext db, MediaFiles files, TimeProvider clock, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var headers = http.Response.Headers;
        // Nobody keeps the answer that it is not there: it may be, a second later.
        headers.CacheControl = Never;
        var assets = db.Assets.AsNoTracking().Where(a => a.Token == token);
        var isLive = await assets.OnLivePages(db.Releases, clock.GetUtcNow()).AnyAsync(cancellation);
        if ((!isLive && !IsEditor(http.User)) || await assets.FirstOrDefaultAsync(cancellation) is not { } asset)
            return Results.NotFound();
        if (name != asset.FileName)
            return Results.Redirect(asset.Path);
        if (files.Open(asset.Sha256) is not { } stream)
            return Results.NotFound();
        if (isLive)
        {
            headers.CacheControl = WhileLive;
            // Readers of feeds show the pictures of a body on pages of their own.
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
        else
        {
            headers["X-Robots-Tag"] = "noindex, nofollow";
        }

        return Send(asset, stream, headers);
    }

    private static IResult Send(Asset asset, Stream stream, IHeaderDictionary headers)
    {
        // Whatever a browser takes the bytes for, nothing in them runs.
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentDisposition = $"{(asset.IsImage ? "inline" : "attachment")}; filename=\"{asset.FileName}\"";
        return Results.Stream(stream, asset.Kind.ContentType(), entityTag: new EntityTagHeaderValue($"\"{asset.Sha256[..32]}\""), enableRangeProcessing: true);
    }

    private static bool IsEditor(ClaimsPrincipal person) => person.Identity?.IsAuthenticated == true && Roles.All.Any(person.IsInRole);
}
