using NewsRoom.Core.Data;

namespace NewsRoom.Core.Ingestion;

/// <summary>A document that was imported, with its raw bytes: the ground that every imported release stands on.</summary>
public sealed class StoredDocument
{
    private StoredDocument() { }

    public StoredDocument(int batchId, string fileName, string sha256, string encoding, int lines, byte[] bytes, DateTimeOffset at)
    {
        BatchId = batchId;
        FileName = fileName;
        Sha256 = sha256;
        Encoding = encoding;
        Lines = lines;
        Bytes = bytes;
        ImportedAt = at;
    }

    public int Id { get; private set; }

    public int BatchId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="Bytes"/>, lower-case hex; unique: a document is applied once.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The encoding it was read in: utf-8, utf-16le, utf-16be, windows-1252.</summary>
    public string Encoding { get; private set; } = "";

    public int Lines { get; private set; }

    public byte[] Bytes { get; private set; } = [];

    public DateTimeOffset ImportedAt { get; private set; }
}

/// <summary>Which documents an import need not read again.</summary>
public static class StoredDocumentQueries
{
    /// <summary>
    /// Those that stand as they were written. One that an undo took releases from, and left because somebody works on another of them, may be imported again:
    /// a document of the bench is then no longer accepted, and of any other import the whole batch is undone.
    /// </summary>
    public static IQueryable<StoredDocument> Whole(this IQueryable<StoredDocument> documents, NewsRoomDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return documents.Where(d => db.Batches.Any(b => b.Id == d.BatchId && b.IsStaged)
            ? db.StagedDocuments.Any(s => s.DocumentId == d.Id && s.State == StagedState.Accepted)
            : db.Batches.Any(b => b.Id == d.BatchId && b.UndoneAt == null));
    }
}
