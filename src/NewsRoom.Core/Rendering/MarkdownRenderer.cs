using System.Net;
using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Rendering;

/// <summary>
/// Turns a body into what readers see. Called when a release is saved, never at a request.
/// Raw HTML is text, links go only where <see cref="LinkPolicy"/> allows, images of other places show their words, and headings start below the headline.
/// </summary>
public static class MarkdownRenderer
{
    /// <summary>Nesting beyond this is nobody's press release: such a body is shown as its plain lines.</summary>
    private const int MaxDepth = 32;

    /// <summary>The longest run of one punctuation sign that Markdown is asked to make sense of. Its parser takes time by the square of such runs.</summary>
    private const int MaxRun = 200;

    /// <summary>The most opening brackets in one paragraph, whose links are looked for by the square likewise.</summary>
    private const int MaxBrackets = 1_000;

    /// <summary>The lowest level that the highest heading of a body may have.</summary>
    private const int LowestStart = 3;

    private static readonly Dictionary<int, BodyImage> NoImages = [];

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    /// <summary>Renders any text whatsoever; what would take the parser long is shown as its lines.</summary>
    public static RenderedBody Render(string markdown) => Render(markdown, NoImages);

    /// <summary>Renders a body with the newsroom's own pictures, which <c>![words](media:12)</c> shows. Every other image is its words.</summary>
    /// <param name="images">By the asset's id.</param>
    public static RenderedBody Render(string markdown, IReadOnlyDictionary<int, BodyImage> images)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(images);
        return Parse(markdown, images) is { } document ? new RenderedBody(ToHtml(document), PlainTextRenderer.Render(document)) : AsLines(markdown);
    }

    /// <summary>The body as a tree, with the rules for headings, links and pictures applied; null when it is only to be shown as <see cref="PlainLines"/>.</summary>
    internal static MarkdownDocument? Parse(string markdown, IReadOnlyDictionary<int, BodyImage>? images)
    {
        if (markdown.Length > ReleaseContent.MaxBody || IsHostile(markdown))
            return null;
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to nesting beyond MaxDepth.
            return null;
        }

        Tame(document, images ?? NoImages);
        return document;
    }

    /// <summary>The lines of a text, empty ones apart.</summary>
    internal static IEnumerable<string> PlainLines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxDepth }.DisableHtml().UsePipeTables();
        // Before the parsers of links and escapes, which begin with the same signs.
        builder.InlineParsers.Insert(0, new GapInlineParser());
        return builder.Build();
    }

    private static void Tame(MarkdownDocument document, IReadOnlyDictionary<int, BodyImage> images)
    {
        // The headline is 1, and the page's own parts are 2: a body whose highest heading is lower than 3 would leave a step out.
        var highest = document.Descendants<HeadingBlock>().Select(h => h.Level).DefaultIfEmpty(1).Min();
        var step = Math.Min(1, LowestStart - highest);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + step);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (MediaInline.From(link, images) is { } media)
                link.ReplaceBy(media, copyChildren: false);
            else if (link.IsImage || !LinkPolicy.Allows(link.GetDynamicUrl?.Invoke() ?? link.Url))
                link.ReplaceBy(new ContainerInline());
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !LinkPolicy.Allows(link.Url))
                link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    private static string ToHtml(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new GapInlineRenderer());
        renderer.ObjectRenderers.Insert(0, new MediaInlineRenderer());
        renderer.Render(document);
        return writer.ToString();
    }

    private static bool IsHostile(string text)
    {
        var (run, brackets) = (0, 0);
        var previous = '\0';
        var spaced = false;
        foreach (var c in text)
        {
            // Blanks between the signs do not break a run: "> > > >" nests like ">>>>", and "- - - -" does while "----" does not.
            if (c is ' ' or '\t')
            {
                spaced = true;
                continue;
            }

            run = c == previous && (IsMarkup(c) || (spaced && c is ('-' or '+'))) ? run + 1 : 0;
            spaced = false;
            brackets = c == '\n' && previous == '\n' ? 0 : c == '[' ? brackets + 1 : brackets;
            if (run > MaxRun || brackets > MaxBrackets)
                return true;
            previous = c;
        }

        return false;
    }

    // Rules and underlines of hyphens, equals signs and dots are ordinary and cheap however long.
    private static bool IsMarkup(char c) => c is '>' or '[' or ']' or '(' or ')' or '*' or '_' or '`' or '<' or '!' or '\\' or '&' or '~' or '|';

    private static RenderedBody AsLines(string text)
    {
        var html = new StringBuilder(text.Length + 256);
        var plain = new StringBuilder(text.Length);
        foreach (var line in PlainLines(text))
        {
            html.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>\n");
            plain.Append(plain.Length > 0 ? "\n\n" : "").Append(line);
        }

        return new RenderedBody(html.ToString(), plain.ToString());
    }
}
