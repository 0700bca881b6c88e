using System.ComponentModel.DataAnnotations;
using NewsRoom.Core.Media;

namespace NewsRoom.Web.Areas.Admin.Pages.Media;

/// <summary>What an editor says about an asset.</summary>
public sealed class AssetForm
{
    /// <summary>The save the editor began from.</summary>
    public int Version { get; set; }

    [StringLength(Asset.MaxAltText, ErrorMessage = "Use at most 500 characters.")]
    public string? AltText { get; set; }

    public bool IsDecorative { get; set; }

    [StringLength(Asset.MaxCaption, ErrorMessage = "Use at most 1000 characters in the caption.")]
    public string? Caption { get; set; }

    [StringLength(Asset.MaxCredit, ErrorMessage = "Use at most 200 characters in the credit.")]
    public string? Credit { get; set; }

    [StringLength(Asset.MaxCredit, ErrorMessage = "Use at most 200 characters in the licence.")]
    public string? Licence { get; set; }

    public static AssetForm From(Asset asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return new() { Version = asset.Version, AltText = asset.AltText, IsDecorative = asset.IsDecorative, Caption = asset.Caption, Credit = asset.Credit, Licence = asset.Licence };
    }

    public AssetDetails ToDetails() => new(Clean(AltText), IsDecorative, Clean(Caption), Clean(Credit), Clean(Licence));

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
