using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>One's own password.</summary>
public sealed class IndexModel(UserManager<Editor> users, SignInManager<Editor> signIn) : DeskPage
{
    public sealed class PasswordInput
    {
        [Required(ErrorMessage = "Write your current password."), StringLength(CommonPasswords.MaxLength, ErrorMessage = "This is too long for a password.")]
        public string Current { get; set; } = "";

        [Required(ErrorMessage = "Choose a new password."), StringLength(CommonPasswords.MaxLength, MinimumLength = CommonPasswords.MinLength, ErrorMessage = "Use 12 to 200 characters.")]
        public string New { get; set; } = "";
    }

    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        if (await users.GetUserAsync(User) is not { } editor)
            return NotFound();
        // Someone at an open desk must not be able to try passwords for ever.
        if (!(await signIn.CheckPasswordSignInAsync(editor, Input.Current, lockoutOnFailure: true)).Succeeded)
        {
            ModelState.AddModelError("Input.Current", "This is not your current password, or there were too many tries: then wait five minutes.");
            return Page();
        }

        var changed = await users.ChangePasswordAsync(editor, Input.Current, Input.New);
        if (!changed.Succeeded)
        {
            ModelState.AddModelError("Input.New", changed.Errors.First().Description);
            return Page();
        }

        await signIn.RefreshSignInAsync(editor);
        Notify("Your password is changed. Other sessions of yours end within a minute.");
        return RedirectToPage();
    }
}
