using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NewsRoom.Core.Rendering;

/// <summary>A <see cref="GapMarker"/> in a body.</summary>
internal sealed class GapInline(string marker) : LeafInline
{
    public string Marker { get; } = marker;
}

/// <summary>Finds the markers, with escaped brackets or without.</summary>
internal sealed class GapInlineParser : InlineParser
{
    private static readonly (string Written, string Marker)[] Forms =
        [.. GapMarker.All.SelectMany(marker => new[] { (GapMarker.Escape(marker), marker), (marker, marker) })];

    public GapInlineParser() => OpeningCharacters = ['\\', '['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        foreach (var (written, marker) in Forms)
        {
            if (!slice.Match(written))
                continue;
            processor.Inline = new GapInline(marker);
            slice.Start += written.Length;
            return true;
        }

        return false;
    }
}

internal sealed class GapInlineRenderer : HtmlObjectRenderer<GapInline>
{
    protected override void Write(HtmlRenderer renderer, GapInline obj)
    {
        renderer.Write("<span class=\"gap\">");
        renderer.WriteEscape(obj.Marker);
        renderer.Write("</span>");
    }
}
