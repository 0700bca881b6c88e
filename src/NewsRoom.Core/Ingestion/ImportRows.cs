using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;

namespace NewsRoom.Core.Ingestion;

/// <summary>Where the import puts its new rows, inside the transaction of the document. Whatever is added has its row, and its identifier, when the call returns.</summary>
internal interface IImportRows
{
    /// <summary>Told when the transaction of a document has begun.</summary>
    void Begin();

    Task AddAsync(StoredDocument document, CancellationToken cancellationToken);

    Task AddAsync(MediaContact contact, CancellationToken cancellationToken);

    /// <summary>Writes contacts that were there before and were filled.</summary>
    Task UpdateAsync(IReadOnlyCollection<MediaContact> contacts, CancellationToken cancellationToken);

    /// <summary>Adds a release with its revisions, themes, contacts, gaps and quotations.</summary>
    Task AddAsync(Release release, CancellationToken cancellationToken);

    Task AddAsync(int releaseId, ReleaseSource source, CancellationToken cancellationToken);

    Task AddAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Whether an address leads to a release, or did once.</summary>
    Task<bool> IsTakenAsync(string slug, CancellationToken cancellationToken);

    /// <summary>Adds a new release to the search.</summary>
    Task IndexAsync(SearchTexts texts, CancellationToken cancellationToken);
}

/// <summary>The rows by way of the model, on any provider. Nothing stays tracked, so that the thousandth release costs what the first one did.</summary>
internal sealed class ModelImportRows(NewsRoomDbContext db, SqliteSearchIndex search) : IImportRows
{
    public void Begin()
    {
    }

    public Task AddAsync(StoredDocument document, CancellationToken cancellationToken) => SaveAsync(document, cancellationToken);

    public Task AddAsync(MediaContact contact, CancellationToken cancellationToken) => SaveAsync(contact, cancellationToken);

    public async Task UpdateAsync(IReadOnlyCollection<MediaContact> contacts, CancellationToken cancellationToken)
    {
        db.UpdateRange(contacts);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    public async Task AddAsync(Release release, CancellationToken cancellationToken)
    {
        db.Add(release);
        await db.SaveChangesAsync(cancellationToken);
        release.NoteApprovedRevision(release.Revisions[^1]);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    public async Task AddAsync(int releaseId, ReleaseSource source, CancellationToken cancellationToken)
    {
        db.Entry(source).Property(s => s.ReleaseId).CurrentValue = releaseId;
        await SaveAsync(source, cancellationToken);
    }

    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) => SaveAsync(entry, cancellationToken);

    public async Task<bool> IsTakenAsync(string slug, CancellationToken cancellationToken) =>
        await db.Releases.AnyAsync(r => r.Slug == slug, cancellationToken) || await db.PastSlugs.AnyAsync(s => s.Slug == slug, cancellationToken);

    public Task IndexAsync(SearchTexts texts, CancellationToken cancellationToken) => search.AddAsync(db, texts, cancellationToken);

    private async Task SaveAsync(object row, CancellationToken cancellationToken)
    {
        db.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
