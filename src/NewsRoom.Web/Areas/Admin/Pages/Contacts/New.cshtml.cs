using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Contacts;

/// <summary>A contact from scratch: who types it in has just looked, so it is confirmed.</summary>
public sealed class NewModel(ContactStore store, DeskTime time) : ContactFormPage
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var contact = await store.CreateAsync(Input.ToDetails(null, time.Zone), cancellationToken);
        await store.ConfirmAsync(contact.Id, contact.Version, By, cancellationToken);
        Notify($"{contact.Name} is created. Attach the contact to a release on its Edit page.");
        return RedirectToPage("/Contacts/Edit", new { id = contact.Id });
    }
}
