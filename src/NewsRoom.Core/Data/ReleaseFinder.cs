using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>The search of the desk: releases in every state, by what their latest revision says.</summary>
public sealed class ReleaseFinder(NewsRoomDbContext db)
{
    /// <summary>Narrows <paramref name="releases"/> to those whose latest headline holds every word of <paramref name="text"/>.</summary>
    public IQueryable<Release> Matching(IQueryable<Release> releases, string text)
    {
        ArgumentNullException.ThrowIfNull(releases);
        ArgumentNullException.ThrowIfNull(text);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MaxWords))
        {
            var pattern = $"%{Escape(word)}%";
            releases = releases.Where(r => db.Revisions.Any(v => v.ReleaseId == r.Id && v.Number == r.LatestRevisionNumber && EF.Functions.Like(v.Headline, pattern, "\\")));
        }

        return releases;
    }

    private const int MaxWords = 12;

    private static string Escape(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
