using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Search;

/// <summary>
/// Full-text search in SQLite FTS5: what only SQLite knows of searching. Writes inside the transaction of the save; there are no triggers,
/// which SQLite drops when a table is rebuilt. This part writes; the other one finds.
/// </summary>
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "A service that others receive: its callers shall not know that it has no state, nor depend on SQLite by name.")]
public sealed partial class SqliteSearchIndex
{
    private static readonly IndexTable PublicIndex = new("PublicSearch", "PublicSearchTexts");
    private static readonly IndexTable DeskIndex = new("DeskSearch", "DeskSearchTexts");

    /// <summary>The statements that add a release to the public index; $0 to $5 are its identifier and words.</summary>
    internal static IReadOnlyList<string> PublicAdd => PublicIndex.AddEach;

    /// <summary>The statements that add a release to the desk's index.</summary>
    internal static IReadOnlyList<string> DeskAdd => DeskIndex.AddEach;

    /// <summary>The statements that make the two indexes; they read <see cref="PublicSearchText"/> and <see cref="DeskSearchText"/>.</summary>
    public static readonly IReadOnlyList<string> CreateStatements = [PublicIndex.Create, DeskIndex.Create];

    /// <summary>The statements that write both indexes anew from the texts they index, and leave nothing of older ones behind.</summary>
    internal static readonly IReadOnlyList<string> RebuildStatements = [.. PublicIndex.Rebuild, .. DeskIndex.Rebuild];

    /// <summary>Brings both indexes up to date with a release that was saved before.</summary>
    public Task IndexAsync(NewsRoomDbContext db, Release release, RenderedBody latestBody, ReleaseContent latest, IReadOnlyList<MediaContact> contacts, CancellationToken ct) =>
        IndexAsync(db, release, latestBody, latest, contacts, isNew: false, ct);

    /// <summary>
    /// Brings both indexes up to date with a release: its approved words in the public one (nothing unless it is approved), its latest ones at the desk.
    /// Called after SaveChanges, inside the transaction of the save.
    /// </summary>
    /// <param name="latestBody">The rendered body of <paramref name="latest"/>.</param>
    /// <param name="latest">The latest revision.</param>
    /// <param name="contacts">The contacts of the release and of <paramref name="latest"/>, at least.</param>
    /// <param name="isNew">Nothing is indexed of it yet, and all its parts are in memory: spares the reading.</param>
    public async Task IndexAsync(NewsRoomDbContext db, Release release, RenderedBody latestBody, ReleaseContent latest, IReadOnlyList<MediaContact> contacts, bool isNew, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(latestBody);
        ArgumentNullException.ThrowIfNull(latest);
        ArgumentNullException.ThrowIfNull(contacts);
        // The caller may not have loaded the parts of a known release: the database has them, since this runs after the save.
        var quotations = isNew ? [.. release.Quotations] : await db.Set<Quotation>().AsNoTracking().Where(q => q.ReleaseId == release.Id).OrderBy(q => q.Position).ToListAsync(ct);
        var contactIds = isNew ? [.. release.Contacts.Select(c => c.ContactId)] : await db.Set<ReleaseContact>().Where(c => c.ReleaseId == release.Id).Select(c => c.ContactId).ToListAsync(ct);
        var quotes = string.Join('\n', quotations.Select(q => $"{q.Text} {q.Speaker}"));

        if (!isNew)
            await RemoveAsync(db, release.Id, ct);
        await AddAsync(db, Texts(release, latestBody, latest, contacts, contactIds, quotes), ct);
    }

    /// <summary>What search reads of a new release, all of whose parts are in memory.</summary>
    internal static SearchTexts Texts(Release release, RenderedBody latestBody, ReleaseContent latest, IReadOnlyList<MediaContact> contacts) =>
        Texts(release, latestBody, latest, contacts, [.. release.Contacts.Select(c => c.ContactId)], string.Join('\n', release.Quotations.Select(q => $"{q.Text} {q.Speaker}")));

    private static SearchTexts Texts(Release release, RenderedBody latestBody, ReleaseContent latest, IReadOnlyList<MediaContact> contacts, List<int> contactIds, string quotes)
    {
        var live = release.State != ReleaseState.Approved ? null : new PublicSearchText
        {
            ReleaseId = release.Id,
            Headline = release.Headline,
            Standfirst = release.Standfirst ?? "",
            Body = GapMarker.RemoveFrom(release.BodyText),
            Contacts = Names(contacts, contactIds),
            Quotes = quotes,
        };
        return new(live, new DeskSearchText
        {
            ReleaseId = release.Id,
            Headline = latest.Headline,
            Standfirst = latest.Standfirst ?? "",
            Body = live is not null && latestBody.Text == release.BodyText ? live.Body : GapMarker.RemoveFrom(latestBody.Text),
            Contacts = Names(contacts, latest.ContactIds),
            Quotes = quotes,
        });
    }

    /// <summary>Adds a release of which nothing is indexed.</summary>
    internal async Task AddAsync(NewsRoomDbContext db, SearchTexts texts, CancellationToken ct)
    {
        if (texts.Public is { } live)
            await WriteAsync(db, PublicIndex, live, ct);
        await WriteAsync(db, DeskIndex, texts.Desk, ct);
    }

    /// <summary>Takes a release out of both indexes. Nothing happens when it is in neither.</summary>
    public async Task RemoveAsync(NewsRoomDbContext db, int releaseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.ExecuteSqlRawAsync(PublicIndex.Remove, [releaseId], ct);
        await db.Database.ExecuteSqlRawAsync(DeskIndex.Remove, [releaseId], ct);
    }

    private static string Names(IReadOnlyList<MediaContact> contacts, IReadOnlyList<int> ids) =>
        string.Join('\n', contacts.Where(c => ids.Contains(c.Id)).DistinctBy(c => c.Id).Select(c => $"{c.Name} {c.Role} {c.Office}"));

    private static Task<int> WriteAsync(NewsRoomDbContext db, IndexTable table, SearchText text, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(table.Add, [text.ReleaseId, text.Headline, text.Standfirst, text.Body, text.Contacts, text.Quotes], ct);

    /// <summary>The statements of one index. Table names are ours; whatever comes from people is a parameter.</summary>
    private sealed record IndexTable(string Index, string Content)
    {
        private const string Columns = "Headline, Standfirst, Body, Contacts, Quotes";

        public string Create { get; } =
            $"CREATE VIRTUAL TABLE {Index} USING fts5({Columns}, content='{Content}', content_rowid='ReleaseId', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');";

        /// <summary>External content wants the old words back to forget them, so the index goes before its content row.</summary>
        public string Remove { get; } =
            $"INSERT INTO {Index}({Index}, rowid, {Columns}) SELECT 'delete', ReleaseId, {Columns} FROM {Content} WHERE ReleaseId = {{0}}; DELETE FROM {Content} WHERE ReleaseId = {{0}};";

        public string Add { get; } =
            $"INSERT INTO {Content}(ReleaseId, {Columns}) VALUES ({{0}}, {{1}}, {{2}}, {{3}}, {{4}}, {{5}}); INSERT INTO {Index}(rowid, {Columns}) VALUES ({{0}}, {{1}}, {{2}}, {{3}}, {{4}}, {{5}});";

        public IReadOnlyList<string> Rebuild { get; } = [$"INSERT INTO {Index}({Index}) VALUES ('rebuild')", $"INSERT INTO {Index}({Index}) VALUES ('optimize')"];

        public IReadOnlyList<string> AddEach { get; } =
            [$"INSERT INTO {Content}(ReleaseId, {Columns}) VALUES ($0, $1, $2, $3, $4, $5)", $"INSERT INTO {Index}(rowid, {Columns}) VALUES ($0, $1, $2, $3, $4, $5)"];

        /// <summary>
        /// Identifiers and ranks (smaller is better) of what matches: a hit in the headline weighs most, then standfirst and contacts. BM25 (Robertson and Walker, 1994)
        /// in steps of about a fifth: what fits about as well has the same rank, so that the newer one stands first. Found once and then joined: left to itself, SQLite may
        /// ask the index anew for every release.
        /// </summary>
        public string Rank { get; } =
            $"WITH found AS MATERIALIZED (SELECT rowid AS ReleaseId, -ROUND(5 * LN(-bm25({Index}, 12.0, 6.0, 1.0, 4.0, 2.0))) AS Rank FROM {Index} WHERE {Index} MATCH {{0}}) SELECT ReleaseId, Rank FROM found";

        /// <summary>The best {1} of what matches, without the people and with headline and standfirst before the rest.</summary>
        public string Nearest { get; } =
            $"SELECT rowid AS ReleaseId, bm25({Index}, 6.0, 3.0, 1.0, 0.0, 1.0) AS Rank FROM {Index} WHERE {Index} MATCH {{0}} ORDER BY Rank LIMIT {{1}}";

        /// <summary>Identifiers of what matches, in no order.</summary>
        public string Ids { get; } = $"SELECT rowid AS Value FROM {Index} WHERE {Index} MATCH {{0}}";

        /// <summary>Extracts of some of what matches; {1} is a JSON array of identifiers.</summary>
        public string Extract { get; } =
            $"SELECT rowid AS ReleaseId, highlight({Index}, 0, {{2}}, {{3}}) AS Headline, snippet({Index}, -1, {{2}}, {{3}}, ' … ', 40) AS Extract FROM {Index} WHERE {Index} MATCH {{0}} AND rowid IN (SELECT value FROM json_each({{1}}))";
    }
}
