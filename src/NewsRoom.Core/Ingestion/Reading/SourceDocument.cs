namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>A document as it was read: its bytes, and its lines as text.</summary>
/// <param name="FileName">The name without folder.</param>
/// <param name="Sha256">Of <paramref name="Bytes"/>, lower-case hex.</param>
/// <param name="Encoding">utf-8, utf-16le, utf-16be, windows-1252 or docx; empty when it could not be read.</param>
/// <param name="Lines">All lines, in order. Of a text they cover every byte; of a docx, whose bytes are packed, they cover every paragraph, and only <paramref name="Bytes"/> is the whole.</param>
public sealed record SourceDocument(string FileName, ReadOnlyMemory<byte> Bytes, string Sha256, string Encoding, IReadOnlyList<SourceLine> Lines);

/// <summary>A line of a document. Lines end at LF; a CR before it is not part of the text.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Offset">Of its first byte; 0 in a docx.</param>
/// <param name="Length">In bytes, its line end (and a byte order mark before it) included; 0 in a docx.</param>
/// <param name="Text">Decoded, without line end and byte order mark.</param>
public sealed record SourceLine(int Number, int Offset, int Length, string Text)
{
    /// <summary>What a docx says of the line beyond its words; null for the line of a text.</summary>
    public LineMarks? Marks { get; init; }
}
