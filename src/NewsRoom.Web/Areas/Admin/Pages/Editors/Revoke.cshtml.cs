using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Editors;

/// <summary>Closes an invitation that was not used.</summary>
public sealed class RevokeModel(Invitations invitations) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Editors/Index");

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await invitations.RevokeAsync(id, cancellationToken))
            return NotFound();
        Notify("The invitation is revoked: its link no longer works.");
        return RedirectToPage("/Editors/Index");
    }
}
