using Markdig;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Rendering;

/// <summary>Turns a body into what readers see. Called when a release is saved, never at a request.</summary>
public static class MarkdownRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static RenderedBody Render(string markdown) => new(Markdown.ToHtml(markdown, Pipeline), Markdown.ToPlainText(markdown, Pipeline));
}
