using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion.Deduplication;

namespace NewsRoom.Core.Ingestion;

/// <summary>Makes the plans of the bench: the pipeline with the newsroom's themes, and the releases of the database to compare with.</summary>
public sealed class BenchPlanner
{
    private readonly ArchivePipeline _pipeline;
    private readonly DuplicateFinder _duplicates = new();

    private BenchPlanner(PipelineSettings settings) => _pipeline = new(settings);

    /// <summary>Reads the themes and, for comparing, the fingerprints of the database.</summary>
    public static async Task<BenchPlanner> LoadAsync(NewsRoomDbContext db, ImportBatch batch, bool compares, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(batch);
        var planner = new BenchPlanner(new()
        {
            Themes = await ThemesFile.FromDatabaseAsync(db, cancellationToken),
            DateOrder = batch.MonthFirst ? DateOrder.MonthDay : DateOrder.DayMonth,
        });
        if (!compares)
            return planner;
        foreach (var release in KnownReleases.InDatabase(db))
            planner._duplicates.Add(release);
        return planner;
    }

    /// <summary>What the import finds by itself.</summary>
    public ImportPlan Find(StagedDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Named(document, _pipeline.Plan(Own(document.FileName), document.Bytes, cancellationToken));
    }

    /// <summary>The plan after every edit.</summary>
    public ImportPlan Plan(StagedDocument document, PlanLog log, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(log);
        return log.Edits.Count == 0 ? Find(document, cancellationToken) : Named(document, _pipeline.Plan(Own(document.FileName), document.Bytes, log.Replay(), cancellationToken));
    }

    /// <summary>Marks the releases that repeat one of the database, or of a plan that was resolved before.</summary>
    public ImportPlan Resolve(ImportPlan plan) => _duplicates.Resolve(plan);

    /// <summary>
    /// Reports and duplicates name a document with its folder, the pipeline wants the name alone. It is known by the bytes that were uploaded, also where a redaction has changed them since.
    /// </summary>
    private static ImportPlan Named(StagedDocument document, ImportPlan plan) => plan with { Document = plan.Document with { FileName = document.FileName, Sha256 = document.Sha256 } };

    private static string Own(string fileName) => fileName[(fileName.LastIndexOf('/') + 1)..];
}
