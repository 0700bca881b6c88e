using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Themes;

/// <summary>A theme and how many releases have it.</summary>
public sealed record ThemeCount(string Slug, string Name, string Description, int Count);

/// <summary>The rules about themes that are asked more than once, as queries.</summary>
public static class ThemeQueries
{
    /// <summary>The themes that the public may see: those of live releases. A theme of drafts alone would tell of them.</summary>
    /// <param name="live">Releases filtered by <see cref="ReleaseQueries.Live"/>.</param>
    public static IQueryable<Theme> UsedBy(this IQueryable<Theme> themes, IQueryable<Release> live) =>
        themes.Where(t => live.SelectMany(r => r.Themes).Any(rt => rt.ThemeId == t.Id));

    /// <summary>The same themes by name, each with the number of live releases that have it.</summary>
    /// <param name="live">Releases filtered by <see cref="ReleaseQueries.Live"/>.</param>
    public static IQueryable<ThemeCount> CountedFor(this IQueryable<Theme> themes, IQueryable<Release> live) =>
        // Counted by number before names are looked up: SQLite sorts what it groups.
        live.SelectMany(r => r.Themes).GroupBy(rt => rt.ThemeId).Select(g => new { Id = g.Key, Count = g.Count() })
            .Join(themes, c => c.Id, t => t.Id, (c, t) => new { t.Slug, t.Name, t.Description, c.Count })
            .OrderBy(t => t.Name).Select(t => new ThemeCount(t.Slug, t.Name, t.Description, t.Count));
}
