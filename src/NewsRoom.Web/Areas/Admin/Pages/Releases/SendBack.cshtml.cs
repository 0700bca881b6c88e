using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>A release in review goes back to its writer.</summary>
public sealed class SendBackModel(ReleaseStore store) : DeskPage
{
    public IActionResult OnGet(int id) => RedirectToPage("/Releases/Summary", new { id });

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken) =>
        BackToRelease(await store.SendBackAsync(id, cancellationToken), id, "The release is a draft again.");
}
