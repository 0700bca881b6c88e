using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Contacts;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>A release.</summary>
public sealed partial class DetailsModel(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, PreviewLinks links, WorkingCopies copies, RelatedReleases related, SiteText texts) : ReleasePageModel(db, clock)
{
    public NewsRoomOptions Newsroom => options.Value;

    public ReleaseView Release { get; private set; } = null!;

    public ContactCard Card { get; private set; } = null!;

    public IReadOnlyList<ReleaseRow> Related { get; private set; } = [];

    /// <summary>What readers are told of its changes, newest first.</summary>
    public IReadOnlyList<NoteView> Notes { get; private set; } = [];

    public IReadOnlyList<NoteView> NotesAt(NotePlace place) => [.. Notes.Where(n => n.Place == place)];

    /// <summary>Whether it has an address that others can be given: a preview has none.</summary>
    public bool IsPublic => Banner is null;

    /// <param name="token">Of a preview link: another address of this page.</param>
    /// <param name="id">The editor's own unsaved text of this release, or 0 for a new one: a third address.</param>
    public async Task<IActionResult> OnGetAsync([FromRoute] string? slug, [FromRoute] string? token, [FromRoute] int? id, CancellationToken ct)
    {
        if (token is not null)
            return await OfLinkAsync(token, ct);
        if (id is { } own)
            return await OwnAsync(own, ct);
        if (slug is null)
            return NotFound();
        if (await ReleaseView.FindAsync(Db, slug, Now, Newsroom.TimeZone, ct) is not { } release)
            return await ElsewhereAsync(slug, "", ct);
        Release = release;
        Card = new ContactCard(release.Contacts, Newsroom.PressOffice, release.Headline, release.HasLostAddress ? GapMarker.For(GapKind.MissingEmail, Newsroom.Language) : null) { Release = release.Slug };
        Related = await related.ReadAsync(release, Now, ct);
        Notes = await NoteView.OfRelease(Db, release.Id, Now).ToListAsync(ct);
        Head(release).Show(ViewData);
        return Page();
    }

    /// <summary>What "copy quote" copies: the words, who said them, where and when, and the address they stand at.</summary>
    public string Citation(QuotationView quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var speaker = string.IsNullOrWhiteSpace(quote.Speaker) ? "" : $" — {quote.Speaker}";
        return $"“{quote.Text}”{speaker}\n{Release.Headline} ({texts.Full(Release.Date)})\n{Newsroom.Absolute($"/releases/{Release.Slug}#quote-{quote.Number}").AbsoluteUri}";
    }

    /// <summary>The day an archive page was imported, in the newsroom's zone.</summary>
    public string ImportDay(SourceView source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return texts.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(source.ImportedAt, Newsroom.Zone).DateTime));
    }

    private PageHead Head(ReleaseView release)
    {
        var path = $"/releases/{release.Slug}";
        var description = GapMarker.RemoveFrom(Opening.Sentence(release.Standfirst ?? release.Opening));
        return new PageHead(release.Headline, path)
        {
            Description = description,
            IsArticle = true,
            Section = "releases",
            NeedsScript = true,
            Data = [StructuredData.Article(Newsroom, release, description, Notes), StructuredData.Breadcrumbs(Newsroom, (Newsroom.Title, "/"), (texts["Releases"], "/releases"), (release.Headline, path))],
            Languages = release.Translations.Count == 0 ? [] : [(release.Language, path), .. release.Translations.Select(t => (t.Language, $"/releases/{t.Slug}"))],
            Formats = [.. DownloadFormat.All.Select(f => (f.MediaType, $"{path}.{f.Extension}"))],
        };
    }
}
