using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>Runs the import's own pipeline, with the themes of the repository and nothing in the database.</summary>
internal static class PipelinePlans
{
    public static IReadOnlyList<ImportPlan> Of(IReadOnlyList<string> paths)
    {
        var pipeline = new ArchivePipeline(new PipelineSettings { Themes = ThemesFile.Read(Path.Combine(AppContext.BaseDirectory, "themes.yml")) });
        var finder = new DuplicateFinder();
        return [.. paths.Select(path => finder.Resolve(pipeline.Plan(Path.GetFileName(path), File.ReadAllBytes(path))))];
    }
}
