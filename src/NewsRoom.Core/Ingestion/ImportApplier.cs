using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Core.Search;

namespace NewsRoom.Core.Ingestion;

/// <summary>What became of a document.</summary>
public enum ApplyOutcome
{
    Applied,

    /// <summary>A document with the same bytes was applied before: nothing was changed.</summary>
    AppliedBefore,

    /// <summary>The plan is refused or empty: nothing was changed.</summary>
    NothingToApply,
}

/// <summary>A document of the bench that is being written.</summary>
/// <param name="Id">Of the <see cref="StagedDocument"/>; it is marked accepted in the same transaction.</param>
/// <param name="Version">The version its plan was made from: when somebody has changed it since, nothing is written.</param>
/// <param name="Publishes">Whether its releases go out at once.</param>
public sealed record StagedApply(int Id, int Version, bool Publishes);

/// <summary>
/// The only writer of the import. One transaction a document, so that a kill in between leaves all of a document or none of it.
/// One applier serves one run: it remembers the run's releases for the duplicates that follow.
/// </summary>
public sealed class ImportApplier(NewsRoomDbContext db, SqliteSearchIndex search, TimeProvider clock)
{
    /// <summary>The name that imported revisions and approvals carry.</summary>
    public const string By = "import";

    /// <summary>The score from which on a theme is tagged.</summary>
    public const double TaggedFrom = 0.5;

    /// <summary>The note on a revision that filled a release from another printing.</summary>
    public const string FillNote = "Filled from another printing";

    /// <summary>For each document of this run, the rows of its releases by their order: the ones that later documents repeat.</summary>
    private readonly Dictionary<string, int[]> _ofThisRun = new(StringComparer.Ordinal);
    private Dictionary<string, int>? _themes;
    private readonly SlugBook _slugs = new();
    private ContactBook? _contacts;
    private IImportRows? _rows;

    /// <summary>Writes by way of the model where a faster way is known too: for the test that both write the same.</summary>
    internal bool ByModel { get; init; }

    /// <summary>Records the beginning of a run.</summary>
    public async Task<ImportBatch> BeginAsync(string source, string startedBy, bool publishes, CancellationToken cancellationToken = default)
    {
        var batch = new ImportBatch(source, startedBy, publishes, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Batches.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        db.Audit.Add(Entry(batch, AuditVerbs.Started, new(AuditKinds.Import, Text(batch.Id), batch.Source), batch.StartedAt));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return batch;
    }

    /// <summary>Records that the run came to its end.</summary>
    public async Task FinishAsync(ImportBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        (await db.Batches.SingleAsync(b => b.Id == batch.Id, cancellationToken)).Finish(clock.GetUtcNow());
        db.Audit.Add(Entry(batch, AuditVerbs.Finished, new(AuditKinds.Import, Text(batch.Id), batch.Source), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Writes one document with its releases, or nothing of it.</summary>
    /// <param name="position">0-based place of the document in the run, for the order of releases that share a day.</param>
    /// <param name="plan">With its duplicates resolved.</param>
    public Task<ApplyOutcome> ApplyAsync(ImportBatch batch, int position, ImportPlan plan, CancellationToken cancellationToken = default) =>
        ApplyAsync(batch, position, plan, null, cancellationToken);

    /// <summary>Writes one document of the bench, or nothing of it.</summary>
    public async Task<ApplyOutcome> ApplyAsync(ImportBatch batch, int position, ImportPlan plan, StagedApply? staged, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Status != PlanStatus.Planned)
            return ApplyOutcome.NothingToApply;
        db.ChangeTracker.Clear();
        _rows ??= db.Database.IsSqlite() && !ByModel ? await SqliteImportRows.OpenAsync(db, cancellationToken) : new ModelImportRows(db, search);
        _contacts ??= await ContactBook.LoadAsync(db, cancellationToken);
        _themes ??= await db.Themes.AsNoTracking().ToDictionaryAsync(t => t.Slug, t => t.Id, cancellationToken);
        var saved = false;
        try
        {
            // Immediate: SQLite takes the write lock here, so what is read below stays true until the commit.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.Documents.Whole(db).AnyAsync(d => d.Sha256 == plan.Document.Sha256, cancellationToken))
                return ApplyOutcome.AppliedBefore;
            var releases = await WriteAsync(new Run(batch, position, clock.GetUtcNow(), staged), plan, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            saved = true;
            _ofThisRun[plan.Document.FileName] = RowsOf(releases);
            // Each time there are twice as many.
            if (int.IsPow2(_ofThisRun.Count))
                await db.CountAnewAsync(cancellationToken);
            return ApplyOutcome.Applied;
        }
        finally
        {
            if (saved)
                _contacts.Committed();
            else
                _contacts.RolledBack();
            if (!saved)
                _slugs.Clear();
            db.ChangeTracker.Clear();
        }
    }

    private async Task<List<(ReleaseDraft Draft, int ReleaseId)>> WriteAsync(Run run, ImportPlan plan, CancellationToken cancellationToken)
    {
        var source = plan.Document;
        _rows!.Begin();
        var document = await KeptDocument.TakeUpAsync(db, run.Batch.Id, source.Sha256, run.At, cancellationToken);
        var documentId = document?.Id ?? 0;
        if (document is null)
        {
            var added = new StoredDocument(run.Batch.Id, source.FileName, source.Sha256, source.Encoding, source.Lines.Count, source.Bytes.ToArray(), run.At);
            await _rows.AddAsync(added, cancellationToken);
            documentId = added.Id;
        }

        await _contacts!.MeetAsync(db, plan.Releases.SelectMany(r => r.Contacts), cancellationToken);

        var written = new List<(ReleaseDraft Draft, int ReleaseId)>(plan.Releases.Count);
        var byIndex = new Dictionary<int, int>(plan.Releases.Count);
        var touched = new List<Touched>();
        foreach (var draft in plan.Releases)
        {
            var release = await FindRepeatedAsync(draft, document?.ReleaseAt(draft) ?? draft.ExistingReleaseId, plan, byIndex, cancellationToken);
            var id = release?.Id ?? 0;
            if (release is null)
            {
                var added = await AddAsync(run, draft, cancellationToken);
                id = added.Release.Id;
                touched.Add(added);
            }
            else if (DuplicateFill.IsOpenTo(release) && await FillAsync(run, release, draft, cancellationToken) is { } filled)
            {
                touched.RemoveAll(t => t.Release.Id == id && !t.IsNew);
                touched.Add(filled);
            }

            if (document is null || !await document.MoveSourceAsync(db, id, draft, cancellationToken))
                await _rows.AddAsync(id, new ReleaseSource(documentId, draft.Index, draft.StartLine, draft.EndLine, draft.Cut.Confidence, string.Join(", ", draft.Cut.Cues)), cancellationToken);
            written.Add((draft, id));
            byIndex.TryAdd(draft.Index, id);
        }

        if (document is not null)
            await document.NumberRestAsync(db, plan.Releases.Max(r => r.Index), cancellationToken);
        await _contacts.WriteAsync(_rows, cancellationToken);
        await _rows.AddAsync(Entry(run.Batch, AuditVerbs.Imported, new(AuditKinds.Document, Text(documentId), source.FileName), run.At), cancellationToken);
        foreach (var added in touched.Where(t => t.IsNew))
            await _rows.AddAsync(Entry(run.Batch, AuditVerbs.Imported, AuditLog.Thing(added.Release), run.At), cancellationToken);
        if (run.Staged is { } staged)
            await MarkAcceptedAsync(staged, documentId, touched.Count(t => t.IsNew), written.Count, cancellationToken);
        foreach (var (release, latest, body, contacts, isNew) in touched)
        {
            if (isNew)
                await _rows.IndexAsync(SqliteSearchIndex.Texts(release, body, latest, contacts), cancellationToken);
            else
                await search.IndexAsync(db, release, body, latest, contacts, cancellationToken);
        }

        return written;
    }

    /// <summary>The rows of a document's releases, each at the place of its order; 0 where there is none.</summary>
    private static int[] RowsOf(List<(ReleaseDraft Draft, int ReleaseId)> releases)
    {
        var rows = new int[releases.Max(r => r.Draft.Index) + 1];
        foreach (var (draft, id) in releases)
            rows[draft.Index] = id;
        return rows;
    }

    private async Task MarkAcceptedAsync(StagedApply staged, int documentId, int made, int releases, CancellationToken cancellationToken)
    {
        var changed = await db.StagedDocuments.Where(d => d.Id == staged.Id && d.Version == staged.Version && d.State == StagedState.Queued).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.State, StagedState.Accepted).SetProperty(x => x.DocumentId, documentId).SetProperty(x => x.Version, staged.Version + 1)
            .SetProperty(x => x.Made, made).SetProperty(x => x.Merged, releases - made).SetProperty(x => x.Message, (string?)null), cancellationToken);
        if (changed != 1)
            throw new DbUpdateConcurrencyException("The plan of this document was changed while it was being written.");
    }

    /// <summary>The release that a draft repeats, as it is now: of this document, of this run, or of the database. Null: it is new, or what it repeated is gone.</summary>
    private async Task<Release?> FindRepeatedAsync(ReleaseDraft draft, int? existing, ImportPlan plan, Dictionary<int, int> byIndex, CancellationToken cancellationToken)
    {
        var id = existing;
        if (draft.DuplicateOf is { } same && same.File == plan.Document.FileName && byIndex.TryGetValue(same.Index, out var here))
            id = here;
        else if (draft.DuplicateOf is { } earlier && _ofThisRun.GetValueOrDefault(earlier.File) is { } rows && earlier.Index < rows.Length && rows[earlier.Index] > 0)
            id = rows[earlier.Index];
        return id is null ? null : await db.Releases.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
    }

    private async Task<Touched> AddAsync(Run run, ReleaseDraft draft, CancellationToken cancellationToken)
    {
        var contacts = await ContactsOfAsync(run, draft, create: true, cancellationToken);
        var themes = draft.Themes.Where(t => t.Score >= TaggedFrom && _themes!.ContainsKey(t.Slug)).ToList();
        var content = new ReleaseContent
        {
            Headline = draft.Headline,
            HeadlineBasis = draft.HeadlineBasis,
            Standfirst = OrNull(draft.Standfirst),
            Dateline = OrNull(draft.Dateline),
            Date = draft.Date,
            Body = draft.Body,
            Boilerplate = draft.Boilerplate,
            Language = draft.Language,
            ThemeIds = [.. themes.Select(t => _themes![t.Slug])],
            ContactIds = [.. contacts.Select(c => c.Id)],
        };
        var body = MarkdownRenderer.Render(content.Body);
        var slug = await _slugs.FreeAsync(_rows!, Slug.OfRelease(draft.Headline, draft.Date), cancellationToken);
        var release = new Release(slug, content, body, ContactSnapshot.ToJson(contacts), By, run.At, "Imported");
        release.SetImportFacts(run.SortOrder(draft.Index), draft.Fingerprint.WordsHash, draft.Fingerprint.Sketch, draft.Embargo?.Text, Notes(draft));
        release.ExplainThemes(themes.Select(t => new ReleaseTheme(_themes![t.Slug], t.Score, string.Join(" · ", t.Phrases.Select(p => p.Text)))));
        for (var i = 0; i < draft.Gaps.Count; i++)
            release.AddGap(new Gap(draft.Gaps[i].Kind, draft.Gaps[i].Line, draft.Gaps[i].Text, draft.Gaps[i].Sentence, i));
        for (var i = 0; i < draft.Quotes.Count; i++)
            release.AddQuotation(new Quotation(i, draft.Quotes[i].Text, draft.Quotes[i].Speaker));
        if (run.Publishes && draft.Embargo is null)
            release.Approve(release.Revisions[^1], body, run.PublishAt, isEmbargo: false, By, run.At);
        await _rows!.AddAsync(release, cancellationToken);
        return new Touched(release, content, body, contacts, IsNew: true);
    }

    /// <summary>Fills what the release lacks, as a revision of its own; what the import published stays published when this run publishes too.</summary>
    /// <param name="known">The release as it is now; it is read again, to be changed, only when there is something to fill.</param>
    private async Task<Touched?> FillAsync(Run run, Release known, ReleaseDraft draft, CancellationToken cancellationToken)
    {
        var number = known.LatestRevisionNumber;
        var latest = (await db.Revisions.AsNoTracking().SingleAsync(r => r.ReleaseId == known.Id && r.Number == number, cancellationToken)).Content;
        var contacts = await ContactsOfAsync(run, draft, create: latest.ContactIds.Count == 0, cancellationToken);
        if (DuplicateFill.Fill(latest, draft, [.. contacts.Select(c => c.Id)]) is not { } filled)
            return null;
        await _contacts!.WriteAsync(_rows!, cancellationToken);
        var release = await db.Releases.Include(r => r.Themes).Include(r => r.Contacts).AsSplitQuery().SingleAsync(r => r.Id == known.Id, cancellationToken);
        if (latest.ContactIds.Count > 0)
            contacts = await InOrderAsync(latest.ContactIds, cancellationToken);
        var body = MarkdownRenderer.Render(filled.Body);
        var approves = run.Publishes && draft.Embargo is null && release is { ApprovedBy: By, HasPendingChange: false } && release.IsLive(run.At);
        var revision = release.Save(filled, body, ContactSnapshot.ToJson(contacts), By, run.At, FillNote);
        if (approves)
            release.Approve(revision, body, run.At, isEmbargo: false, By, run.At);
        await db.SaveChangesAsync(cancellationToken);
        release.NoteApprovedRevision(revision);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return new Touched(release, filled, body, contacts, IsNew: false);
    }

    private async Task<List<MediaContact>> ContactsOfAsync(Run run, ReleaseDraft draft, bool create, CancellationToken cancellationToken)
    {
        var contacts = new List<MediaContact>(draft.Contacts.Count);
        foreach (var found in draft.Contacts)
        {
            if (await _contacts!.FindAsync(_rows!, found, draft.Date, create, run.At, cancellationToken) is { } contact && !contacts.Contains(contact))
                contacts.Add(contact);
        }

        return contacts;
    }

    private async Task<List<MediaContact>> InOrderAsync(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        var contacts = await db.Contacts.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        return [.. ids.Where(contacts.ContainsKey).Select(id => contacts[id])];
    }

    /// <summary>An editor at the bench may have emptied a field.</summary>
    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>An audit entry in the name of whoever started the run.</summary>
    private static AuditEntry Entry(ImportBatch batch, string verb, AuditThing thing, DateTimeOffset at) =>
        new(at, new AuditActor(null, batch.StartedBy, null), verb, thing, thing.Kind == AuditKinds.Import ? null : $"{{\"import\":{Text(batch.Id)}}}");

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static string? Notes(ReleaseDraft draft) => draft.IsOpen ? string.Join('\n', draft.Unsure) : null;

    /// <summary>A release that was written, with what search reads of it.</summary>
    private sealed record Touched(Release Release, ReleaseContent Latest, RenderedBody Body, IReadOnlyList<MediaContact> Contacts, bool IsNew);

    /// <summary>The document being written.</summary>
    private sealed record Run(ImportBatch Batch, int Position, DateTimeOffset At, StagedApply? Staged)
    {
        public bool Publishes => Staged?.Publishes ?? Batch.Publishes;

        /// <summary>One instant for a run that publishes as it reads; what editors accepted goes out when it is written.</summary>
        public DateTimeOffset PublishAt => Staged is null ? Batch.StartedAt : At;

        /// <summary>
        /// Ties within a day; larger is newer. Pages run newest first, and so do the pages of a listing: a later release of a page, and a later page
        /// of a run, is older; a later run is newer. Below zero throughout, so that what is written here (0) stands before the archive.
        /// </summary>
        public long SortOrder(int index) => long.MinValue + ((long)Batch.Id << 44) + (1L << 43) - ((long)Position << 20) - Math.Min(index, (1 << 20) - 1);
    }
}
