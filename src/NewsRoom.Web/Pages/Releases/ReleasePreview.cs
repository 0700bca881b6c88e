using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Web.Pages.Contacts;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>A text that is not public, as the release's page would show it.</summary>
internal static class ReleasePreview
{
    public static async Task<ReleaseView> ViewAsync(NewsRoomDbContext db, int releaseId, string slug, ReleaseContent content, CancellationToken ct)
    {
        var body = MarkdownRenderer.Render(content.Body);
        var contacts = await db.Contacts.AsNoTracking().Where(c => content.ContactIds.Contains(c.Id)).Select(c => new
        {
            c.Id,
            View = new ContactView(c.Slug, c.Name, c.Role, c.Office, c.PhoneAsWritten, c.PhoneE164, c.OtherPhoneAsWritten, c.OtherPhoneE164, c.Email, c.PrintedYear, c.ConfirmedAt),
        }).ToDictionaryAsync(c => c.Id, c => c.View, ct);
        var quotations = await db.Releases.Where(r => r.Id == releaseId).SelectMany(r => r.Quotations).OrderBy(q => q.Position).Select(q => new QuotationView(q.Position + 1, q.Text, q.Speaker)).ToListAsync(ct);
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
            Contacts = [.. content.ContactIds.Where(contacts.ContainsKey).Select(id => contacts[id])],
            // Those that an edit took out of the text are left out.
            Quotations = [.. quotations.Where(q => body.Text.Contains(q.Text, StringComparison.Ordinal))],
        };
    }
}
