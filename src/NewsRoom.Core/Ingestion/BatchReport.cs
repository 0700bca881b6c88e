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

    /// <summary>Releases that were known before and gained a source.</summary>
    public required IReadOnlyList<Line> Merged { get; init; }

    /// <summary>Those of <see cref="Made"/> that the import was unsure of and no editor has looked at yet.</summary>
    public required IReadOnlyList<Line> Unsure { get; init; }

    public required IReadOnlyList<Leftover> Skipped { get; init; }

    public required IReadOnlyList<Leftover> Refused { get; init; }

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
        var made = releases.Where(r => r.MadeHere).Select(r => LineOf(r, [])).ToList();
        return new BatchReport
        {
            Batch = batch.Id,
            Source = batch.Source,
            StartedBy = batch.StartedBy,
            StartedAt = batch.StartedAt,
            FinishedAt = batch.FinishedAt,
            UndoneAt = batch.UndoneAt,
            UndoneBy = batch.UndoneAt is null ? null : batch.UndoneBy,
            Documents = await db.Documents.CountAsync(d => d.BatchId == batchId, cancellationToken),
            Made = made,
            Merged = [.. releases.Where(r => !r.MadeHere).Select(r => LineOf(r, []))],
            Unsure = [.. releases.Where(r => notes.ContainsKey(r.Id)).Select(r => LineOf(r, notes[r.Id].Split('\n')))],
            Skipped = [.. staged.Where(d => d.State == StagedState.Skipped).Select(d => new Leftover(d.FileName, d.Message ?? ""))],
            Refused = [.. staged.Where(d => d.State is StagedState.Refused or StagedState.Empty).Select(d => new Leftover(d.FileName, d.Message ?? ""))],
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
        text.Append(CultureInfo.InvariantCulture, $"Stored documents: {Documents}\n");
        Releases(text, "Made", Made);
        Releases(text, "Merged into releases that were here", Merged);
        Files(text, "Skipped", Skipped);
        Files(text, "Refused", Refused);
        Releases(text, "Unsure, for an editor to look at", Unsure);
        Files(text, "Waiting at the bench", Waiting);
        if (UndoneAt is not null)
            Releases(text, "Kept at the undo", Kept);
        return text.ToString();
    }

    private static Line LineOf(BatchRelease release, IReadOnlyList<string> notes) => new(release.Id, release.Headline, $"/releases/{release.Slug}", notes);

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
