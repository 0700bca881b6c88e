using NewsRoom.Core.Data;
using NewsRoom.Core.Media;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>A picture or a document of a live release.</summary>
/// <param name="Caption">This release's own words for it, or the asset's.</param>
public sealed record AttachmentView(
    string Token, string Name, MediaKind Kind, long Size, int Width, int Height, string? AltText, bool IsDecorative, string? Caption, string? Credit, string? Licence)
{
    public bool IsImage => Kind.IsImage();

    /// <summary>Where its address begins.</summary>
    public string Root { get; init; } = "/media";

    public string Path => $"{Root}/{Token}/{Name}.{Kind.Extension()}";

    /// <summary>For a picture: what it shows; nothing when it is decorative.</summary>
    public string Alt => IsDecorative ? "" : AltText ?? "";

    /// <summary>For a document: its title.</summary>
    public string Title => string.IsNullOrWhiteSpace(AltText) ? $"{Name}.{Kind.Extension()}" : AltText;

    public string? Note => MediaQueries.Note(Caption, Credit, Licence);
}
