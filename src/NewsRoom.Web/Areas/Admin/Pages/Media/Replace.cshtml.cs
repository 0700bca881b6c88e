using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Media;

/// <summary>Puts another file in the place of one. Where readers would see it at once, it is a publisher's to do.</summary>
[RequestSizeLimit(MaxRequest), RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class ReplaceModel(NewsRoomDbContext db, MediaStore store) : DeskPage
{
    private const long MaxRequest = MediaLimits.MaxBytes + 1_000_000;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public IFormFile? NewFile { get; set; }

    public Asset Asset { get; private set; } = null!;

    public IReadOnlyList<AssetUse> Uses { get; private set; } = [];

    public bool IsForbidden => !User.IsPublisher() && Uses.Any(u => u.IsApproved);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <param name="version">The save the editor looked at.</param>
    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancellationToken)
    {
        if (NewFile is null)
        {
            ModelState.AddModelError(nameof(NewFile), "Choose a file.");
            return await ShowAsync(cancellationToken);
        }

        await using var content = NewFile.OpenReadStream();
        var outcome = await store.ReplaceAsync(Id, version, NewFile.FileName, content, User.IsPublisher(), cancellationToken);
        if (outcome.Result == StoreResult.NotFound)
            return NotFound();
        if (outcome.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(NewFile), problem);
            return await ShowAsync(cancellationToken);
        }

        Notify(outcome.Result == StoreResult.Done ? "The file is replaced." : "Nothing was replaced: somebody has changed it since you opened the page. Look at it again first.");
        return RedirectToPage("/Media/Edit", new { id = Id });
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
