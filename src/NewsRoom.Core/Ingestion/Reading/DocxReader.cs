using System.Globalization;
using System.Xml;

namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>Reads a Word document (.docx) into lines: headings, paragraphs, lists, tables; links, bold and italics as marks on them.</summary>
public static class DocxReader
{
    /// <summary>The name that a stored document carries in place of an encoding.</summary>
    public const string Encoding = "docx";

    /// <summary>How far a document may unpack, as a multiple of the largest document.</summary>
    private const int Expansion = 2;

    private const int MaxLines = 1_000_000;

    /// <summary>The lines of a document that was read before; none when the bytes are no such document.</summary>
    public static IReadOnlyList<SourceLine> Lines(ReadOnlyMemory<byte> bytes) => TryRead(bytes, 64L * 1024 * 1024, out var lines, out _) ? lines : [];

    /// <summary>False when the bytes are not a Word document at all; <paramref name="problem"/> is a sentence when they are one that cannot be read.</summary>
    /// <param name="maxBytes">The largest document in bytes.</param>
    internal static bool TryRead(ReadOnlyMemory<byte> bytes, long maxBytes, out List<SourceLine> lines, out string? problem)
    {
        lines = [];
        problem = null;
        using var package = DocxPackage.Open(bytes, maxBytes * Expansion);
        if (package is null)
            return false;
        try
        {
            var styles = DocxStyles.Read(package);
            using var body = package.Part(package.Main[(package.Main.LastIndexOf('/') + 1)..]);
            lines = body is null ? [] : new DocxBody(styles, MaxLines).Read(body);
        }
        catch (DocxTooLargeException)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"This Word document unpacks to more than {maxBytes * Expansion / 1048576.0:0.#} MB of text and is not read. Save its text as a .txt file, or split it.");
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            problem = "This Word document is damaged or locked and cannot be read. Open it in Word and save it again without a password, or save its text as a .txt file.";
        }

        lines = problem is null ? lines : [];
        return true;
    }
}
