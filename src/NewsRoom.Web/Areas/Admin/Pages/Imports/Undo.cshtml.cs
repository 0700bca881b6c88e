using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>Undoes an import, after naming what goes and what stays.</summary>
public sealed class UndoModel(NewsRoomDbContext db, BatchUndo undo, BenchSignal signal) : DeskPage
{
    public const int Shown = 100;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Source { get; private set; } = "";

    /// <summary>Whether its documents go back to the bench.</summary>
    public bool IsStaged { get; private set; }

    public IReadOnlyList<BatchRelease> Going { get; private set; } = [];

    public IReadOnlyList<BatchRelease> LetGo { get; private set; } = [];

    public IReadOnlyList<BatchRelease> Kept { get; private set; } = [];

    public int Live => Going.Count(r => r.IsLive);

    /// <summary>Taking what is public away is a publisher's decision.</summary>
    public bool MayUndo => Live == 0 || User.IsPublisher();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!MayUndo)
            return Forbid();
        if (await undo.RequestAsync(Id, By, cancellationToken) != StoreResult.Done)
            Notify("Nothing was changed: there is nothing to undo, or it is being undone already.");
        signal.Wake();
        return RedirectToPage("/Imports/Batch", new { area = "Admin", id = Id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.Batches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == Id, cancellationToken) is not { } batch)
            return false;
        (Source, IsStaged) = (batch.Source, batch.IsStaged);
        var releases = await undo.ReleasesAsync(Id, cancellationToken);
        Kept = [.. releases.Where(r => r.KeptBecause is not null)];
        Going = [.. releases.Where(r => r is { KeptBecause: null, MadeHere: true })];
        LetGo = [.. releases.Where(r => r is { KeptBecause: null, MadeHere: false })];
        return true;
    }
}
