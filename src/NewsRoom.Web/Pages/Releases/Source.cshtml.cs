using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>The lines of the archive that a release was read from, untouched.</summary>
public sealed class SourceModel(NewsRoomDbContext db, TimeProvider clock, SiteText texts) : ReleasePageModel(db, clock)
{
    public ReleaseView Release { get; private set; } = null!;

    public IReadOnlyList<(SourceView Place, IReadOnlyList<string> Lines)> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await ReleaseView.FindAsync(Db, slug, Now, "", ct) is not { } release)
            return await ElsewhereAsync(slug, "/source", ct);
        if (release.Sources.Count == 0)
            return NotFound();
        Release = release;
        var ids = release.Sources.Select(s => s.DocumentId).ToList();
        var documents = await Db.Documents.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Bytes, d.Encoding }).ToDictionaryAsync(d => d.Id, ct);
        Sources = [.. release.Sources.Select(s => (s, LinesOf(documents[s.DocumentId].Bytes, documents[s.DocumentId].Encoding, s)))];
        new PageHead($"{texts["Original"]}: {release.Headline}", $"/releases/{release.Slug}/source") { Section = "releases", NoIndex = true }.Show(ViewData);
        return Page();
    }

    private static IReadOnlyList<string> LinesOf(byte[] bytes, string encoding, SourceView place) =>
        [.. SourceText.Lines(bytes, encoding).Skip(place.StartLine - 1).Take(place.EndLine - place.StartLine + 1)];
}
