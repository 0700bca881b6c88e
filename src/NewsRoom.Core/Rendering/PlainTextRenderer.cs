using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsRoom.Core.Rendering;

/// <summary>The words of a parsed body: paragraphs separated by an empty line, bullets kept as "- ".</summary>
internal static class PlainTextRenderer
{
    public static string Render(MarkdownDocument document) => Blocks(document, "\n\n");

    private static string Blocks(ContainerBlock container, string separator) =>
        string.Join(separator, container.Select(Block).Where(text => text.Length > 0));

    private static string Block(Block block) => block switch
    {
        ListBlock list => List(list),
        Table table => string.Join('\n', table.OfType<TableRow>().Select(row => string.Join(" | ", row.OfType<TableCell>().Select(cell => Blocks(cell, " "))))),
        LinkReferenceDefinitionGroup => "",
        ContainerBlock container => Blocks(container, "\n\n"),
        CodeBlock code => code.Lines.ToString().TrimEnd(),
        LeafBlock { Inline: { } inline } => Words(inline),
        _ => "",
    };

    private static string List(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var lines = list.OfType<ListItemBlock>().Select((item, i) =>
        {
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number + i}. ") : "- ";
            var text = Blocks(item, list.IsLoose ? "\n\n" : "\n");
            return mark + text.Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);
        });
        return string.Join('\n', lines);
    }

    internal static string Words(ContainerInline inline)
    {
        var text = new StringBuilder();
        Append(text, inline);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, ContainerInline container)
    {
        foreach (var inline in container)
        {
            _ = inline switch
            {
                GapInline gap => text.Append(gap.Marker),
                MediaInline media => text.Append(media.Words),
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                CodeInline code => text.Append(code.Content),
                AutolinkInline link => text.Append(link.Url),
                HtmlEntityInline entity => text.Append(entity.Transcoded.AsSpan()),
                LineBreakInline line => text.Append(line.IsHard ? '\n' : ' '),
                _ => text,
            };
            if (inline is ContainerInline inner)
                Append(text, inner);
        }
    }
}
