using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using NewsRoom.Core.Media;

namespace NewsRoom.Core.Rendering;

/// <summary>A picture of the newsroom's own as a body shows it.</summary>
/// <param name="Path">Its address on this site.</param>
/// <param name="AltText">What the asset says it shows; null when it is decorative.</param>
/// <param name="Note">Caption, credit and licence in one line; null for none.</param>
public sealed record BodyImage(string Path, int Width, int Height, string? AltText, string? Note);

/// <summary>A picture in the text, with the words that stand for it.</summary>
internal sealed class MediaInline(BodyImage image, string words) : LeafInline
{
    public BodyImage Image { get; } = image;

    /// <summary>The writer's words, which fit the place; else the asset's.</summary>
    public string Words { get; } = words;

    /// <summary>The picture that an image's address names; null when it is no picture of ours.</summary>
    public static MediaInline? From(LinkInline link, IReadOnlyDictionary<int, BodyImage> images)
    {
        if (!link.IsImage || MediaReferences.Parse(link.GetDynamicUrl?.Invoke() ?? link.Url) is not { } id || !images.TryGetValue(id, out var image))
            return null;
        var words = PlainTextRenderer.Words(link);
        return new MediaInline(image, words.Length > 0 ? words : image.AltText ?? "");
    }
}

internal sealed class MediaInlineRenderer : HtmlObjectRenderer<MediaInline>
{
    protected override void Write(HtmlRenderer renderer, MediaInline obj)
    {
        renderer.Write("<img src=\"").WriteEscapeUrl(obj.Image.Path).Write("\" alt=\"").WriteEscape(obj.Words);
        renderer.Write(string.Create(CultureInfo.InvariantCulture, $"\" width=\"{obj.Image.Width}\" height=\"{obj.Image.Height}\" loading=\"lazy\">"));
        if (obj.Image.Note is { } note)
            renderer.Write("<small class=\"picture-note\">").WriteEscape(note).Write("</small>");
    }
}
