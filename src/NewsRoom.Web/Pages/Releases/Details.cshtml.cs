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
public sealed class DetailsModel(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options) : ReleasePageModel(db, clock)
{
    private const int MaxRelated = 4;

    public NewsRoomOptions Newsroom => options.Value;

    public ReleaseView Release { get; private set; } = null!;

    public ContactCard Card { get; private set; } = null!;

    public IReadOnlyList<ReleaseRow> Related { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await ReleaseView.FindAsync(Db, slug, Now, ct) is not { } release)
            return await ElsewhereAsync(slug, "", ct);
        Release = release;
        Card = new ContactCard(release.Contacts, Newsroom.PressOffice, release.Headline, release.HasLostAddress ? GapMarker.For(GapKind.MissingEmail, Newsroom.Language) : null);
        Related = await RelatedAsync(release, ct);
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
