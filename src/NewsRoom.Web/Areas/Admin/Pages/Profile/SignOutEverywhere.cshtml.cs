using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>Ends every session of the person who asks.</summary>
public sealed class SignOutEverywhereModel(UserManager<Editor> users, SignInManager<Editor> signIn) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Profile/Index");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await users.GetUserAsync(User) is { } editor)
            await users.UpdateSecurityStampAsync(editor);
        await signIn.SignOutAsync();
        Notify("You are signed out everywhere.");
        return RedirectToPage("/Login", new { area = "Account" });
    }
}
