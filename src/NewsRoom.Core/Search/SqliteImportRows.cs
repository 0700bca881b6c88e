using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Search;

/// <summary>
/// The rows of an import by prepared statements, which cost a fraction of what change tracking does over a hundred thousand releases. Tables, columns and conversions are
/// those of the model: <see cref="SqliteInsert{T}"/> reads them from it.
/// </summary>
internal sealed class SqliteImportRows : IImportRows
{
    private readonly NewsRoomDbContext _db;
    private readonly SqliteInsert<StoredDocument> _documents;
    private readonly SqliteInsert<MediaContact> _contacts;
    private readonly SqliteInsert<Release> _releases;
    private readonly SqliteInsert<ReleaseRevision> _revisions;
    private readonly SqliteInsert<ReleaseTheme> _themes;
    private readonly SqliteInsert<ReleaseContact> _releaseContacts;
    private readonly SqliteInsert<Gap> _gaps;
    private readonly SqliteInsert<Quotation> _quotations;
    private readonly SqliteInsert<ReleaseSource> _sources;
    private readonly SqliteInsert<AuditEntry> _audit;
    private readonly SqliteStatement _updateContact;
    private readonly SqliteStatement _approved;
    private readonly SqliteStatement _taken;
    private readonly SqliteStatement[] _public;
    private readonly SqliteStatement[] _desk;
    private readonly Func<MediaContact, object?>[] _contactValues;
    private readonly SqliteStatement[] _all;

    private SqliteImportRows(NewsRoomDbContext db)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        _db = db;
        _documents = new(db.Model, connection);
        _contacts = new(db.Model, connection);
        _releases = new(db.Model, connection);
        _revisions = new(db.Model, connection, nameof(ReleaseRevision.ReleaseId));
        _themes = new(db.Model, connection, nameof(ReleaseTheme.ReleaseId));
        _releaseContacts = new(db.Model, connection, nameof(ReleaseContact.ReleaseId));
        _gaps = new(db.Model, connection, nameof(Gap.ReleaseId));
        _quotations = new(db.Model, connection, nameof(Quotation.ReleaseId));
        _sources = new(db.Model, connection, nameof(ReleaseSource.ReleaseId));
        _audit = new(db.Model, connection);
        (_updateContact, _contactValues) = SqliteInsert<MediaContact>.Update(db.Model, connection);
        _approved = new(connection, "UPDATE \"Releases\" SET \"ApprovedRevisionId\" = $0 WHERE \"Id\" = $1", 2);
        _taken = new(connection, "SELECT EXISTS (SELECT 1 FROM \"Releases\" WHERE \"Slug\" = $0) OR EXISTS (SELECT 1 FROM \"PastSlugs\" WHERE \"Slug\" = $0)", 1);
        _public = [.. SqliteSearchIndex.PublicAdd.Select(sql => new SqliteStatement(connection, sql, 6))];
        _desk = [.. SqliteSearchIndex.DeskAdd.Select(sql => new SqliteStatement(connection, sql, 6))];
        _all = [_documents.Statement, _contacts.Statement, _releases.Statement, _revisions.Statement, _themes.Statement, _releaseContacts.Statement, _gaps.Statement, _quotations.Statement, _sources.Statement, _audit.Statement, _updateContact, _approved, _taken, .. _public, .. _desk];
    }

    /// <summary>The rows of a context on SQLite. Its connection stays open, since statements are prepared for a connection.</summary>
    public static async Task<SqliteImportRows> OpenAsync(NewsRoomDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return new SqliteImportRows(db);
    }

    public void Begin()
    {
        var transaction = (SqliteTransaction)_db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var statement in _all)
            statement.Join(transaction);
    }

    public Task AddAsync(StoredDocument document, CancellationToken cancellationToken) => Do(() => _documents.Add(document));

    public Task AddAsync(MediaContact contact, CancellationToken cancellationToken) => Do(() => _contacts.Add(contact));

    public Task UpdateAsync(IReadOnlyCollection<MediaContact> contacts, CancellationToken cancellationToken) => Do(() =>
    {
        foreach (var contact in contacts)
        {
            if (_updateContact.Run(contact, _contactValues) != 1)
                throw new DbUpdateConcurrencyException($"Contact {contact.Id} was changed while the import filled it.");
        }
    });

    public Task AddAsync(Release release, CancellationToken cancellationToken) => Do(() =>
    {
        _releases.Add(release);
        foreach (var revision in release.Revisions)
            _revisions.Add(revision, release.Id);
        foreach (var theme in release.Themes)
            _themes.Add(theme, release.Id);
        foreach (var contact in release.Contacts)
            _releaseContacts.Add(contact, release.Id);
        foreach (var gap in release.Gaps)
            _gaps.Add(gap, release.Id);
        foreach (var quotation in release.Quotations)
            _quotations.Add(quotation, release.Id);
        release.NoteApprovedRevision(release.Revisions[^1]);
        if (release.ApprovedRevisionId is { } approved)
            _approved.Run(approved, release.Id);
    });

    public Task AddAsync(int releaseId, ReleaseSource source, CancellationToken cancellationToken) => Do(() => _sources.Add(source, releaseId));

    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) => Do(() => _audit.Add(entry));

    public Task<bool> IsTakenAsync(string slug, CancellationToken cancellationToken) => Task.FromResult((long)_taken.Read(slug)! != 0);

    public Task IndexAsync(SearchTexts texts, CancellationToken cancellationToken) => Do(() =>
    {
        if (texts.Public is { } live)
            Run(_public, live);
        Run(_desk, texts.Desk);
    });

    private static void Run(SqliteStatement[] statements, SearchText text)
    {
        foreach (var statement in statements)
            statement.Run(text.ReleaseId, text.Headline, text.Standfirst, text.Body, text.Contacts, text.Quotes);
    }

    /// <summary>SQLite answers at once: there is nothing to wait for. What it refuses is refused as the model refuses it.</summary>
    private static Task Do(Action write)
    {
        try
        {
            write();
            return Task.CompletedTask;
        }
        catch (SqliteException error)
        {
            throw new DbUpdateException("The database refused a row of the import.", error);
        }
    }
}
