using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>A publisher has seen what another one published alone.</summary>
public sealed class AcknowledgeModel(ReleaseStore store) : DeskPage
{
    public IActionResult OnGet(int id) => RedirectToPage("/Releases/Summary", new { id });

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken) =>
        BackToRelease(await store.AcknowledgeAsync(id, By, cancellationToken), id, "Noted: you have seen what was published alone.");
}
