namespace NewsRoom.Core.Media;

/// <summary>A file that may be stored: its headers are sound, and the bytes hold nothing but the picture (or the document).</summary>
/// <param name="Width">In pixels, as it is shown; 0 for a PDF.</param>
/// <param name="Frames">1 unless it is animated.</param>
public sealed record MediaFile(MediaKind Kind, int Width, int Height, int Frames, byte[] Bytes);

/// <summary>A file that was read, or the sentence that says why it was refused.</summary>
public sealed record MediaReading(MediaFile? File, string? Problem);

/// <summary>What a file may be at most. They hold before anything is decoded: only headers are read here.</summary>
public static class MediaLimits
{
    public const int MaxBytes = 25_000_000;

    public const int MaxSide = 12_000;

    public const long MaxPixels = 60_000_000;

    public const int MaxFrames = 1_000;

    /// <summary>The pixels of all frames together, which a browser paints one after the other.</summary>
    public const long MaxAnimatedPixels = 600_000_000;

    /// <summary>The most scans of a progressive JPEG; each one costs a decoder the whole picture.</summary>
    public const int MaxScans = 100;

    /// <summary>The largest colour profile in bytes.</summary>
    public const int MaxProfile = 4_000_000;

    internal static void Check(long width, long height)
    {
        if (width < 1 || height < 1)
            throw new MediaFormatException("The picture has no size.");
        if (width > MaxSide || height > MaxSide || width * height > MaxPixels)
            throw new MediaFormatException($"The picture is {width} × {height} pixels; at most {MaxSide:N0} a side and {MaxPixels / 1_000_000} million in all are taken. Make it smaller first.");
    }
}

/// <summary>Why a file is not taken, as a sentence for the person who uploads it.</summary>
public sealed class MediaFormatException(string message) : Exception(message)
{
    internal static MediaFormatException Truncated => new("The file ends too early: it was cut off on its way. Save it again and upload the whole of it.");

    internal static MediaFormatException Broken(MediaKind kind) => new($"It begins like a {kind.Label()} but is none: open it in a picture editor and save it again.");
}

/// <summary>
/// Recognises a file by its content, reads its size from its headers, and leaves out what readers must not get: place, camera, author, comments, thumbnails,
/// and whatever stands behind the end. Nothing is decoded or encoded again, so a picture loses no quality. A PDF stays as it is up to its end.
/// </summary>
public static class MediaReader
{
    public static MediaReading Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length == 0)
            return new(null, "The file is empty.");
        if (bytes.Length > MediaLimits.MaxBytes)
            return new(null, $"The file is larger than {MediaKinds.Size(MediaLimits.MaxBytes)}.");
        try
        {
            return Clean(bytes) is { } file ? new(file, null) : new(null, "This is not a JPEG, PNG, WebP, GIF or PDF, whatever its name says.");
        }
        catch (MediaFormatException problem)
        {
            return new(null, problem.Message);
        }
    }

    private static MediaFile? Clean(byte[] bytes)
    {
        var start = bytes.AsSpan();
        if (start is [0xFF, 0xD8, 0xFF, ..])
            return JpegCleaner.Clean(bytes);
        if (start.StartsWith(PngCleaner.Signature))
            return PngCleaner.Clean(bytes);
        if (start.StartsWith("RIFF"u8) && bytes.Length >= 12 && start[8..12].SequenceEqual("WEBP"u8))
            return WebPCleaner.Clean(bytes);
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
            return GifCleaner.Clean(bytes);
        return start.StartsWith("%PDF-"u8) ? PdfReader.Read(bytes) : null;
    }
}
