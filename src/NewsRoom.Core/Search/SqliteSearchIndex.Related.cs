using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Search;

public sealed partial class SqliteSearchIndex
{
    /// <summary>How many of the nearest by their words are looked at.</summary>
    private const int Nearest = 80;

    /// <summary>What each shared theme adds to the closeness of words, as a share of it.</summary>
    private const double ThemeShare = 0.35;

    /// <summary>
    /// The live releases nearest to one: by the words that say what it is about (bm25 over the public index: a word that few releases have counts for more),
    /// nearer still the more themes they share. Empty when nothing shares such a word.
    /// </summary>
    /// <param name="terms">From <see cref="SalientTerms"/>.</param>
    /// <returns>Their ids, the nearest first.</returns>
    /// <param name="groupId">Translations of the release itself, which say nothing new.</param>
    public async Task<IReadOnlyList<int>> RelatedToAsync(
        NewsRoomDbContext db, int releaseId, Guid? groupId, IReadOnlyList<string> terms, IReadOnlyList<string> themes, DateTimeOffset now, int count, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(terms);
        var live = db.Releases.Live(now).Where(r => r.Id != releaseId && (groupId == null || r.TranslationGroup == null || r.TranslationGroup != groupId));
        if (terms.Count == 0)
            return [];
        // Terms are letters alone: nothing in them is an operator.
        var match = string.Join(" OR ", terms.Select(t => $"\"{t}\""));
        var near = db.Database.SqlQueryRaw<RankRow>(PublicIndex.Nearest, match, Nearest);
        var ranked = from release in live
                     join rank in near on release.Id equals rank.ReleaseId
                     // Ranks are below zero, the nearest lowest.
                     orderby rank.Rank * (1 + (ThemeShare * release.Themes.Count(t => themes.Contains(t.Theme!.Slug)))), release.Id descending
                     select release.Id;
        return await ranked.Take(count).ToListAsync(ct);
    }
}
