using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>An editor has looked at what the import was unsure of.</summary>
public sealed class CheckedModel(ReleaseStore store) : DeskPage
{
    public IActionResult OnGet(int id) => RedirectToPage("/Releases/Summary", new { id });

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken) =>
        BackToRelease(await store.MarkCheckedAsync(id, cancellationToken), id, "Noted: you have checked what the import was unsure of.");
}
