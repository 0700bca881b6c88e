using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>Switches the keyboard shortcuts of the desk off and on again, for this person on every machine.</summary>
public sealed class KeysModel(EditorSignIn signIn) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Profile/Index");

    public async Task<IActionResult> OnPostAsync(bool on)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } editor)
            return NotFound();
        var off = new Claim(KeyboardChoice.Claim, KeyboardChoice.Off);
        await signIn.UserManager.RemoveClaimAsync(editor, off);
        if (!on)
            await signIn.UserManager.AddClaimAsync(editor, off);
        await signIn.RefreshSignInAsync(editor);
        Notify(on ? "Keyboard shortcuts are on." : "Keyboard shortcuts are off.");
        return RedirectToPage("/Profile/Index", null, "keys");
    }
}
