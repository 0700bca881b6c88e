using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>What was found near releases, for a while: what is nearest changes little, and to find it costs more than all the rest of a page.</summary>
public sealed class NearReleases : IDisposable
{
    private const int MostKept = 2_000;

    /// <summary>A new release may be so late in appearing beside older ones. One that is no longer live never appears: that is asked each time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The identifiers for a release with these terms and themes, found anew by <paramref name="find"/> where they are not known. Fewer than wanted are not kept: the next release may be near.</summary>
    public async Task<IReadOnlyList<int>> OfAsync(ReleaseView release, IReadOnlyList<string> terms, IReadOnlyList<string> themes, Func<Task<IReadOnlyList<int>>> find)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(find);
        var key = (release.Id, release.TranslationGroup, string.Join(' ', terms), string.Join(' ', themes));
        if (_kept.TryGetValue(key, out IReadOnlyList<int>? known))
            return known!;
        var found = await find();
        return found.Count < RelatedReleases.Count ? found : _kept.Set(key, found, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Longest });
    }

    public void Dispose() => _kept.Dispose();
}

/// <summary>The releases that a reader of one may want next: the nearest by their words and themes.</summary>
public sealed class RelatedReleases(NewsRoomDbContext db, SqliteSearchIndex index, NearReleases near)
{
    public const int Count = 4;

    public async Task<IReadOnlyList<ReleaseRow>> ReadAsync(ReleaseView release, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(release);
        var themes = release.Themes.Select(t => t.Slug).ToList();
        var terms = SalientTerms.Of(release.Headline, release.Standfirst, release.Text);
        var ids = await near.OfAsync(release, terms, themes, () => index.RelatedToAsync(db, release.Id, release.TranslationGroup, terms, themes, now, Count, ct));
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
