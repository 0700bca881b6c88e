using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Editors;

/// <summary>What a person may do.</summary>
public sealed class EditModel(UserManager<Editor> users, Accounts accounts, EditorSessions sessions, EditorLinks links) : DeskPage
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

    public bool HasSecondStep { get; private set; }

    /// <summary>At how many places they are signed in.</summary>
    public int Sessions { get; private set; }

    /// <summary>Shown in the answer itself, since it is stored nowhere.</summary>
    public Uri? ResetLink { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostResetAsync(bool withoutSecondStep, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await users.FindByIdAsync(Id) is not { } editor)
            return NotFound();
        ResetLink = await links.ResetAsync(editor, withoutSecondStep, cancellationToken);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken cancellationToken)
    {
        if (!await accounts.SignOutEverywhereAsync(Id, cancellationToken))
            return NotFound();
        Notify("They are signed out everywhere.");
        return RedirectToPage(new { id = Id });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = Roles.All.Contains(Input.Role) ? await accounts.SetRolesAsync(Id, RoleSets.UpTo(Input.Role), cancellationToken) : StoreResult.NotLegal;
        if (result == StoreResult.NotFound)
            return NotFound();
        if (result == StoreResult.Done)
        {
            Notify("The role is changed. It holds at once, wherever the person is signed in.");
            return RedirectToPage("/Editors/Index");
        }

        ModelState.AddModelError("Input.Role", result == StoreResult.Refused ? "Nobody else is an administrator: make somebody else one first." : "Choose what the person may do.");
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (await users.FindByIdAsync(Id) is not { } editor)
            return NotFound();
        (Name, Email, HasSecondStep) = (editor.DisplayName, editor.Email, editor.TwoFactorEnabled);
        Sessions = (await sessions.ListAsync(editor.Id)).Count;
        Input.Role = RoleSets.Highest(await users.GetRolesAsync(editor));
        return Page();
    }
}
