using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Editors;

/// <summary>What a person may do.</summary>
public sealed class EditModel(UserManager<Editor> users, Accounts accounts) : DeskPage
{
    public sealed class RoleInput
    {
        public string Role { get; set; } = "";
    }

    [BindProperty]
    public RoleInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = Roles.All.Contains(Input.Role) ? await accounts.SetRolesAsync(Id, RoleSets.UpTo(Input.Role), cancellationToken) : StoreResult.NotLegal;
        if (result == StoreResult.NotFound)
            return NotFound();
        if (result == StoreResult.Done)
        {
            Notify("The role is changed. It holds within a minute, wherever the person is signed in.");
            return RedirectToPage("/Editors/Index");
        }

        ModelState.AddModelError("Input.Role", result == StoreResult.Refused ? "Nobody else is an administrator: make somebody else one first." : "Choose what the person may do.");
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await users.FindByIdAsync(Id) is not { } editor)
            return NotFound();
        (Name, Email) = (editor.DisplayName, editor.Email);
        Input.Role = RoleSets.Highest(await users.GetRolesAsync(editor));
        return Page();
    }
}
