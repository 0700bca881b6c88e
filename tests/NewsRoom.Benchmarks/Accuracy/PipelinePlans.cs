using NewsRoom.Core.Ingestion;
#if PIPELINE
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Ingestion.Extraction;
using NewsRoom.Core.Themes;
using YamlDotNet.Serialization;
#endif

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>Runs the import's own pipeline, with the themes of the repository and nothing in the database.</summary>
internal static class PipelinePlans
{
#if PIPELINE
    public static IReadOnlyList<ImportPlan> Of(IReadOnlyList<string> paths)
    {
        var pipeline = new ArchivePipeline(new PipelineSettings { Themes = ReadThemes(Path.Combine(AppContext.BaseDirectory, "themes.yml")) });
        var finder = new DuplicateFinder();
        return [.. paths.Select(path => finder.Resolve(pipeline.Plan(Path.GetFileName(path), File.ReadAllBytes(path))))];
    }

    private static IReadOnlyList<ThemeDefinition> ReadThemes(string path)
    {
        var themes = new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(File.ReadAllText(path));
        return [.. themes.Select(theme => new ThemeDefinition(
            (string)theme["slug"],
            (string)theme["name"],
            (string)theme["description"],
            [.. ((Dictionary<object, object>)theme["terms"]).Select(t => new ThemeTerm((string)t.Key, double.Parse((string)t.Value, System.Globalization.CultureInfo.InvariantCulture)))]))];
    }
#else
    public static IReadOnlyList<ImportPlan> Of(IReadOnlyList<string> paths) =>
        throw new NotSupportedException($"This build has no import pipeline to run over {paths.Count} documents; measure a saved report with --report FILE.");
#endif
}
