using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Account.Pages;

/// <summary>Sign-in, with a password or a passkey. Every failure gives the same answer.</summary>
[LimitSignIn]
public sealed class LoginModel(SignInCheck check, SignInManager<Editor> signIn) : PageModel
{
    /// <summary>A passkey's answer is a few kilobytes.</summary>
    internal const int MaxCredential = 20_000;

    public sealed class LoginInput
    {
        [Required(ErrorMessage = "Write your e-mail address."), StringLength(256, ErrorMessage = "This is too long for an e-mail address.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Write your password."), StringLength(CommonPasswords.MaxLength, ErrorMessage = "This is too long for a password.")]
        public string Password { get; set; } = "";
    }

    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Target() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Page();
        switch (await check.TryAsync(Input.Email.Trim(), Input.Password))
        {
            case SignInOutcome.SignedIn:
                return Target();
            case SignInOutcome.SecondStep:
                return RedirectToPage("/SecondStep", new { ReturnUrl });
            default:
                ModelState.AddModelError("Input.Email", "This did not work. The address or the password is wrong, or there were too many tries: then wait five minutes.");
                return Page();
        }
    }

    /// <summary>What the browser's authenticator is asked. No account is named: the passkey knows its own.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        ModelState.Clear();
        if (credential is { Length: > 0 and <= MaxCredential } && await IsAcceptedAsync(credential))
            return Target();
        await check.RefuseAsync(null);
        ModelState.AddModelError("", "This did not work. The passkey is not known here any more, or the request was too old: try again.");
        return Page();
    }

    private async Task<bool> IsAcceptedAsync(string credential)
    {
        try
        {
            return (await signIn.PasskeySignInAsync(credential)).Succeeded;
        }
        catch (InvalidOperationException)
        {
            // Identity throws when no options were asked for before, or too long ago.
            return false;
        }
    }

    private LocalRedirectResult Target() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/admin");
}
