using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;

namespace NewsRoom.Core.Redactions;

/// <summary>The key of the marks that are kept of what was taken out.</summary>
public sealed record RedactionKey(byte[] Bytes);

/// <summary>
/// Finds words in everything the newsroom keeps, and takes them out for good: in one transaction, so that all of it is done or nothing; then from the free pages of the file too.
/// </summary>
public sealed class RedactionStore(NewsRoomDbContext db, TimeProvider clock, AuditLog audit, RedactionKey key)
{
    /// <summary>As many places as a person reads; the counts are of all.</summary>
    public const int MaxShown = 300;

    private const int Context = 60;

    /// <summary>Why these words cannot be taken out; null when they can.</summary>
    public async Task<string?> RefusalAsync(Phrase phrase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var accounts = await db.Users.Select(u => new { u.DisplayName, u.Email, u.UserName }).ToListAsync(cancellationToken);
        return accounts.Exists(a => phrase.IsIn($"{a.DisplayName} / {a.Email} / {a.UserName}"))
            ? "Somebody with an account has this name. Remove the account first, or let them change the name they go by."
            : null;
    }

    /// <summary>Every place where the words stand. Reads only.</summary>
    public async Task<RedactionPlaces> FindAsync(Phrase phrase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var text = new RedactedText(phrase, "");
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        var shown = new List<RedactionPlace>();
        var counts = new List<(string, int)>();
        foreach (var table in await TextColumns.TablesAsync(connection, cancellationToken))
        {
            var fields = 0;
            await foreach (var row in TextColumns.RowsAsync(connection, null, table, text, cancellationToken))
            {
                fields += row.Fields.Count;
                foreach (var (column, value) in row.Fields)
                    Show(shown, phrase, RedactionNames.Of(table.Name), RedactionNames.Of(column), row.RowId, row.ReleaseId, text.Holding(value));
            }

            if (fields > 0)
                counts.Add((RedactionNames.Of(table.Name), fields));
        }

        foreach (var (table, column) in TextColumns.SlugColumns.Append(("PastSlugs", "Slug")))
            Count(await SlugsAsync(connection, null, phrase, table, column, cancellationToken), RedactionNames.Of(table), "address");
        Count([.. (await DocumentsAsync(text, cancellationToken)).Select(d => ((long)d.Id, d.Line))], "source document", "bytes");
        Count([.. (await StagedAsync(text, cancellationToken)).Select(d => ((long)d.Id, d.Line))], "document at the bench", "bytes");
        return new(shown, counts.Sum(c => c.Item2), counts);

        void Count(IReadOnlyList<(long RowId, string Text)> found, string thing, string field)
        {
            foreach (var (row, value) in found)
                Show(shown, phrase, thing, field, row, null, [value]);
            if (found.Count > 0)
                counts.Add((thing, found.Count));
        }
    }

    /// <summary>Writes down that somebody has confirmed a redaction: from their request, which knows account and place. What was done is written down when it is.</summary>
    public Task OrderAsync(int places, CancellationToken cancellationToken = default)
    {
        audit.Record(AuditVerbs.Started, new(AuditKinds.Redaction, "", "A redaction"), new { places });
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the words out everywhere. Either everything is done when this returns, or nothing was; <see cref="ScrubAsync"/> comes after.</summary>
    /// <param name="report">Is told how far it has come.</param>
    public async Task<Redaction> RedactAsync(Phrase phrase, string replacement, string reason, string by, Action<RedactionStep>? report = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        db.ChangeTracker.Clear();
        var text = new RedactedText(phrase, replacement);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        // Freed pages are overwritten with zeros from here on.
        await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON;", cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var inner = transaction.GetDbTransaction();
        var redaction = new Redaction(phrase.Hash(key.Bytes), phrase.Words, replacement, reason, by, clock.GetUtcNow());
        db.Add(redaction);
        await db.SaveChangesAsync(cancellationToken);

        var (places, releases) = await ReplaceTextsAsync(text, connection, inner, report, cancellationToken);
        places += await ReplaceSlugsAsync(phrase, replacement, connection, inner, releases, cancellationToken);
        places += await ReplaceBytesAsync(text, cancellationToken);
        report?.Invoke(new("Writing the versions of releases", 0, releases.Count));
        await NoteOnReleasesAsync(releases, redaction, report, cancellationToken);
        report?.Invoke(new("Building the search index anew", 0, 1));
        foreach (var statement in SqliteSearchIndex.RebuildStatements)
            await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);

        redaction.Complete(places, releases.Count, clock.GetUtcNow());
        audit.Record(AuditVerbs.Redacted, new(AuditKinds.Redaction, redaction.Id.ToString(CultureInfo.InvariantCulture), $"Redaction {redaction.Id}"), new { hash = redaction.PhraseHash, places, releases = releases.Count }, by);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return redaction;
    }

    /// <summary>
    /// Takes what was redacted out of the file's free pages and its log: VACUUM writes every page anew, the checkpoint empties the write-ahead log. Nothing happens when there is nothing to do,
    /// and what was interrupted is done again.
    /// </summary>
    /// <returns>False when others still read from the log: try again in a while.</returns>
    public async Task<bool> ScrubAsync(CancellationToken cancellationToken = default)
    {
        db.ChangeTracker.Clear();
        var open = await db.Set<Redaction>().Where(r => r.ScrubbedAt == null && r.CompletedAt != null).ToListAsync(cancellationToken);
        if (open.Count == 0)
            return true;
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON;", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("VACUUM;", cancellationToken);
        if (!await CheckpointAsync(cancellationToken))
            return false;
        open.ForEach(r => r.NoteScrubbed(clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return await CheckpointAsync(cancellationToken);
    }

    private async Task<bool> CheckpointAsync(CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) == 0;
    }

    private static async Task<(int Places, HashSet<int> Releases)> ReplaceTextsAsync(RedactedText text, DbConnection connection, DbTransaction transaction, Action<RedactionStep>? report, CancellationToken cancellationToken)
    {
        var places = 0;
        var releases = new HashSet<int>();
        var tables = await TextColumns.TablesAsync(connection, cancellationToken);
        for (var i = 0; i < tables.Count; i++)
        {
            report?.Invoke(new($"Looking through {RedactionNames.Of(tables[i].Name)}", i, tables.Count));
            var rows = new List<FoundRow>();
            await foreach (var row in TextColumns.RowsAsync(connection, transaction, tables[i], text, cancellationToken))
                rows.Add(row);
            foreach (var row in rows)
            {
                if (row.Fields.Any(f => tables[i].Unique.Contains(f.Column)))
                    await TextColumns.DeleteAsync(connection, transaction, tables[i], row.RowId, cancellationToken);
                else
                    await TextColumns.UpdateAsync(connection, transaction, tables[i], row.RowId, [.. row.Fields.Select(f => (f.Column, (object)text.Of(f.Text)!))], cancellationToken);
                places += row.Fields.Count;
                if (row.ReleaseId is { } id && row.Table is "Releases" or "ReleaseRevisions")
                    releases.Add(id);
            }
        }

        return (places, releases);
    }

    /// <summary>An address that holds the words is replaced without a redirect, which would have to keep it: it leads to "not found" from now on.</summary>
    private async Task<int> ReplaceSlugsAsync(Phrase phrase, string replacement, DbConnection connection, DbTransaction transaction, HashSet<int> releases, CancellationToken cancellationToken)
    {
        var places = 0;
        foreach (var (table, column) in TextColumns.SlugColumns)
        {
            foreach (var (row, slug) in await SlugsAsync(connection, transaction, phrase, table, column, cancellationToken))
            {
                var wanted = Slug.From(phrase.ReplaceIn(slug, Slug.From(replacement, "removed").Value.Replace('-', ' ')), "removed");
                var free = table == "Assets" ? wanted.Value : await FreeSlug.AmongAsync(Taken(table), wanted, cancellationToken);
                await TextColumns.UpdateAsync(connection, transaction, new(table, [column], false, table != "Releases"), row, [(column, free)], cancellationToken);
                if (table == "Releases")
                    releases.Add((int)row);
                places++;
            }
        }

        var past = (await SlugsAsync(connection, transaction, phrase, "PastSlugs", "Slug", cancellationToken)).Select(s => s.Text).ToList();
        return places + await db.PastSlugs.Where(s => past.Contains(s.Slug)).ExecuteDeleteAsync(cancellationToken);
    }

    private IQueryable<string> Taken(string table) => table switch
    {
        "Releases" => db.Releases.Select(r => r.Slug).Concat(db.PastSlugs.Select(s => s.Slug)),
        "MediaContacts" => db.Contacts.Select(c => c.Slug),
        _ => db.Themes.Select(t => t.Slug),
    };

    private static async Task<IReadOnlyList<(long RowId, string Text)>> SlugsAsync(DbConnection connection, DbTransaction? transaction, Phrase phrase, string table, string column, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Names of our own tables.
        command.CommandText = $"SELECT rowid, \"{column}\" FROM \"{table}\"";
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(long, string)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            if (phrase.IsIn(rows.GetString(1)))
                found.Add((rows.GetInt64(0), rows.GetString(1)));
        }

        return found;
    }

    /// <summary>The SHA-256 stays that of the bytes that were imported: it is what tells that they were.</summary>
    private async Task<int> ReplaceBytesAsync(RedactedText text, CancellationToken cancellationToken)
    {
        var places = 0;
        foreach (var id in await db.Documents.Select(d => d.Id).ToListAsync(cancellationToken))
        {
            var document = await db.Documents.AsNoTracking().Where(d => d.Id == id).Select(d => new { d.Bytes, d.Encoding }).SingleAsync(cancellationToken);
            if (text.Of(document.Bytes, document.Encoding) is not var (bytes, encoding))
                continue;
            await db.Documents.Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Bytes, bytes).SetProperty(x => x.Encoding, encoding), cancellationToken);
            places++;
        }

        foreach (var id in await db.StagedDocuments.Select(d => d.Id).ToListAsync(cancellationToken))
        {
            var staged = await db.StagedDocuments.AsNoTracking().Where(d => d.Id == id).Select(d => new { d.Bytes, d.FileName }).SingleAsync(cancellationToken);
            if (text.Of(staged.Bytes, EncodingOf(staged.FileName, staged.Bytes)) is not var (bytes, _))
                continue;
            await db.StagedDocuments.Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Bytes, bytes).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken);
            places++;
        }

        return places;
    }

    private async Task<IReadOnlyList<(int Id, string Line)>> DocumentsAsync(RedactedText text, CancellationToken cancellationToken)
    {
        var found = new List<(int, string)>();
        await foreach (var document in db.Documents.AsNoTracking().Select(d => new { d.Id, d.Bytes, d.Encoding }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (text.Of(document.Bytes, document.Encoding) is not null)
                found.Add((document.Id, text.Holding(document.Bytes, document.Encoding).FirstOrDefault() ?? ""));
        }

        return found;
    }

    private async Task<IReadOnlyList<(int Id, string Line)>> StagedAsync(RedactedText text, CancellationToken cancellationToken)
    {
        var found = new List<(int, string)>();
        await foreach (var document in db.StagedDocuments.AsNoTracking().Select(d => new { d.Id, d.Bytes, d.FileName }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var encoding = EncodingOf(document.FileName, document.Bytes);
            if (text.Of(document.Bytes, encoding) is not null)
                found.Add((document.Id, text.Holding(document.Bytes, encoding).FirstOrDefault() ?? ""));
        }

        return found;
    }

    private static string EncodingOf(string fileName, byte[] bytes) => ArchiveReader.Read(fileName, bytes, int.MaxValue, out _).Encoding;

    /// <summary>A version says who, why and when. It also makes every form that was open before an older one, so that nobody saves the words back unawares.</summary>
    private async Task NoteOnReleasesAsync(HashSet<int> ids, Redaction redaction, Action<RedactionStep>? report, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var id in ids)
        {
            db.ChangeTracker.Clear();
            var release = await db.Releases.SingleAsync(r => r.Id == id, cancellationToken);
            var latest = await db.Revisions.AsNoTracking().SingleAsync(r => r.ReleaseId == id && r.Number == release.LatestRevisionNumber, cancellationToken);
            var revision = release.NoteRedaction(latest, await db.RenderBodyAsync(release.Body, cancellationToken), redaction.By, redaction.At, $"Redaction {redaction.Id}: {redaction.Reason}");
            await db.SaveChangesAsync(cancellationToken);
            release.NoteApprovedRevision(revision);
            await db.SaveChangesAsync(cancellationToken);
            if (++done % 100 == 0)
                report?.Invoke(new("Writing the versions of releases", done, ids.Count));
        }

        db.ChangeTracker.Clear();
        db.Attach(redaction);
    }

    private static void Show(List<RedactionPlace> shown, Phrase phrase, string thing, string field, long rowId, int? releaseId, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            foreach (var (start, end) in phrase.Ranges(text))
            {
                if (shown.Count >= MaxShown)
                    return;
                var from = Math.Max(0, start - Context);
                shown.Add(new(thing, field, rowId, releaseId, text[from..start], text[start..end], text.Substring(end, Math.Min(Context, text.Length - end))));
            }
        }
    }
}
