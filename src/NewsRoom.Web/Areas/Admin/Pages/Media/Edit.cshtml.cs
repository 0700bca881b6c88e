using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;

namespace NewsRoom.Web.Areas.Admin.Pages.Media;

/// <summary>What an asset shows, who made it, and where it is used.</summary>
public sealed class EditModel(NewsRoomDbContext db, MediaStore store) : DeskPage
{
    [BindProperty]
    public AssetForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public Asset Asset { get; private set; } = null!;

    public IReadOnlyList<AssetUse> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var result = await ShowAsync(cancellationToken);
        if (Asset is not null)
            Input = AssetForm.From(Asset);
        return result;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await db.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == Id, cancellationToken) is not { } asset)
            return NotFound();
        if (string.IsNullOrWhiteSpace(Input.AltText) && !(Input.IsDecorative && asset.IsImage))
            ModelState.AddModelError("Input.AltText", asset.IsImage ? "Write what the picture shows, or mark it as decorative." : "Write the title of the document.");
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        switch (await store.DescribeAsync(Id, Input.Version, Input.ToDetails(), cancellationToken))
        {
            case StoreResult.NotFound:
                return NotFound();
            case StoreResult.Outdated:
                ModelState.Clear();
                Input.Version = asset.Version;
                ModelState.AddModelError("", $"Your text is not saved yet: somebody saved this file while you were writing. They wrote: {string.Join(" · ", new[] { asset.AltText, asset.Caption, asset.Credit, asset.Licence }.Where(t => t is not null))}. Save again to put yours over it.");
                Response.StatusCode = StatusCodes.Status409Conflict;
                return await ShowAsync(cancellationToken);
            case StoreResult.Refused:
                ModelState.AddModelError("Input.AltText", "It is on a release that is approved: it cannot lose its alternative text.");
                return await ShowAsync(cancellationToken);
            default:
                Notify("Saved.");
                return RedirectToPage();
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == Id, cancellationToken) is not { } asset)
            return NotFound();
        Asset = asset;
        Uses = await store.UsesAsync(Id, cancellationToken);
        return Page();
    }
}
