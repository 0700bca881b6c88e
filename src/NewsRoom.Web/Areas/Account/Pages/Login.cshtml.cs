using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Account.Pages;

/// <summary>Sign-in. Every failure gives the same answer.</summary>
public sealed class LoginModel(SignInCheck check) : PageModel
{
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
        if (await check.TryAsync(Input.Email.Trim(), Input.Password))
            return Target();
        ModelState.AddModelError("Input.Email", "This did not work. The address or the password is wrong, or there were too many tries: then wait five minutes.");
        return Page();
    }

    private LocalRedirectResult Target() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/admin");
}
