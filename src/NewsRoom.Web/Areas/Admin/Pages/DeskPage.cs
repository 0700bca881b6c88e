using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages;

/// <summary>What every page of the desk shares: who is at it, and the notice that a change leaves for the next page.</summary>
public abstract class DeskPage : PageModel
{
    /// <summary>The name that histories show.</summary>
    protected string By => User.DisplayName();

    /// <summary>Whose working copies and open forms these are.</summary>
    protected string EditorId => User.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether this is the person's password; if not, the field says so. Someone at an open desk must not be able to try passwords for ever.</summary>
    protected async Task<bool> IsOwnPasswordAsync(SignInManager<Editor> signIn, Editor editor, string password, string field)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        if ((await signIn.CheckPasswordSignInAsync(editor, password, lockoutOnFailure: true)).Succeeded)
            return true;
        ModelState.AddModelError(field, "This is not your current password, or there were too many tries: then wait five minutes.");
        return false;
    }

    protected void Notify(string sentence) => TempData["Notice"] = sentence;

    /// <summary>A notice that ends in a link to where the next step is.</summary>
    protected void Notify(string sentence, string link, string address)
    {
        Notify(sentence);
        (TempData["NoticeLink"], TempData["NoticeAddress"]) = (link, address);
    }

    /// <summary>Sends the editor back to the release, with what has become of the request.</summary>
    protected IActionResult BackToRelease(StoreResult result, int id, string done)
    {
        if (result == StoreResult.NotFound)
            return NotFound();
        Notify(result switch
        {
            StoreResult.Done => done,
            StoreResult.Outdated => "Nothing was changed: somebody has saved this release since you opened it. Look at it again first.",
            _ => "Nothing was changed: the release no longer stands where that is possible.",
        });
        return RedirectToPage("/Releases/Summary", new { area = "Admin", id });
    }
}
