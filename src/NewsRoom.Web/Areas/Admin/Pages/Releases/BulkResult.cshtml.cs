using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>What became of each release of a bulk change, and the way back.</summary>
public sealed class BulkResultModel(NewsRoomDbContext db, BulkStore store) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public BulkChange Change { get; private set; } = null!;

    public IReadOnlyList<BulkItem> Items { get; private set; } = [];

    public IReadOnlyList<(string Title, IReadOnlyList<BulkItem> Items)> Groups => Change.UndoneAt is null
        ? [("Changed", [.. Items.Where(i => i.Refused is null)]), ("Left as they were", [.. Items.Where(i => i.Refused is not null)])]
        : [("Stayed as they were changed", [.. Items.Where(i => i.KeptBecause is not null)]), ("Went back", [.. Items.Where(i => i.Refused is null && i.KeptBecause is null)]), ("Were never changed", [.. Items.Where(i => i.Refused is not null)])];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.BulkChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == Id, cancellationToken) is not { } change)
            return NotFound();
        Change = change;
        Items = await db.BulkItems.AsNoTracking().Where(i => i.ChangeId == Id).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken)
    {
        var result = await store.UndoAsync(Id, new(By, User.IsPublisher()), cancellationToken);
        if (result == StoreResult.NotFound)
            return NotFound();
        Notify(result == StoreResult.Done ? "It is undone. Releases that somebody has touched since stay, and are named." : "It was undone before.");
        return RedirectToPage(new { id = Id });
    }
}
