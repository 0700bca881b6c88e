using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Contacts;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>A release.</summary>
public sealed partial class DetailsModel(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, PreviewLinks links, WorkingCopies copies) : ReleasePageModel(db, clock)
{
    private const int MaxRelated = 4;

    public NewsRoomOptions Newsroom => options.Value;

    public ReleaseView Release { get; private set; } = null!;

    public ContactCard Card { get; private set; } = null!;

    public IReadOnlyList<ReleaseRow> Related { get; private set; } = [];

    /// <summary>What readers are told of its changes, newest first.</summary>
    public IReadOnlyList<NoteView> Notes { get; private set; } = [];

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
        Card = new ContactCard(release.Contacts, Newsroom.PressOffice, release.Headline, release.HasLostAddress ? GapMarker.For(GapKind.MissingEmail, Newsroom.Language) : null);
        Related = await RelatedAsync(release, ct);
        Notes = await NoteView.OfRelease(Db, release.Id, Now).ToListAsync(ct);
        new PageHead(release.Headline, $"/releases/{release.Slug}")
        {
            Description = GapMarker.RemoveFrom(Opening.Sentence(release.Standfirst ?? release.Opening)),
            IsArticle = true,
            Section = "releases",
        }.Show(ViewData);
        return Page();
    }

    /// <summary>The day an archive page was imported, in the newsroom's zone.</summary>
    public string ImportDay(SourceView source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReleaseDateFormat.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(source.ImportedAt, Newsroom.Zone).DateTime));
    }

    // The more themes they share the nearer they stand; among equals the newest.
    private async Task<List<ReleaseRow>> RelatedAsync(ReleaseView release, CancellationToken ct)
    {
        var slugs = release.Themes.Select(t => t.Slug).ToList();
        if (slugs.Count == 0)
            return [];
        var near = Db.Releases.Live(Now).Where(r => r.Id != release.Id && r.Themes.Any(t => slugs.Contains(t.Theme!.Slug)))
            .OrderByDescending(r => r.Themes.Count(t => slugs.Contains(t.Theme!.Slug))).ThenByDescending(r => r.SortDay).ThenByDescending(r => r.SortOrder).ThenByDescending(r => r.Id);
        return await ReleaseListing.RowsOf(near.Take(MaxRelated)).ToListAsync(ct);
    }
}
