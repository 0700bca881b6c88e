using System.Text;
using NewsRoom.Core.Ingestion.Reading;

namespace NewsRoom.Core.Data;

/// <summary>Reads the lines of a stored document back, for people to look at.</summary>
public static class SourceText
{
    /// <param name="encoding">The name the import stored: utf-8, utf-16le, utf-16be, windows-1252 or docx.</param>
    /// <returns>The lines in order, without line ends and byte order mark; line 1 is the first.</returns>
    public static IReadOnlyList<string> Lines(byte[] bytes, string encoding)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (encoding == DocxReader.Encoding)
            return [.. DocxReader.Lines(bytes).Select(line => line.Text)];
        var text = EncodingOf(encoding).GetString(bytes).TrimStart('\uFEFF');
        var lines = text.Split('\n');
        // A line feed at the end ends the last line; it does not begin another.
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        return [.. lines.Take(count).Select(line => line.TrimEnd('\r'))];
    }

    internal static Encoding EncodingOf(string name) => name switch
    {
        "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => Encoding.UTF8,
    };
}
