using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Search;

namespace NewsRoom.Core.Ingestion;

/// <summary>The end report of a batch, made from what the database holds now: what it made and merged, what was skipped, refused or unsure, and what an undo left.</summary>
public sealed record BatchReport
{
    /// <summary>A release of the batch and what is to be said of it.</summary>
    public sealed record Line(int Id, string Headline, string Address, IReadOnlyList<string> Notes);

    /// <summary>A document that was not written, with its reason.</summary>
    public sealed record Leftover(string File, string Reason);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required int Batch { get; init; }

    public required string Source { get; init; }

    public required string StartedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    public string? UndoneBy { get; init; }

    /// <summary>Documents of the batch that are stored.</summary>
    public required int Documents { get; init; }

    public required IReadOnlyList<Line> Made { get; init; }

    /// <summary>Every place of a document that repeated a release which was known by then, of this batch or of the newsroom: a release that was found twice stands here twice.</summary>
    public required IReadOnlyList<Line> Merged { get; init; }

    /// <summary>Where the releases made and found again stand now.</summary>
    public required BatchStanding Standing { get; init; }

    /// <summary>Those that were accepted to be published and are not public, each with the reason.</summary>
    public required IReadOnlyList<Line> NotPublished { get; init; }

    /// <summary>Those of <see cref="Made"/> that the import was unsure of and no editor has looked at yet.</summary>
    public required IReadOnlyList<Line> Unsure { get; init; }

    public required IReadOnlyList<Leftover> Skipped { get; init; }

    public required IReadOnlyList<Leftover> Refused { get; init; }

    /// <summary>Documents that hold no release.</summary>
    public required IReadOnlyList<Leftover> Empty { get; init; }

    /// <summary>Documents that an editor did not want.</summary>
    public required IReadOnlyList<Leftover> LeftOut { get; init; }

    /// <summary>Documents at the bench that nobody has accepted.</summary>
    public required IReadOnlyList<Leftover> Waiting { get; init; }

    /// <summary>After an undo: what stayed, and why.</summary>
    public required IReadOnlyList<Line> Kept { get; init; }

    /// <summary>Reads the report; null when there is no such batch.</summary>
    public static async Task<BatchReport?> ReadAsync(NewsRoomDbContext db, SqliteSearchIndex search, TimeProvider clock, int batchId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Batches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == batchId, cancellationToken) is not { } batch)
            return null;
        var releases = await new BatchUndo(db, search, clock).ReleasesAsync(batchId, cancellationToken);
        var notes = await db.Releases.Where(r => r.UnsureNotes != null && r.Sources.Any(s => db.Documents.Any(d => d.Id == s.DocumentId && d.BatchId == batchId)))
            .Select(r => new { r.Id, r.UnsureNotes }).ToDictionaryAsync(r => r.Id, r => r.UnsureNotes!, cancellationToken);
        var staged = await db.StagedDocuments.Where(d => d.BatchId == batchId).OrderBy(d => d.Number).Select(d => new { d.FileName, d.State, d.Message, d.Releases }).ToListAsync(cancellationToken);
        return new BatchReport
        {
            Batch = batch.Id,
            Source = batch.Source,
            StartedBy = batch.StartedBy,
            StartedAt = batch.StartedAt,
            FinishedAt = staged.Exists(d => d.State is StagedState.Waiting or StagedState.Planned or StagedState.Queued) ? null : batch.FinishedAt,
            UndoneAt = batch.UndoneAt,
            UndoneBy = batch.UndoneAt is null ? null : batch.UndoneBy,
            Documents = await db.Documents.CountAsync(d => d.BatchId == batchId, cancellationToken),
            Made = [.. releases.Where(r => r.MadeHere).Select(r => LineOf(r, []))],
            Merged = [.. await RepeatsAsync(db, batchId, cancellationToken)],
            Standing = await BatchPublication.StandingAsync(db, batchId, clock.GetUtcNow(), cancellationToken),
            NotPublished = [.. (await BatchPublication.HeldAsync(db, batchId, clock.GetUtcNow(), cancellationToken)).Select(h => LineOf(h.Id, h.Headline, h.Slug, ["not published, because " + h.Reason]))],
            Unsure = [.. releases.Where(r => notes.ContainsKey(r.Id)).Select(r => LineOf(r, notes[r.Id].Split('\n')))],
            Skipped = [.. staged.Where(d => d.State == StagedState.Skipped).Select(d => new Leftover(d.FileName, d.Message ?? ""))],
            Refused = [.. staged.Where(d => d.State == StagedState.Refused).Select(d => new Leftover(d.FileName, d.Message ?? ""))],
            Empty = [.. staged.Where(d => d.State == StagedState.Empty).Select(d => new Leftover(d.FileName, d.Message ?? ""))],
            LeftOut = [.. staged.Where(d => d.State == StagedState.LeftOut).Select(d => new Leftover(d.FileName, d.Message ?? ""))],
            Waiting = [.. staged.Where(d => d.State is StagedState.Planned or StagedState.Queued or StagedState.Waiting).Select(d => new Leftover(d.FileName, $"{d.Releases} proposed, not written"))],
            Kept = batch.UndoneAt is null ? [] : [.. releases.Select(r => LineOf(r, [r.KeptBecause ?? "something else stands on it"]))],
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>The report as plain lines.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Import {Batch}: {Source}\nBegun by {StartedBy} at {Instant(StartedAt)}, {(FinishedAt is { } end ? "finished at " + Instant(end) : "not finished")}.\n");
        if (UndoneAt is { } undone)
            text.Append(CultureInfo.InvariantCulture, $"Undone by {UndoneBy} at {Instant(undone)}.\n");
        text.Append(CultureInfo.InvariantCulture, $"Stored documents: {Documents}\nPublic now: {Standing.Public}, drafts: {Standing.Drafts}, others: {Standing.Other}\n");
        Releases(text, "Made", Made);
        Releases(text, "Merged into releases that were known", Merged);
        Releases(text, "Not published", NotPublished);
        Files(text, "Skipped", Skipped);
        Files(text, "Refused", Refused);
        Files(text, "Without a release", Empty);
        Files(text, "Left out", LeftOut);
        Releases(text, "Unsure, for an editor to look at", Unsure);
        Files(text, "Waiting at the bench", Waiting);
        if (UndoneAt is not null)
            Releases(text, "Kept at the undo", Kept);
        return text.ToString();
    }

    private static async Task<IEnumerable<Line>> RepeatsAsync(NewsRoomDbContext db, int batchId, CancellationToken cancellationToken)
    {
        var places = await db.Sources.Join(db.Documents.Where(d => d.BatchId == batchId), s => s.DocumentId, d => d.Id, (s, d) => new { Source = s, d.FileName })
            .Where(p => db.Sources.Any(o => o.ReleaseId == p.Source.ReleaseId && o.Id < p.Source.Id)).OrderBy(p => p.Source.Id)
            .Join(db.Releases, p => p.Source.ReleaseId, r => r.Id, (p, r) => new { r.Id, r.Headline, r.Slug, p.FileName, p.Source.StartLine, p.Source.EndLine }).ToListAsync(cancellationToken);
        return places.Select(p => LineOf(p.Id, p.Headline, p.Slug, [string.Create(CultureInfo.InvariantCulture, $"{p.FileName}, lines {p.StartLine} to {p.EndLine}")]));
    }

    private static Line LineOf(BatchRelease release, IReadOnlyList<string> notes) => LineOf(release.Id, release.Headline, release.Slug, notes);

    private static Line LineOf(int id, string headline, string slug, IReadOnlyList<string> notes) => new(id, headline, $"/releases/{slug}", notes);

    private static void Releases(StringBuilder text, string title, IReadOnlyList<Line> lines)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{title}: {lines.Count}\n");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {OneLine(line.Headline)} ({line.Address})\n");
            foreach (var note in line.Notes)
                text.Append(CultureInfo.InvariantCulture, $"    {OneLine(note)}\n");
        }
    }

    private static void Files(StringBuilder text, string title, IReadOnlyList<Leftover> files)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{title}: {files.Count}\n");
        foreach (var file in files)
            text.Append(CultureInfo.InvariantCulture, $"  {OneLine(file.File)}: {OneLine(file.Reason)}\n");
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
