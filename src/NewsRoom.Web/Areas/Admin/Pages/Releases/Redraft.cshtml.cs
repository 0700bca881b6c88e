using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>A scheduled or withdrawn release becomes a draft; publishing it again needs approval again.</summary>
public sealed class RedraftModel(ReleaseStore store) : DeskPage
{
    public IActionResult OnGet(int id) => RedirectToPage("/Releases/Summary", new { id });

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken) =>
        BackToRelease(await store.ReturnToDraftAsync(id, cancellationToken), id, "The release is a draft again and nothing of it is public.");
}
