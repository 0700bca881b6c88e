using System.Text;

namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>Tells files that are no text, or text of another kind than is read here, by their first bytes.</summary>
internal static class FileKinds
{
    private const string WebPage = "This file is a web page (HTML), not plain text. Open it in a browser, copy its text and save it as a .txt file in UTF-8.";

    private const string SaveText = "Save its text as a .txt file in UTF-8.";

    private static readonly (string Name, byte[] Magic)[] Binary =
    [
        ("a PDF", "%PDF"u8.ToArray()),
        ("a zip archive or an Office document other than .docx", [0x50, 0x4B, 0x03, 0x04]),
        ("an empty zip archive", [0x50, 0x4B, 0x05, 0x06]),
        ("an old Word document", [0xD0, 0xCF, 0x11, 0xE0]),
        ("a rich text document (RTF)", "{\\rtf"u8.ToArray()),
        ("a PNG picture", [0x89, 0x50, 0x4E, 0x47]),
        ("a JPEG picture", [0xFF, 0xD8]),
        ("a GIF picture", "GIF8"u8.ToArray()),
        ("a TIFF picture", [0x49, 0x49, 0x2A, 0x00]),
        ("a TIFF picture", [0x4D, 0x4D, 0x00, 0x2A]),
        ("a gzip archive", [0x1F, 0x8B]),
        ("a 7-Zip archive", [0x37, 0x7A, 0xBC, 0xAF]),
        ("a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]),
        ("a program", [0x7F, 0x45, 0x4C, 0x46]),
    ];

    private static readonly (string Start, string Sentence)[] Marked =
    [
        ("<!doctype html", WebPage),
        ("<html>", WebPage),
        ("<html ", WebPage),
        ("<?xml", $"This file is XML, not plain text. {SaveText}"),
    ];

    /// <summary>One sentence that says why a file is refused and what to do; null when nothing speaks against it.</summary>
    public static string? RefusalOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (name, magic) in Binary)
        {
            if (bytes.StartsWith(magic))
                return $"This file is {name}, not plain text. {SaveText}";
        }

        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        text = text.TrimStart(" \t\r\n"u8);
        foreach (var (start, sentence) in Marked)
        {
            if (text.Length >= start.Length && Ascii.EqualsIgnoreCase(text[..start.Length], start))
                return sentence;
        }

        return null;
    }
}
