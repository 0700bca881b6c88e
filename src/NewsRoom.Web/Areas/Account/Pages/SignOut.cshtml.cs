using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Account.Pages;

/// <summary>Ends this session.</summary>
public sealed class SignOutModel(SignInManager<Editor> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        TempData["Notice"] = "You are signed out.";
        return RedirectToPage("/Login");
    }
}
