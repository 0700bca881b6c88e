using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>A draft goes to review.</summary>
public sealed class SubmitModel(ReleaseStore store) : DeskPage
{
    public IActionResult OnGet(int id) => RedirectToPage("/Releases/Summary", new { id });

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken) =>
        BackToRelease(await store.SubmitAsync(id, cancellationToken), id, "The release is in review. A publisher finds it on the desk.");
}
