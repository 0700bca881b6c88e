using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;

namespace NewsRoom.Web.Areas.Admin.Pages.Media;

/// <summary>Deletes an asset with its file, after naming the releases that lose it.</summary>
public sealed class DeleteModel(NewsRoomDbContext db, MediaStore store) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public Asset Asset { get; private set; } = null!;

    public IReadOnlyList<AssetUse> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == Id, cancellationToken) is not { } asset)
            return NotFound();
        Asset = asset;
        Uses = await store.UsesAsync(Id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await store.DeleteAsync(Id, cancellationToken);
        if (result == StoreResult.NotFound)
            return NotFound();
        Notify(result == StoreResult.Done ? "The file is deleted." : "Nothing was deleted: a release that is live or scheduled shows it.");
        return result == StoreResult.Done ? RedirectToPage("/Media/Index") : RedirectToPage("/Media/Edit", new { id = Id });
    }
}
