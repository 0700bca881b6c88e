using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Media;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Data;

/// <summary>What is asked of media more than once.</summary>
public static class MediaQueries
{
    /// <summary>Those of which nobody has said what they show: <see cref="Asset.LacksAltText"/> as a query.</summary>
    public static IQueryable<Asset> LackingAltText(this IQueryable<Asset> assets) =>
        assets.Where(a => (a.AltText == null || a.AltText.Trim() == "") && (!a.IsDecorative || a.Kind == MediaKind.Pdf));

    /// <summary>Those that the public may see: attached to a release that is live.</summary>
    public static IQueryable<Asset> OnLivePages(this IQueryable<Asset> assets, IQueryable<Release> releases, DateTimeOffset now)
    {
        var live = releases.Live(now);
        return assets.Where(a => live.SelectMany(r => r.Attachments).Any(x => x.AssetId == a.Id));
    }

    /// <summary>The assets that a version of a release attaches, its body's pictures included.</summary>
    public static Task<List<Asset>> AttachedAsync(this NewsRoomDbContext db, ReleaseContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(content);
        List<int> ids = [.. content.AttachmentIds.Union(MediaReferences.In(content.Body))];
        return ids.Count == 0 ? Task.FromResult<List<Asset>>([]) : db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The attachments of a version of which nobody has said what they show. A check before publication, whoever asks.</summary>
    public static async Task<IReadOnlyList<Asset>> AttachedWithoutAltTextAsync(this NewsRoomDbContext db, ReleaseContent content, CancellationToken cancellationToken = default) =>
        (await db.AttachedAsync(content, cancellationToken)).FindAll(a => a.LacksAltText);

    /// <summary>Renders a body with the newsroom's own pictures.</summary>
    public static async Task<RenderedBody> RenderBodyAsync(this NewsRoomDbContext db, string markdown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return MarkdownRenderer.Render(markdown, await db.BodyImagesAsync(markdown, cancellationToken));
    }

    /// <summary>The newsroom's own pictures that a body shows, by their ids.</summary>
    public static async Task<IReadOnlyDictionary<int, BodyImage>> BodyImagesAsync(this NewsRoomDbContext db, string markdown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var ids = MediaReferences.In(markdown);
        if (ids.Count == 0)
            return new Dictionary<int, BodyImage>();
        var assets = await db.Assets.AsNoTracking().Where(a => ids.Contains(a.Id) && a.Kind != MediaKind.Pdf).ToListAsync(cancellationToken);
        return assets.ToDictionary(a => a.Id, ImageOf);
    }

    /// <summary>Caption, credit and licence in one line; null when there is none of them.</summary>
    public static string? Note(string? caption, string? credit, string? licence)
    {
        var rights = string.Join(", ", new[] { credit, licence }.Where(t => !string.IsNullOrWhiteSpace(t)));
        var note = string.Join(" ", new[] { caption, rights }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return note.Length == 0 ? null : note;
    }

    private static BodyImage ImageOf(Asset asset) =>
        new(asset.Path, asset.Width, asset.Height, asset.IsDecorative ? null : asset.AltText, Note(asset.Caption, asset.Credit, asset.Licence));
}
