using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Ingestion.Reading;

namespace NewsRoom.Core.Ingestion;

/// <summary>The pure part of the import as the runner calls it.</summary>
/// <param name="Plan">Makes a plan of a document; pure, safe to call from several threads.</param>
/// <param name="Duplicates">Begins the search for duplicates with the releases already known; what it returns resolves one plan after another. The flag says whether the releases of those plans become known too.</param>
/// <param name="MaxDocumentBytes">A larger file is refused unread.</param>
public sealed record ImportTools(
    Func<string, ReadOnlyMemory<byte>, CancellationToken, ImportPlan> Plan,
    Func<IEnumerable<KnownRelease>, bool, Func<ImportPlan, ImportPlan>> Duplicates,
    long MaxDocumentBytes);

/// <summary>A document of a run: its plan, and whether it was applied before.</summary>
/// <param name="Position">0-based place in the run.</param>
/// <param name="AppliedBefore">The database has a document with these bytes.</param>
public sealed record PlannedDocument(int Position, ImportPlan Plan, bool AppliedBefore);

/// <summary>
/// Takes files through planning in their order. Reading and planning run ahead of the caller on other threads, a few documents at most,
/// so that memory stays flat; duplicates are resolved in order, one plan at a time.
/// </summary>
/// <param name="db">Null when there is no database: a dry run on a fresh machine.</param>
public sealed class ImportRunner(NewsRoomDbContext? db, ImportTools tools)
{
    /// <summary>Plans every file, also those applied before. A file that cannot be read becomes a refused plan.</summary>
    /// <param name="replan">Plan a document that was applied before too: for a dry run. Otherwise it comes back without releases.</param>
    public async IAsyncEnumerable<PlannedDocument> PlanAsync(IReadOnlyList<ImportFile> files, bool replan, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var applied = db is null ? [] : await AppliedAsync(db, cancellationToken);
        var ofThisRun = tools.Duplicates([], true);
        var ofDatabase = tools.Duplicates(db is null ? [] : KnownReleases.InDatabase(db), false);
        var ahead = new Queue<Task<(ImportPlan Plan, bool AppliedBefore)>>();
        var next = 0;
        for (var position = 0; position < files.Count; position++)
        {
            while (next < files.Count && ahead.Count <= Environment.ProcessorCount)
            {
                var file = files[next++];
                ahead.Enqueue(Task.Run(() => PlanOne(file, applied, replan, cancellationToken), cancellationToken));
            }

            var (plan, appliedBefore) = await ahead.Dequeue();
            if (plan.Status == PlanStatus.Planned)
                plan = Resolve(plan, ofThisRun, appliedBefore ? null : ofDatabase);
            yield return new PlannedDocument(position, plan, appliedBefore);
        }
    }

    /// <summary>A release of this run comes before one of the database: the report then names file and place. A document applied before is not compared with itself.</summary>
    private static ImportPlan Resolve(ImportPlan plan, Func<ImportPlan, ImportPlan> ofThisRun, Func<ImportPlan, ImportPlan>? ofDatabase)
    {
        var resolved = ofThisRun(plan);
        if (ofDatabase is null)
            return resolved;
        var existing = ofDatabase(plan).Releases;
        return resolved with
        {
            Releases = [.. resolved.Releases.Select((draft, i) => draft.DuplicateOf is null ? draft with { ExistingReleaseId = existing[i].ExistingReleaseId } : draft)],
        };
    }

    private (ImportPlan Plan, bool AppliedBefore) PlanOne(ImportFile file, HashSet<UInt128> applied, bool replan, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(file.Path).Length > tools.MaxDocumentBytes)
                return (Unread(file, $"The file is larger than {tools.MaxDocumentBytes / (1024 * 1024)} MB. Split it into smaller ones."), false);
            bytes = File.ReadAllBytes(file.Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (Unread(file, $"The file cannot be opened: {error.Message} Check that it is there and may be read."), false);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var appliedBefore = applied.Contains(Half(sha256));
        if (appliedBefore && !replan)
            return (new ImportPlan(new SourceDocument(file.Name, bytes, sha256, "", []), PlanStatus.Empty, null, [], []), true);
        var plan = tools.Plan(file.Name, bytes, cancellationToken);
        return (plan with { Document = plan.Document with { FileName = file.Name } }, appliedBefore);
    }

    private static ImportPlan Unread(ImportFile file, string message) =>
        new(new SourceDocument(file.Name, ReadOnlyMemory<byte>.Empty, "", "", []), PlanStatus.Refused, message, [], []);

    /// <summary>The documents that the database holds whole, by half of their hash: a million of them must not fill the memory.</summary>
    private static async Task<HashSet<UInt128>> AppliedAsync(NewsRoomDbContext db, CancellationToken cancellationToken)
    {
        var applied = new HashSet<UInt128>();
        await foreach (var sha256 in db.Documents.Whole(db).Select(d => d.Sha256).AsAsyncEnumerable().WithCancellation(cancellationToken))
            applied.Add(Half(sha256));
        return applied;
    }

    private static UInt128 Half(string sha256) => UInt128.Parse(sha256.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
