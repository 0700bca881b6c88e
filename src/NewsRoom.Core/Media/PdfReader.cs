namespace NewsRoom.Core.Media;

/// <summary>
/// A PDF is stored as it is, its own metadata included, up to its end; what hides behind the end is cut off. Taking its inside apart is no work for a
/// reader of headers, so it is never shown by the site itself: browsers are told to download it, without scripts.
/// </summary>
internal static class PdfReader
{
    /// <summary>How far from the end the end mark may stand, as other readers have it.</summary>
    private const int Tail = 1024;

    public static MediaFile Read(byte[] bytes)
    {
        var all = bytes.AsSpan();
        if (bytes.Length < 20 || all[5] is not ((byte)'1' or (byte)'2') || all[6] != '.' || !char.IsAsciiDigit((char)all[7]))
            throw MediaFormatException.Broken(MediaKind.Pdf);
        var mark = all.LastIndexOf("%%EOF"u8);
        if (mark < 0 || all.LastIndexOf("startxref"u8) is var start && (start < 0 || start > mark))
            throw MediaFormatException.Truncated;
        var end = mark + 5;
        if (bytes.Length - end > Tail)
            throw new MediaFormatException("Something else is hidden behind the end of the PDF. Print it to a new PDF and upload that.");
        return new(MediaKind.Pdf, 0, 0, 1, [.. all[..end], (byte)'\n']);
    }
}
