using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Deletes a release that was never public, after naming what goes with it.</summary>
public sealed class DeleteModel(NewsRoomDbContext db, ReleaseStore store, DeskTime time) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Headline { get; private set; } = "";

    public int Versions { get; private set; }

    public bool IsImported { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.Releases.AsNoTracking().Include(r => r.Sources).FirstOrDefaultAsync(r => r.Id == Id, cancellationToken) is not { } release)
            return NotFound();
        if (!release.Allows(ReleaseStep.Delete, time.Now))
            return BackToRelease(StoreResult.NotLegal, Id, "");
        Headline = release.Headline.Length > 0 ? release.Headline : "(no headline)";
        Versions = release.LatestRevisionNumber;
        IsImported = release.Sources.Count > 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await store.DeleteAsync(Id, cancellationToken);
        if (result != StoreResult.Done)
            return BackToRelease(result, Id, "");
        Notify("The release is deleted.");
        return RedirectToPage("/Releases/Index");
    }
}
