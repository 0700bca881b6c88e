using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Pages.Contacts;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>A text that is not public, as the release's page would show it.</summary>
internal static class ReleasePreview
{
    /// <summary>The same page for a reader who has a link and no account: its pictures come by the link's own address, since readers may not have them yet.</summary>
    public static ReleaseView WithMediaUnder(this ReleaseView view, string root)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view with
        {
            BodyHtml = view.BodyHtml.Replace("src=\"/media/", $"src=\"{root}/", StringComparison.Ordinal),
            Attachments = [.. view.Attachments.Select(a => a with { Root = root })],
        };
    }

    public static async Task<ReleaseView> ViewAsync(NewsRoomDbContext db, int releaseId, string slug, ReleaseContent content, DateTimeOffset now, string zone, CancellationToken ct)
    {
        var body = await db.RenderBodyAsync(content.Body, ct);
        var quotations = await db.Releases.Where(r => r.Id == releaseId).SelectMany(r => r.Quotations).OrderBy(q => q.Position).Select(q => new QuotationView(q.Position + 1, q.Text, q.Speaker)).ToListAsync(ct);
        var assets = (await db.AttachedAsync(content, ct)).ToDictionary(a => a.Id);
        return new ReleaseView
        {
            Id = releaseId,
            Slug = slug,
            Headline = content.Headline,
            HeadlineBasis = content.HeadlineBasis,
            Standfirst = content.Standfirst,
            Dateline = content.Dateline,
            Date = content.Date,
            BodyHtml = body.Html,
            Text = body.Text,
            Markdown = content.Body,
            Boilerplate = content.Boilerplate,
            Language = content.Language,
            Themes = await db.Themes.Where(t => content.ThemeIds.Contains(t.Id)).OrderBy(t => t.Name).Select(t => new ThemeLink(t.Slug, t.Name)).ToListAsync(ct),
            Contacts = [.. (await db.Contacts.StandingForAsync(content.ContactIds, now, ct)).Select(c => ContactView.Of(c, zone))],
            Attachments = [.. content.AttachmentIds.Select((id, index) => (Asset: assets.GetValueOrDefault(id), Caption: content.AttachmentCaption(index))).Where(a => a.Asset is not null)
                .Select(a => new AttachmentView(a.Asset!.Token, a.Asset.Name, a.Asset.Kind, a.Asset.Size, a.Asset.Width, a.Asset.Height, a.Asset.AltText, a.Asset.IsDecorative, a.Caption ?? a.Asset.Caption, a.Asset.Credit, a.Asset.Licence))],
            // Those that an edit took out of the text are left out.
            Quotations = [.. quotations.Where(q => body.Text.Contains(q.Text, StringComparison.Ordinal))],
        };
    }
}
