using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;

namespace NewsRoom.Web.Areas.Admin.Pages.Media;

/// <summary>Takes a file that was dropped onto a release's form, and what its writer says of it there. The form's script asks; without scripts the upload page does the same.</summary>
[RequestSizeLimit(MaxRequest), RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class DropModel(MediaStore store, NewsRoomDbContext db) : DeskPage
{
    /// <summary>One file of the largest size, with what multipart adds.</summary>
    private const long MaxRequest = MediaLimits.MaxBytes + 100_000;

    public IActionResult OnGet() => RedirectToPage("/Media/Upload");

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
            return BadRequest();
        await using var content = file.OpenReadStream();
        var outcome = await store.AddAsync(file.FileName, content, By, cancellationToken);
        return outcome.Asset is { } asset
            ? new JsonResult(new { id = asset.Id, version = asset.Version, name = asset.FileName, label = new ReleaseChoices.AssetChoice(asset.Id, asset.Name, asset.Kind, asset.LacksAltText).Label, isImage = asset.IsImage, lacksAlt = asset.LacksAltText, alt = asset.AltText })
            : new JsonResult(new { problem = outcome.Problem }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    public async Task<IActionResult> OnPostDescribeAsync(int id, int version, string? altText, bool isDecorative, CancellationToken cancellationToken)
    {
        if (altText is { Length: > Asset.MaxAltText })
            return new JsonResult(new { problem = "Use at most 500 characters." }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        // The same file may have been here already, with a caption and a credit that stay.
        if (await db.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } asset)
            return NotFound();
        var result = await store.DescribeAsync(id, version, new AssetDetails(string.IsNullOrWhiteSpace(altText) ? null : altText.Trim(), isDecorative, asset.Caption, asset.Credit, asset.Licence), cancellationToken);
        return result == StoreResult.Done
            ? new NoContentResult()
            : new JsonResult(new { problem = "Somebody described this file meanwhile: open it from the list of attachments." }) { StatusCode = StatusCodes.Status409Conflict };
    }
}
