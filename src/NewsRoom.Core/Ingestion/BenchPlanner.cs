using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion.Deduplication;

namespace NewsRoom.Core.Ingestion;

/// <summary>Makes the plans of the bench: the pipeline with the newsroom's themes, and the releases of the database to compare with.</summary>
public sealed class BenchPlanner
{
    private readonly ArchivePipeline _pipeline;
    private readonly DuplicateFinder _duplicates = new();
    private readonly PlanCache? _cache;
    private readonly string _told;

    private BenchPlanner(PipelineSettings settings, PlanCache? cache)
    {
        _pipeline = new(settings);
        _cache = cache;
        _told = cache is null ? "" : Digest(settings);
    }

    /// <summary>Reads the themes and, for comparing, the fingerprints of the database.</summary>
    /// <param name="cache">Where plans that are looked at are kept; null where each is made once.</param>
    public static async Task<BenchPlanner> LoadAsync(NewsRoomDbContext db, ImportBatch batch, bool compares, PlanCache? cache, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(batch);
        var planner = new BenchPlanner(new()
        {
            Themes = await ThemesFile.FromDatabaseAsync(db, cancellationToken),
            DateOrder = batch.MonthFirst ? DateOrder.MonthDay : DateOrder.DayMonth,
        }, cache);
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

    /// <summary>The plan of a document as it is stored: the one that is kept, or a new one.</summary>
    public ImportPlan PlanStored(StagedDocument document, PlanLog log, CancellationToken cancellationToken = default)
    {
        if (_cache?.Find(Key(document)) is { } kept)
            return kept;
        var plan = Plan(document, log, cancellationToken);
        Keep(document, plan);
        return plan;
    }

    /// <summary>Keeps the plan of a document that was just stored with it.</summary>
    public void Keep(StagedDocument document, ImportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(document);
        _cache?.Keep(Key(document), plan);
    }

    /// <summary>Every change of its bytes and of its edits counts the version up.</summary>
    private string Key(StagedDocument document) => string.Create(CultureInfo.InvariantCulture, $"{document.Id}/{document.Version}/{document.Sha256}/{_told}");

    private static string Digest(PipelineSettings settings)
    {
        var text = new StringBuilder(settings.DateOrder.ToString());
        foreach (var theme in settings.Themes)
        {
            text.Append('\n').Append(theme.Slug).Append('\t').Append(theme.Name);
            foreach (var term in theme.Terms)
                text.Append('\t').Append(term.Text).Append('\t').Append(term.Weight.ToString(CultureInfo.InvariantCulture));
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Marks the releases that repeat one of the database, or of a plan that was resolved before.</summary>
    public ImportPlan Resolve(ImportPlan plan) => _duplicates.Resolve(plan);

    /// <summary>
    /// Reports and duplicates name a document with its folder, the pipeline wants the name alone. It is known by the bytes that were uploaded, also where a redaction has changed them since.
    /// </summary>
    private static ImportPlan Named(StagedDocument document, ImportPlan plan) => plan with { Document = plan.Document with { FileName = document.FileName, Sha256 = document.Sha256 } };

    private static string Own(string fileName) => fileName[(fileName.LastIndexOf('/') + 1)..];
}
