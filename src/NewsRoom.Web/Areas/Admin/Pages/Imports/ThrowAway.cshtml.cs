using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>Throws away a batch of which nothing was accepted, after naming what goes.</summary>
public sealed class ThrowAwayModel(NewsRoomDbContext db, ImportBench bench) : DeskPage
{
    private const int Shown = 100;

    public sealed record StagedFile(string FileName, int Releases);

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public BatchSummary Summary { get; private set; } = null!;

    public IReadOnlyList<StagedFile> Files { get; private set; } = [];

    /// <summary>Documents whose plan an editor has changed.</summary>
    public int Edited { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await BatchSummary.LoadAsync(db, db.Batches.Where(b => b.Id == Id), cancellationToken) is not [var summary])
            return NotFound();
        Summary = summary;
        var documents = db.StagedDocuments.Where(d => d.BatchId == Id);
        Files = await documents.OrderBy(d => d.Number).Take(Shown).Select(d => new StagedFile(d.FileName, d.Releases)).ToListAsync(cancellationToken);
        Edited = await documents.CountAsync(d => d.EditedBy != null, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        switch (await bench.ThrowAwayAsync(Id, By, cancellationToken))
        {
            case StoreResult.NotFound:
                return NotFound();
            case StoreResult.Done:
                Notify("The batch is thrown away.");
                return RedirectToPage("/Imports/Index", new { area = "Admin" });
            default:
                Notify("Nothing was changed: something of the batch was accepted meanwhile.");
                return RedirectToPage("/Imports/Batch", new { area = "Admin", id = Id });
        }
    }
}
