using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>The parts of a .docx: a zip archive that outsiders send, so that nothing in it is trusted. Nothing is written to disk, and what unpacks too far is refused.</summary>
internal sealed class DocxPackage : IDisposable
{
    /// <summary>A document with pictures has dozens of entries.</summary>
    private const int MaxEntries = 5_000;

    /// <summary>Bytes of the list of entries.</summary>
    private const int MaxDirectory = 1024 * 1024;

    private readonly ZipArchive _zip;
    private long _left;

    private DocxPackage(ZipArchive zip, string main, long maxUnpacked)
    {
        _zip = zip;
        Main = main;
        _left = maxUnpacked;
    }

    /// <summary>The name of the part that holds the text.</summary>
    public string Main { get; }

    /// <summary>Opens a document; null when the bytes are no zip archive with a Word document in it.</summary>
    /// <param name="maxUnpacked">Bytes that all parts together may unpack to.</param>
    public static DocxPackage? Open(ReadOnlyMemory<byte> bytes, long maxUnpacked)
    {
        if (!bytes.Span.StartsWith("PK\u0003\u0004"u8) || !HasModestDirectory(bytes.Span))
            return null;
        var stream = MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array is not null
            ? new MemoryStream(segment.Array, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read);
            if (zip.Entries.Count <= MaxEntries && zip.Entries.Select(e => e.FullName).FirstOrDefault(IsMain) is { } main)
                return new(zip, main, maxUnpacked);
        }
        catch (InvalidDataException)
        {
            // Begins like a zip archive and is none: the caller says so.
        }

        zip?.Dispose();
        stream.Dispose();
        return null;
    }

    /// <summary>Whether the list of entries, which is read whole, is as short as a document's: it lies between its stated beginning and the record at the end.</summary>
    private static bool HasModestDirectory(ReadOnlySpan<byte> bytes)
    {
        const int record = 22;
        var tail = Math.Max(0, bytes.Length - record - ushort.MaxValue);
        var end = bytes[tail..].LastIndexOf("PK\u0005\u0006"u8) + tail;
        return end > tail && end + record <= bytes.Length && BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]) is var start && start <= end && end - start <= MaxDirectory;
    }

    /// <summary>Reads a part; null when the document has none of that name.</summary>
    /// <param name="name">Beside the main part: "styles.xml".</param>
    /// <exception cref="InvalidDataException">It unpacks too far or is damaged.</exception>
    public XmlReader? Part(string name)
    {
        var entry = _zip.GetEntry(Main[..(Main.LastIndexOf('/') + 1)] + name);
        if (entry is null)
            return null;
        var unpacked = new MemoryStream();
        using (var packed = entry.Open())
        {
            var buffer = new byte[81920];
            int read;
            // The size that the archive states is the sender's word: the bytes are counted.
            while ((read = packed.Read(buffer)) > 0)
            {
                if ((_left -= read) < 0)
                    throw new DocxTooLargeException();
                unpacked.Write(buffer, 0, read);
            }
        }

        unpacked.Position = 0;
        return XmlReader.Create(unpacked, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true });
    }

    /// <summary>The relations of the main part, beside it in a folder.</summary>
    public XmlReader? Relations() => Part($"_rels/{Main[(Main.LastIndexOf('/') + 1)..]}.rels");

    public void Dispose() => _zip.Dispose();

    /// <summary>"word/document.xml"; some programs number it.</summary>
    private static bool IsMain(string name) =>
        name.StartsWith("word/document", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal) && name.AsSpan(13, name.Length - 17).IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>A document that unpacks to more than is allowed.</summary>
internal sealed class DocxTooLargeException : IOException;
