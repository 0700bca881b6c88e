using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>A batch: its documents, how far it is, and what can be done with it.</summary>
public sealed class BatchModel(NewsRoomDbContext db, ImportBench bench, BenchSignal signal, TimeProvider clock) : DeskPage
{
    private const int PageSize = 200;

    /// <summary>So many of the releases that were not published are named.</summary>
    public const int ShownHeld = 20;

    public sealed record StoredRow(string FileName, int Lines, int Releases);

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public BatchSummary Summary { get; private set; } = null!;

    public IReadOnlyList<BatchRow> Rows { get; private set; } = [];

    public IReadOnlyList<StoredRow> Stored { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>Where its releases stand; null while that changes by itself, or when there are none.</summary>
    public BatchStanding? Standing { get; private set; }

    /// <summary>What was to be published and is not public.</summary>
    public IReadOnlyList<HeldRelease> Held { get; private set; } = [];

    /// <summary>Whether it was stopped while a document is still being written.</summary>
    public bool IsStopping => Summary.Batch.IsStopped && Summary.Of(StagedState.Queued) > 0 && signal.IsWriting(Id);

    /// <summary>Whether the page changes by itself.</summary>
    public bool IsMoving => Summary.IsMoving || IsStopping;

    /// <summary>What this page shows of the plans, so that accepting them cannot accept newer ones unseen.</summary>
    public long Seen { get; private set; }

    public bool CanUndo => Summary.Stored > 0 && !Summary.Batch.IsUndoing;

    public bool CanReadAgain { get; private set; }

    /// <summary>The share that is done of what is being done, in whole percent.</summary>
    public int Percent => Summary.IsReading
        ? 100 - (100 * Summary.Of(StagedState.Waiting) / Math.Max(1, Summary.Documents))
        : 100 * Summary.Of(StagedState.Accepted) / Math.Max(1, Summary.Of(StagedState.Accepted) + Summary.Of(StagedState.Queued));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await BatchSummary.LoadAsync(db, db.Batches.Where(b => b.Id == Id), cancellationToken) is not [var summary])
            return NotFound();
        Summary = summary;
        Number = Math.Clamp(Number, 1, 10_000);
        Seen = await bench.SeenAsync(Id, cancellationToken);
        var skip = (Number - 1) * PageSize;
        Rows = await BatchRow.LoadAsync(db, Id, skip, PageSize + 1, cancellationToken);
        CanReadAgain = !summary.Batch.IsUndoing && await db.StagedDocuments.ReadableAgain(Id).AnyAsync(cancellationToken);
        if (!IsMoving && summary.Stored > 0)
        {
            Standing = await BatchPublication.StandingAsync(db, Id, clock.GetUtcNow(), cancellationToken);
            Held = await BatchPublication.HeldAsync(db, Id, clock.GetUtcNow(), cancellationToken);
        }

        if (!summary.Batch.IsStaged)
        {
            Stored = await db.Documents.Where(d => d.BatchId == Id).OrderBy(d => d.Id).Skip(skip).Take(PageSize + 1)
                .Select(d => new StoredRow(d.FileName, d.Lines, db.Sources.Count(s => s.DocumentId == d.Id))).ToListAsync(cancellationToken);
        }

        HasMore = Rows.Count > PageSize || Stored.Count > PageSize;
        Rows = [.. Rows.Take(PageSize)];
        Stored = [.. Stored.Take(PageSize)];
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(long seen, CancellationToken cancellationToken)
    {
        var outcome = await bench.AcceptAsync(Id, null, seen, publishes: false, cancellationToken);
        if (outcome.Result == StoreResult.NotFound)
            return NotFound();
        return Back(outcome.Message ?? "Accepted. Below is what becomes of each document.");
    }

    public async Task<IActionResult> OnPostLeaveOutAsync(int number, int version, CancellationToken cancellationToken) =>
        Marked(await bench.LeaveOutAsync(Id, number, version, By, cancellationToken), "The document is left out. Its plan is kept: it can be taken up again.");

    public async Task<IActionResult> OnPostTakeUpAsync(int number, int version, CancellationToken cancellationToken) =>
        Marked(await bench.TakeUpAsync(Id, number, version, By, cancellationToken), "The document is at the bench again.");

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken) =>
        await bench.StopAsync(Id, cancellationToken) == StoreResult.Done ? Back("Stopped after the document that was being written. What is written stays; the rest waits.") : NotFound();

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) =>
        await bench.ResumeAsync(Id, cancellationToken) == StoreResult.Done ? Back("The import goes on where it stopped.") : NotFound();

    public async Task<IActionResult> OnPostBenchAsync(CancellationToken cancellationToken)
    {
        var count = await bench.UnqueueAsync(Id, cancellationToken);
        return Back(count == 0 ? "Nothing was waiting to be written." : BatchSummary.Count(count, "document") + " put back on the bench.");
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken)
    {
        var count = await bench.ReadAgainAsync(Id, cancellationToken);
        return Back(count == 0 ? "There was nothing to read again." : BatchSummary.Count(count, "document") + " read again.");
    }

    private IActionResult Marked(BenchOutcome outcome, string done) => outcome.Result == StoreResult.NotFound ? NotFound() : Back(outcome.Message ?? done);

    private RedirectToPageResult Back(string sentence)
    {
        signal.Wake();
        Notify(sentence);
        return RedirectToPage("/Imports/Batch", new { area = "Admin", id = Id, p = Number > 1 ? Number : (int?)null });
    }
}
