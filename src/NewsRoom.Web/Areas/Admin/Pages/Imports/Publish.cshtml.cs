using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>The last look before the releases of a batch, or of one of its documents, go public: how many they are, and what nobody has checked.</summary>
public sealed class PublishModel(NewsRoomDbContext db, ImportBench bench, PlanCache plans, BenchSignal signal) : DeskPage
{
    public const int Shown = 50;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>One document; null for all that wait at the bench.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public string Source { get; private set; } = "";

    /// <summary>What this page shows of the plans, so that newer ones cannot be published unseen.</summary>
    public long Seen { get; private set; }

    public PublishLook Look { get; private set; } = null!;

    public string Name => Number is not null && Look.Documents.Count == 1 ? Look.Documents[0].FileName : Source;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.Batches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == Id && b.IsStaged, cancellationToken) is not { } batch)
            return NotFound();
        Source = batch.Source;
        // Before the look: what changes meanwhile is then refused rather than published unseen.
        Seen = Number is null
            ? await bench.SeenAsync(Id, cancellationToken)
            : await db.StagedDocuments.Where(d => d.BatchId == Id && d.Number == Number).Select(d => (long)d.Version).FirstOrDefaultAsync(cancellationToken);
        Look = await PublishLook.ReadAsync(db, batch, Number, plans, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long seen, CancellationToken cancellationToken)
    {
        var outcome = await bench.AcceptAsync(Id, Number, seen, publishes: true, cancellationToken);
        if (outcome.Result == StoreResult.NotFound)
            return NotFound();
        Notify(outcome.Message ?? "Accepted. The releases go public as they are written.");
        if (outcome.Result == StoreResult.Outdated)
            return RedirectToPage();
        signal.Wake();
        return RedirectToPage("/Imports/Batch", new { area = "Admin", id = Id });
    }
}
