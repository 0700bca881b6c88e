using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Contacts;

/// <summary>Says that the details an editor looked at are right today.</summary>
public sealed class ConfirmModel(ContactStore store) : DeskPage
{
    public IActionResult OnGet(int id) => RedirectToPage("/Contacts/Edit", new { id });

    /// <param name="version">The save the editor looked at.</param>
    public async Task<IActionResult> OnPostAsync(int id, int version, CancellationToken cancellationToken)
    {
        var result = await store.ConfirmAsync(id, version, By, cancellationToken);
        if (result == StoreResult.NotFound)
            return NotFound();
        Notify(result == StoreResult.Done ? "The details are confirmed." : "Nothing was confirmed: the contact has changed since you opened it. Look at it again first.");
        return RedirectToPage("/Contacts/Edit", new { id });
    }
}
