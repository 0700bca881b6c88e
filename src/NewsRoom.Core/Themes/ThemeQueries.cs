using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Themes;

/// <summary>The rules about themes that are asked more than once, as queries.</summary>
public static class ThemeQueries
{
    /// <summary>The themes that the public may see: those of live releases. A theme of drafts alone would tell of them.</summary>
    /// <param name="live">Releases filtered by <see cref="ReleaseQueries.Live"/>.</param>
    public static IQueryable<Theme> UsedBy(this IQueryable<Theme> themes, IQueryable<Release> live) =>
        themes.Where(t => live.Any(r => r.Themes.Any(rt => rt.ThemeId == t.Id)));
}
