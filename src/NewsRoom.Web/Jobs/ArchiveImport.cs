using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Search;

namespace NewsRoom.Web.Jobs;

/// <summary>Makes the pure tools of the import from its settings.</summary>
internal delegate ImportTools ImportToolsFactory(PipelineSettings settings);

/// <summary>Runs files through planning and, unless it is a dry run, through the applier.</summary>
internal sealed class ArchiveImport(TimeProvider clock, SqliteSearchIndex search, ImportToolsFactory tools)
{
    /// <summary>Plans a file and forgets the plan.</summary>
    public void Rehearse(ImportFile file, PipelineSettings settings)
    {
        var pipeline = tools(settings);
        if (new FileInfo(file.Path).Length <= pipeline.MaxDocumentBytes)
            pipeline.Plan(file.Name, File.ReadAllBytes(file.Path), CancellationToken.None);
    }

    /// <summary>Plans without writing.</summary>
    /// <param name="db">The database to compare with, opened read-only; null when there is none.</param>
    /// <param name="seen">Told of every document, in order.</param>
    public async Task<ImportReport> PlanAsync(IReadOnlyList<ImportFile> files, NewsRoomDbContext? db, PipelineSettings settings, Action<PlannedDocument> seen, CancellationToken cancellationToken)
    {
        var report = new ImportReport();
        await foreach (var document in new ImportRunner(db, tools(settings)).PlanAsync(files, replan: true, cancellationToken))
        {
            report.Add(document);
            seen(document);
        }

        return report;
    }

    /// <summary>Plans and applies. When it is cancelled it stops between two documents, and the report says so.</summary>
    public async Task<ImportReport> ApplyAsync(IReadOnlyList<ImportFile> files, NewsRoomDbContext db, ImportBatch batch, PipelineSettings settings, Action<PlannedDocument> seen, CancellationToken cancellationToken)
    {
        var report = new ImportReport();
        var applier = new ImportApplier(db, search, clock);
        try
        {
            await foreach (var document in new ImportRunner(db, tools(settings)).PlanAsync(files, replan: false, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                // Not cancelled in the middle: a document is a moment's work, and all of it or none is written.
                await applier.ApplyAsync(batch, document.Position, document.Plan, CancellationToken.None);
                report.Add(document);
                seen(document);
            }

            await applier.FinishAsync(batch, CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            report.Stopped = true;
        }

        return report;
    }

    /// <summary>Connects the pipeline and the search for duplicates.</summary>
    public static ImportTools ConnectPipeline(PipelineSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var pipeline = new ArchivePipeline(settings);
        return new(pipeline.Plan, (known, remembers) =>
        {
            var finder = new DuplicateFinder(remembers);
            foreach (var release in known)
                finder.Add(release);
            return finder.Resolve;
        }, settings.MaxDocumentBytes);
    }
}
