using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;

namespace NewsRoom.Web.Areas.Admin.Pages.Media;

/// <summary>Takes files in. What they are is read from their bytes; what a browser says of them is not looked at.</summary>
[RequestSizeLimit(MaxRequest), RequestFormLimits(MultipartBodyLengthLimit = MaxRequest)]
public sealed class UploadModel(MediaStore store) : DeskPage
{
    public const int MaxFiles = 20;

    private const long MaxRequest = 130_000_000;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public List<Asset> Stored { get; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Files.Count is 0 or > MaxFiles)
        {
            ModelState.AddModelError(nameof(Files), Files.Count == 0 ? "Choose a file." : $"Choose at most {MaxFiles} files at once.");
            return Page();
        }

        var known = 0;
        foreach (var file in Files)
        {
            await using var content = file.OpenReadStream();
            var outcome = await store.AddAsync(file.FileName, content, By, cancellationToken);
            if (outcome.Asset is { } asset)
                Stored.Add(asset);
            else
                ModelState.AddModelError(nameof(Files), $"{file.FileName}: {outcome.Problem}");
            known += outcome.WasThere ? 1 : 0;
        }

        if (!ModelState.IsValid)
            return Page();
        if (Stored is [var only])
        {
            Notify(known > 0 ? "This very file was here already." : "The file is stored. Say what it shows.");
            return RedirectToPage("/Media/Edit", new { id = only.Id });
        }

        Notify($"{Stored.Count} files are stored{(known > 0 ? $"; {known} of them were here already" : "")}. Say what each of them shows.");
        return RedirectToPage("/Media/Index", new { want = "alt" });
    }
}
