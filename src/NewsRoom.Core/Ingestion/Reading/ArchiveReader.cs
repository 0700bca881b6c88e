using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>Reads the bytes of a document into lines, or says why it cannot.</summary>
public static class ArchiveReader
{
    /// <summary>The share of characters that may be control characters before a document counts as binary.</summary>
    private const double MaxControlShare = 0.03;

    private static readonly SearchValues<byte> Undefined1252 = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new InvalidOperationException("The runtime has no Windows-1252.");

    /// <summary>Reads a document. <paramref name="problem"/> is null when that worked, else one sentence that says what to do.</summary>
    public static SourceDocument Read(string fileName, ReadOnlyMemory<byte> bytes, long maxBytes, out string? problem)
    {
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        problem = SizeProblem(bytes.Length, maxBytes);
        if (problem is null && DocxReader.TryRead(bytes, maxBytes, out var blocks, out problem))
            return new(fileName, bytes, sha, problem is null ? DocxReader.Encoding : "", blocks);
        problem ??= FileKinds.RefusalOf(bytes.Span);
        if (problem is not null)
            return new(fileName, bytes, sha, "", []);

        var (encoding, name, skip, unit) = Detect(bytes.Span, out problem);
        if (problem is not null)
            return new(fileName, bytes, sha, "", []);

        var lines = unit == 1 ? SplitBytes(bytes.Span, encoding, skip) : SplitPairs(bytes.Span, encoding, skip, name == "utf-16be");
        if (ControlShare(lines) > MaxControlShare)
            problem = "This file is not text: it is full of control characters. Save it as plain text in UTF-8.";
        return new(fileName, bytes, sha, name, lines);
    }

    private static string? SizeProblem(long length, long maxBytes) => length <= maxBytes
        ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"This file is too large ({length / 1048576.0:0.#} MB; {maxBytes / 1048576.0:0.#} MB is the limit). Split it into smaller files between two releases.");

    private static (Encoding Encoding, string Name, int Skip, int Unit) Detect(ReadOnlySpan<byte> bytes, out string? problem)
    {
        problem = null;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (Encoding.UTF8, "utf-8", 3, 1);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            var big = bytes[0] == 0xFE;
            if (bytes.Length % 2 != 0)
                problem = "This file begins like UTF-16 but is cut off in the middle of a character. Save it again as UTF-8.";
            return (big ? Encoding.BigEndianUnicode : Encoding.Unicode, big ? "utf-16be" : "utf-16le", 2, 2);
        }

        var nuls = bytes.Count((byte)0);
        if (nuls > bytes.Length / 5)
            problem = "This file looks like UTF-16 without a byte order mark, or is not text. Save it as UTF-8.";
        if (IsUtf8(bytes, out var valid, out var invalid) || valid >= invalid)
            return (Encoding.UTF8, "utf-8", 0, 1);

        var high = 0;
        var undefined = 0;
        foreach (var b in bytes)
        {
            high += b >= 0x80 ? 1 : 0;
            undefined += Undefined1252.Contains(b) ? 1 : 0;
        }

        if (high > bytes.Length / 3 || (undefined > high / 10 && high > bytes.Length / 50))
            problem ??= "This file is in an encoding that is not known here (UTF-8, UTF-16 and Windows-1252 are read). Save it as UTF-8.";
        return (Windows1252, "windows-1252", 0, 1);
    }

    /// <summary>Whether the bytes are UTF-8; counts the multi-byte characters and the bytes that belong to none, for text with a few broken ones.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes, out int valid, out int invalid)
    {
        valid = invalid = 0;
        while (!bytes.IsEmpty)
        {
            var high = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (high < 0)
                break;
            bytes = bytes[high..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var consumed) == OperationStatus.Done)
                valid++;
            else
                invalid++;
            bytes = bytes[Math.Max(consumed, 1)..];
        }

        return invalid == 0;
    }

    private static List<SourceLine> SplitBytes(ReadOnlySpan<byte> bytes, Encoding encoding, int skip)
    {
        var lines = new List<SourceLine>(bytes.Count((byte)'\n') + 1);
        var offset = 0;
        while (offset < bytes.Length)
        {
            var end = bytes[offset..].IndexOf((byte)'\n');
            var next = end < 0 ? bytes.Length : offset + end + 1;
            var first = offset + (offset == 0 ? skip : 0);
            var last = end < 0 ? next : next - 1;
            if (last > first && bytes[last - 1] == '\r')
                last--;
            lines.Add(new(lines.Count + 1, offset, next - offset, last > first ? encoding.GetString(bytes[first..last]) : ""));
            offset = next;
        }

        return lines;
    }

    private static List<SourceLine> SplitPairs(ReadOnlySpan<byte> bytes, Encoding encoding, int skip, bool bigEndian)
    {
        var (low, high) = bigEndian ? (1, 0) : (0, 1);
        var lines = new List<SourceLine>();
        var offset = 0;
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if ((bytes[i + low] == '\n' && bytes[i + high] == 0) || i + 3 >= bytes.Length)
            {
                var next = i + 2;
                var first = offset + (offset == 0 ? skip : 0);
                var text = next > first ? encoding.GetString(bytes[first..next]) : "";
                lines.Add(new(lines.Count + 1, offset, next - offset, text.TrimEnd('\n').TrimEnd('\r')));
                offset = next;
            }
        }

        return lines;
    }

    private static double ControlShare(List<SourceLine> lines)
    {
        long all = 0, control = 0;
        foreach (var line in lines)
        {
            all += line.Text.Length;
            // Nearly no line has one.
            if (!line.Text.AsSpan().ContainsAnyInRange('\0', '\u001F'))
                continue;
            foreach (var c in line.Text)
                control += c < ' ' && c is not ('\t' or '\f' or '\r' or '\v') ? 1 : 0;
        }

        return all == 0 ? 0 : (double)control / Math.Max(all, 200);
    }
}
