using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Areas.Admin;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Contacts;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>What stands above a release that is shown before its time.</summary>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Until">The end of its embargo, or when it goes out.</param>
public sealed record PreviewBanner(string Title, string Sentence, DateTimeOffset? Until, string? LiveAddress);

/// <content>The same page for somebody who holds a preview link, and for an editor who looks at unsaved text.</content>
public sealed partial class DetailsModel
{
    /// <summary>Null on the public page.</summary>
    public PreviewBanner? Banner { get; private set; }

    /// <summary>A link that is unknown, expired or revoked answers like an address where nothing ever was.</summary>
    private async Task<IActionResult> OfLinkAsync(string token, CancellationToken ct)
    {
        if (await links.FindOpenAsync(token, ct) is not { } link)
            return NotFound();
        var release = await Db.Releases.AsNoTracking().FirstAsync(r => r.Id == link.ReleaseId, ct);
        var revision = await Db.Revisions.AsNoTracking().Where(v => v.ReleaseId == link.ReleaseId && (link.RevisionNumber == null || v.Number == link.RevisionNumber))
            .OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        if (revision is null)
            return NotFound();
        if (HttpMethods.IsGet(Request.Method))
            await links.NoteOpeningAsync(link.Id, ct);
        Banner = BannerFor(release, link, Now);
        var page = await ShowUnpublishedAsync(release.Id, release.Slug, revision.Content, ct);
        Release = Release.WithMediaUnder($"{Workflow.PreviewPath}/{token}/media");
        return page;
    }

    /// <summary>The signed-in editor's own unsaved text, in the frame beside the form.</summary>
    private async Task<IActionResult> OwnAsync(int id, CancellationToken ct)
    {
        int? releaseId = id == 0 ? null : id;
        if (!Roles.All.Any(User.IsInRole) || User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } editor || await copies.FindAsync(editor, releaseId, ct) is not { } copy)
            return NotFound();
        if (WorkingText.Read(copy)?.TryContent() is not { } content)
            return NotFound();
        // The desk's own page frames it; nothing else may.
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.Framed;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
        Banner = new PreviewBanner(texts["Preview"], texts["Preview.Own"], null, null);
        return await ShowUnpublishedAsync(id, "", content, ct);
    }

    private async Task<IActionResult> ShowUnpublishedAsync(int id, string slug, ReleaseContent content, CancellationToken ct)
    {
        Release = await ReleasePreview.ViewAsync(Db, id, slug, content, Now, Newsroom.TimeZone, ct);
        Card = new ContactCard(Release.Contacts, Newsroom.PressOffice, Release.Headline, null);
        new PageHead(Release.Headline.Length > 0 ? Release.Headline : texts["Preview"], null) { NoIndex = true }.Show(ViewData);
        return Page();
    }

    private PreviewBanner BannerFor(Release release, PreviewLink link, DateTimeOffset now)
    {
        var given = texts["Preview.Given", link.Recipient].Value;
        if (release.IsScheduled(now) && release.IsEmbargo)
            return new(texts["Preview.Embargo"], given, release.PublishAt, null);
        if (release.IsScheduled(now))
            return new(texts["Preview.Before"], given, release.PublishAt, null);
        return release.IsLive(now)
            ? new(texts["Preview.Public"], texts["Preview.Differs"], null, "/releases/" + release.Slug)
            : new(texts["Preview.Draft"], texts["Preview.Draft.What"].Value + " " + given, null, null);
    }
}
