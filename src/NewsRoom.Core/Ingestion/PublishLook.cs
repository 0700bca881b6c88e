using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.Ingestion;

/// <summary>What would become public if plans of a batch were accepted and published now, and what is unsure about it.</summary>
public sealed record PublishLook
{
    /// <summary>More than this, in bytes as uploaded, is not planned anew for a look: the counts kept with the documents must do.</summary>
    private const long MostBytes = 2 * 1024 * 1024;

    /// <summary>A release that would go out although something about it should be looked at.</summary>
    public sealed record Line(int Number, int StartLine, string Headline, IReadOnlyList<string> Doubts);

    /// <summary>A document with releases that nobody has checked.</summary>
    public sealed record Document(int Number, string FileName, int Releases, int Open);

    /// <summary>The documents that would be accepted, in order.</summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>Whether the plans were made anew: if not, <see cref="Goes"/> counts all releases, and <see cref="Repeats"/>, <see cref="Held"/>, <see cref="UnsureCuts"/> and <see cref="Doubtful"/> are not known.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Releases that would go public.</summary>
    public required int Goes { get; init; }

    /// <summary>Releases that repeat one that is here, or another one of the batch.</summary>
    public int Repeats { get; init; }

    /// <summary>Releases that stay drafts because of an embargo.</summary>
    public int Held { get; init; }

    /// <summary>Of those that go, how many begin at a cut that is not sure and that nobody has checked.</summary>
    public int UnsureCuts { get; init; }

    /// <summary>Releases that the import is unsure of and nobody has checked.</summary>
    public required int Open { get; init; }

    /// <summary>Of those that go, the ones that the import is unsure of and nobody has checked.</summary>
    public IReadOnlyList<Line> Doubtful { get; init; } = [];

    /// <summary>The doubts about them, each with the number of releases, the most frequent first.</summary>
    public IReadOnlyList<(string Doubt, int Count)> Doubts => [.. Doubtful.SelectMany(d => d.Doubts.Distinct()).GroupBy(d => d).Select(g => (g.Key, g.Count())).OrderByDescending(d => d.Item2).ThenBy(d => d.Key, StringComparer.Ordinal)];

    /// <summary>Looks at one document of a batch, or at all that wait at the bench.</summary>
    /// <param name="number">Null for all of them.</param>
    public static async Task<PublishLook> ReadAsync(NewsRoomDbContext db, ImportBatch batch, int? number, PlanCache cache, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(batch);
        var ready = db.StagedDocuments.AsNoTracking().Where(d => d.BatchId == batch.Id && d.State == StagedState.Planned && (number == null || d.Number == number)).OrderBy(d => d.Number);
        var documents = await ready.Select(d => new Document(d.Number, d.FileName, d.Releases, d.Unsure)).ToListAsync(cancellationToken);
        var counted = new PublishLook { Documents = documents, IsExact = false, Goes = documents.Sum(d => d.Releases), Open = documents.Sum(d => d.Open) };
        if (number is null && await ready.SumAsync(d => (long)d.Bytes.Length, cancellationToken) > MostBytes)
            return counted;
        var planner = await BenchPlanner.LoadAsync(db, batch, compares: true, cache, cancellationToken);
        var drafts = new List<(int Number, ReleaseDraft Draft)>();
        await foreach (var staged in ready.AsAsyncEnumerable().WithCancellation(cancellationToken))
            drafts.AddRange(planner.Resolve(planner.PlanStored(staged, PlanLog.FromJson(staged.Log!), cancellationToken)).Releases.Select(r => (staged.Number, r)));
        var fresh = drafts.Where(d => d.Draft is { ExistingReleaseId: null, DuplicateOf: null }).ToList();
        var going = fresh.Where(d => d.Draft.Embargo is null).ToList();
        return counted with
        {
            IsExact = true,
            Goes = going.Count,
            Repeats = drafts.Count - fresh.Count,
            Held = fresh.Count - going.Count,
            UnsureCuts = going.Count(d => d.Draft.IsOpen && d.Draft.Cut.Confidence < DraftMaker.SureCut),
            Doubtful = [.. going.Where(d => d.Draft.IsOpen).Select(d => new Line(d.Number, d.Draft.StartLine, d.Draft.Headline, d.Draft.Unsure))],
        };
    }
}
