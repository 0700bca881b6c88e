using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Account.Pages;

/// <summary>Asks for a code of the authenticator, or a recovery code, after the password was right.</summary>
[LimitSignIn]
public sealed class SecondStepModel(SignInManager<Editor> signIn, SignInCheck check, AuditLog audit, NewsRoomDbContext db) : PageModel
{
    private const int AppDigits = 6;

    public sealed class CodeInput
    {
        [Required(ErrorMessage = "Write the code."), StringLength(40, ErrorMessage = "This is too long for a code.")]
        public string Code { get; set; } = "";
    }

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Login", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        // Who waited too long begins again; the limit on tries counts this as none.
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } editor)
            return RedirectToPage("/Login", new { ReturnUrl });
        if (!ModelState.IsValid)
            return Page();
        var code = string.Concat(Input.Code.Where(char.IsAsciiLetterOrDigit));
        var isFromApp = code.Length == AppDigits && code.All(char.IsAsciiDigit);
        if (await TryAsync(editor, code, isFromApp))
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/admin");
        await check.RefuseAsync(editor);
        ModelState.AddModelError("Input.Code", "This did not work. The code is wrong, was used already, or there were too many tries: then wait five minutes.");
        return Page();
    }

    private async Task<bool> TryAsync(Editor editor, string code, bool isFromApp)
    {
        if (isFromApp)
            return (await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)).Succeeded;
        // Identity lets recovery codes be tried without end.
        if (await signIn.UserManager.IsLockedOutAsync(editor))
            return false;
        if (!(await signIn.TwoFactorRecoveryCodeSignInAsync(code)).Succeeded)
        {
            await signIn.UserManager.AccessFailedAsync(editor);
            return false;
        }

        audit.RecordAs(editor, AuditVerbs.RecoveryCodeUsed, new { left = await signIn.UserManager.CountRecoveryCodesAsync(editor) });
        await db.SaveChangesAsync();
        return true;
    }
}
