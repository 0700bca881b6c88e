using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.Figures;

/// <summary>What was counted since the last time it was stored.</summary>
/// <param name="Slug">Of the release; null where it is of none.</param>
/// <param name="Subject">The address of a feed or contact; empty for a release.</param>
public readonly record struct FigureKey(DateOnly Day, FigureKind Kind, string? Slug, string Subject);

/// <summary>Adds counts to those that are stored.</summary>
public sealed class FigureStore(NewsRoomDbContext db)
{
    /// <summary>Adds everything in one short transaction. What is counted of an address that is no release's is dropped.</summary>
    public async Task AddAsync(IReadOnlyDictionary<FigureKey, long> figures, IReadOnlyDictionary<(DateOnly Day, string Words), long> misses, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(misses);
        if (figures.Count + misses.Count == 0)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var slugs = figures.Keys.Select(f => f.Slug).OfType<string>().Distinct().ToList();
        var ids = await db.Releases.Where(r => slugs.Contains(r.Slug)).ToDictionaryAsync(r => r.Slug, r => r.Id, cancellationToken);
        foreach (var (key, count) in figures)
        {
            var id = 0;
            if (key.Slug is not null && !ids.TryGetValue(key.Slug, out id))
                continue;
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "DailyFigures" ("Day", "Kind", "ReleaseId", "Subject", "Count") VALUES ({Iso(key.Day)}, {key.Kind.ToString()}, {id}, {key.Subject}, {count}) ON CONFLICT ("Day", "Kind", "ReleaseId", "Subject") DO UPDATE SET "Count" = "DailyFigures"."Count" + excluded."Count" """,
                cancellationToken);
        }

        foreach (var ((day, words), count) in misses)
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "SearchMisses" ("Day", "Words", "Count") VALUES ({Iso(day)}, {words}, {count}) ON CONFLICT ("Day", "Words") DO UPDATE SET "Count" = "SearchMisses"."Count" + excluded."Count" """,
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Deletes words that were searched for before <paramref name="day"/>.</summary>
    public Task<int> ForgetMissesAsync(DateOnly day, CancellationToken cancellationToken = default) => db.SearchMisses.Where(m => m.Day < day).ExecuteDeleteAsync(cancellationToken);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
