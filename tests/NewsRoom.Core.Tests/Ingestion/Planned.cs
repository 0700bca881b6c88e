using System.Text;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Extraction;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

/// <summary>Plans of texts, by the real pipeline with the themes of the repository.</summary>
internal static class Planned
{
    public static readonly IReadOnlyList<ThemeDefinition> Themes = ThemesFile.Read(Path.Combine(AppContext.BaseDirectory, "themes.yml"));

    public static ArchivePipeline Pipeline { get; } = new(new PipelineSettings { Themes = Themes });

    public static ImportPlan Of(string text, string file = "page.txt") => Pipeline.Plan(file, Encoding.UTF8.GetBytes(text));

    /// <summary>The one release of a text.</summary>
    public static ReleaseDraft One(string text, string file = "page.txt") => Assert.Single(Of(text, file).Releases);
}
