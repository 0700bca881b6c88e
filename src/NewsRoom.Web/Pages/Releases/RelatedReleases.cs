using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>The releases that a reader of one may want next: the nearest by their words and themes.</summary>
public sealed class RelatedReleases(NewsRoomDbContext db, SqliteSearchIndex index)
{
    public const int Count = 4;

    public async Task<IReadOnlyList<ReleaseRow>> ReadAsync(ReleaseView release, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(release);
        var themes = release.Themes.Select(t => t.Slug).ToList();
        var terms = SalientTerms.Of(release.Headline, release.Standfirst, release.Text);
        var ids = await index.RelatedToAsync(db, release.Id, release.TranslationGroup, terms, themes, now, Count, ct);
        var found = await ReleaseListing.RowsOf(db.Releases.Live(now).Where(r => ids.Contains(r.Id))).ToDictionaryAsync(r => r.Id, ct);
        var rows = ids.Where(found.ContainsKey).Select(id => found[id]).ToList();
        if (rows.Count == Count || themes.Count == 0)
            return rows;
        // Where words do not lead to enough, the newest of its themes do.
        var known = rows.Select(r => r.Id).Append(release.Id).ToList();
        var more = db.Releases.Live(now).Where(r => !known.Contains(r.Id) && r.Themes.Any(t => themes.Contains(t.Theme!.Slug))).NewestFirst().Take(Count - rows.Count);
        return [.. rows, .. await ReleaseListing.RowsOf(more).ToListAsync(ct)];
    }
}
