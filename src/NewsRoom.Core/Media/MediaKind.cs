using System.Globalization;

namespace NewsRoom.Core.Media;

/// <summary>What may be stored, recognised by its content alone. No SVG and no HTML: a browser would run what is in them.</summary>
public enum MediaKind
{
    Jpeg,
    Png,
    WebP,
    Gif,
    Pdf,
}

/// <summary>What follows from a kind, whatever an uploader called the file.</summary>
public static class MediaKinds
{
    public static string ContentType(this MediaKind kind) => kind switch
    {
        MediaKind.Jpeg => "image/jpeg",
        MediaKind.Png => "image/png",
        MediaKind.WebP => "image/webp",
        MediaKind.Gif => "image/gif",
        _ => "application/pdf",
    };

    /// <summary>Without its dot.</summary>
    public static string Extension(this MediaKind kind) => kind switch
    {
        MediaKind.Jpeg => "jpg",
        MediaKind.Png => "png",
        MediaKind.WebP => "webp",
        MediaKind.Gif => "gif",
        _ => "pdf",
    };

    /// <summary>As people write it.</summary>
    public static string Label(this MediaKind kind) => kind switch
    {
        MediaKind.Jpeg => "JPEG",
        MediaKind.Png => "PNG",
        MediaKind.WebP => "WebP",
        MediaKind.Gif => "GIF",
        _ => "PDF",
    };

    public static bool IsImage(this MediaKind kind) => kind != MediaKind.Pdf;

    /// <summary>"820 kB", "1.4 MB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000.0:0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
    };
}
