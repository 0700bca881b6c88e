using System.Security.Cryptography;

namespace NewsRoom.Core.Media;

/// <summary>What an editor says about an asset.</summary>
/// <param name="AltText">What the picture shows, for those who do not see it; of a PDF its title.</param>
public sealed record AssetDetails(string? AltText, bool IsDecorative, string? Caption, string? Credit, string? Licence);

/// <summary>A picture or a PDF that releases attach. Its bytes lie in the media folder under their SHA-256.</summary>
public sealed class Asset
{
    public const int MaxAltText = 500;
    public const int MaxCaption = 1000;
    public const int MaxCredit = 200;

    private Asset() { }

    /// <param name="name">The readable part of its address, without an extension.</param>
    public Asset(MediaFile file, string sha256, string name, string originalName, string by, DateTimeOffset at)
    {
        // 128 bits: an address that nobody can guess before a release leads to it.
        Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Name = name;
        UploadedBy = by;
        UploadedAt = at;
        ReplaceFile(file, sha256, originalName, at);
    }

    public int Id { get; private set; }

    /// <summary>The part of its address that cannot be guessed; it stays when the file is replaced.</summary>
    public string Token { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>What the file was called where it came from; shown at the desk alone.</summary>
    public string OriginalName { get; private set; } = "";

    public MediaKind Kind { get; private set; }

    public string Sha256 { get; private set; } = "";

    public long Size { get; private set; }

    /// <summary>In pixels; 0 for a PDF.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    public int Frames { get; private set; }

    public string? AltText { get; private set; }

    /// <summary>Whether a picture says nothing that the text does not say: screen readers then pass over it.</summary>
    public bool IsDecorative { get; private set; }

    public string? Caption { get; private set; }

    public string? Credit { get; private set; }

    public string? Licence { get; private set; }

    public string UploadedBy { get; private set; } = "";

    public DateTimeOffset UploadedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Grows with every save; a save is checked against it.</summary>
    public int Version { get; private set; }

    public bool IsImage => Kind.IsImage();

    /// <summary>Whether a release that attaches it cannot go out: nobody has said what it shows.</summary>
    public bool LacksAltText => string.IsNullOrWhiteSpace(AltText) && !(IsDecorative && IsImage);

    public string FileName => $"{Name}.{Kind.Extension()}";

    /// <summary>Its address on this site.</summary>
    public string Path => $"/media/{Token}/{FileName}";

    public void Describe(AssetDetails details, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(details);
        AltText = details.AltText;
        IsDecorative = details.IsDecorative && IsImage;
        Caption = details.Caption;
        Credit = details.Credit;
        Licence = details.Licence;
        UpdatedAt = at;
        Version++;
    }

    /// <summary>Puts another file in its place, at the same address.</summary>
    public void ReplaceFile(MediaFile file, string sha256, string originalName, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(file);
        Kind = file.Kind;
        Sha256 = sha256;
        Size = file.Bytes.Length;
        Width = file.Width;
        Height = file.Height;
        Frames = file.Frames;
        OriginalName = originalName;
        UpdatedAt = at;
        Version++;
    }
}

/// <summary>An asset on a release: its place in the order and, where it differs from the asset's own, its caption.</summary>
public sealed class ReleaseAttachment
{
    private ReleaseAttachment() { }

    public ReleaseAttachment(int assetId) => AssetId = assetId;

    public int ReleaseId { get; private set; }

    public int AssetId { get; private set; }

    public Asset? Asset { get; private set; }

    /// <summary>0-based order on the page.</summary>
    public int Position { get; internal set; }

    /// <summary>Null: the asset's own caption is shown.</summary>
    public string? Caption { get; internal set; }
}
