using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsRoom.Core.Rendering;

/// <summary>Reads a body into blocks, by the same parse and the same rules that make its HTML.</summary>
public static class DocumentReader
{
    /// <param name="images">The newsroom's own pictures by id: their words stand for them.</param>
    public static IReadOnlyList<DocumentBlock> Read(string markdown, IReadOnlyDictionary<int, BodyImage>? images = null) =>
        MarkdownRenderer.Parse(markdown, images) is { } document
            ? Blocks(document)
            : [.. MarkdownRenderer.PlainLines(markdown).Select(line => new DocumentBlock.Paragraph([new(line)]))];

    private static List<DocumentBlock> Blocks(ContainerBlock container) => [.. container.Select(Block).OfType<DocumentBlock>()];

    private static DocumentBlock? Block(Block block) => block switch
    {
        HeadingBlock heading => new DocumentBlock.Heading(heading.Level, Runs(heading.Inline)),
        ListBlock list => new DocumentBlock.List(
            list.IsOrdered ? int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1 : null,
            [.. list.OfType<ListItemBlock>().Select(Blocks)]),
        Table table => new DocumentBlock.Table([.. table.OfType<TableRow>().Select(Row)]),
        LinkReferenceDefinitionGroup => null,
        ContainerBlock container => new DocumentBlock.Quote(Blocks(container)),
        CodeBlock code => new DocumentBlock.Code(code.Lines.ToString().TrimEnd()),
        ThematicBreakBlock => new DocumentBlock.Rule(),
        LeafBlock leaf => Runs(leaf.Inline) is { Count: > 0 } runs ? new DocumentBlock.Paragraph(runs) : null,
        _ => null,
    };

    private static List<IReadOnlyList<DocumentRun>> Row(TableRow row) =>
        [.. row.OfType<TableCell>().Select(cell => (IReadOnlyList<DocumentRun>)[.. cell.OfType<LeafBlock>().SelectMany(leaf => Runs(leaf.Inline))])];

    private static List<DocumentRun> Runs(ContainerInline? inline)
    {
        var runs = new List<DocumentRun>();
        if (inline is not null)
            Collect(runs, inline, new DocumentRun(""));
        return runs;
    }

    /// <param name="like">How the words of this container look and where they lead.</param>
    private static void Collect(List<DocumentRun> runs, ContainerInline container, DocumentRun like)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case GapInline gap:
                    Add(runs, like with { Text = gap.Marker, Italic = true });
                    break;
                case MediaInline media:
                    Add(runs, like with { Text = string.Join(' ', new[] { media.Words, media.Image.Note }.Where(t => !string.IsNullOrEmpty(t))) });
                    break;
                case LiteralInline literal:
                    Add(runs, like with { Text = literal.Content.ToString() });
                    break;
                case CodeInline code:
                    Add(runs, like with { Text = code.Content, Code = true });
                    break;
                case AutolinkInline link:
                    Add(runs, like with { Text = link.Url, Link = link.IsEmail ? "mailto:" + link.Url : link.Url });
                    break;
                case HtmlEntityInline entity:
                    Add(runs, like with { Text = entity.Transcoded.ToString() });
                    break;
                case LineBreakInline line:
                    Add(runs, like with { Text = line.IsHard ? "\n" : " " });
                    break;
                case LinkInline link:
                    Collect(runs, link, like with { Link = link.GetDynamicUrl?.Invoke() ?? link.Url });
                    break;
                case EmphasisInline emphasis:
                    Collect(runs, emphasis, emphasis.DelimiterCount > 1 ? like with { Bold = true } : like with { Italic = true });
                    break;
                case ContainerInline other:
                    Collect(runs, other, like);
                    break;
            }
        }
    }

    // The parser cuts words at every sign that might have meant something: what looks alike is one run.
    private static void Add(List<DocumentRun> runs, DocumentRun run)
    {
        if (run.Text.Length == 0)
            return;
        if (runs.Count > 0 && runs[^1] with { Text = "" } == run with { Text = "" })
            runs[^1] = runs[^1] with { Text = runs[^1].Text + run.Text };
        else
            runs.Add(run);
    }
}
