using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NewsRoom.Core.Data;
using NewsRoom.Core.Rendering.Downloads;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Releases;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Feeds;

/// <summary><c>/releases/{slug}.txt</c>, <c>.md</c>, <c>.docx</c>, <c>.json</c>: the words of a live release as a file, with conditional GET.</summary>
internal static class DownloadEndpoints
{
    public static void MapDownloads(this WebApplication app) =>
        app.MapMethods("/releases/{slug}.{extension:regex(^(txt|md|docx|json)$)}", ["GET", "HEAD"], FileAsync);

    private static async Task<IResult> FileAsync(string slug, string extension, NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, SiteText texts, DeskTime time, HttpContext http)
    {
        var (now, ct) = (clock.GetUtcNow(), http.RequestAborted);
        if (DownloadFormat.Find(extension) is not { } format)
            return Results.NotFound();
        if (await ReleaseView.FindAsync(db, slug, now, options.Value.TimeZone, ct) is not { } release)
            return await ElsewhereAsync(db, slug, extension, now, http);

        var notes = await NoteView.OfRelease(db, release.Id, now).ToListAsync(ct);
        var images = await db.BodyImagesAsync(release.Markdown, ct);
        var document = ReleaseDocuments.Of(release, notes, images, options.Value, texts, time);
        var bytes = format.Write(document, ReleaseDocuments.Labels(texts));
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.Link = $"<{document.Address.AbsoluteUri}>; rel=\"canonical\"";
        // The page is what search engines shall find.
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.File(bytes, format.ContentType, $"{release.Slug}.{extension}", lastModified: release.Changed, entityTag: Tag(document, extension, bytes));
    }

    // A package of files carries the moment it was packed: what it says is what its tag is made of.
    private static EntityTagHeaderValue Tag(Core.Rendering.ReleaseDocument document, string extension, byte[] bytes)
    {
        var said = extension == "docx" ? JsonFile.Write(document) : bytes;
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(extension), .. said]).AsSpan(0, 12))}\"");
    }

    private static async Task<IResult> ElsewhereAsync(NewsRoomDbContext db, string slug, string extension, DateTimeOffset now, HttpContext http)
    {
        switch (await ReleaseAddress.ResolveAsync(db, slug, now, http.RequestAborted))
        {
            case ReleaseAddress.Moved moved:
                return Results.Redirect($"/releases/{moved.Slug}.{extension}", permanent: true);
            case ReleaseAddress.Gone gone:
                http.Items[typeof(ReleaseAddress.Gone)] = gone;
                return Results.StatusCode(StatusCodes.Status410Gone);
            default:
                return Results.NotFound();
        }
    }
}
