using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Editors;

/// <summary>Removes an account, after naming what becomes of it.</summary>
public sealed class RemoveModel(UserManager<Editor> users, Accounts accounts) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await users.FindByIdAsync(Id) is not { } editor)
            return NotFound();
        Name = editor.DisplayName;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        switch (await accounts.RemoveAsync(Id, cancellationToken))
        {
            case StoreResult.NotFound:
                return NotFound();
            case StoreResult.Refused:
                ModelState.AddModelError("", "Nobody else is an administrator: make somebody else one first.");
                return await OnGetAsync();
            default:
                Notify("The account is removed.");
                return RedirectToPage("/Editors/Index");
        }
    }
}
