using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Account.Pages;

/// <summary>Sets a new password from a one-time link. It does not sign in: a second step is still asked for.</summary>
[LimitSignIn]
public sealed class ResetModel(PasswordResets resets) : PageModel
{
    public sealed class ResetInput
    {
        [Required(ErrorMessage = "Choose a password."), StringLength(CommonPasswords.MaxLength, MinimumLength = CommonPasswords.MinLength, ErrorMessage = "Use 12 to 200 characters.")]
        public string Password { get; set; } = "";
    }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public ResetInput Input { get; set; } = new();

    public bool LinkIsDead { get; private set; }

    public string? Email { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var outcome = await resets.RedeemAsync(Token, Input.Password, cancellationToken);
        if (outcome.Editor is not null)
        {
            TempData["Notice"] = "Your new password is set. Sign in with it.";
            return RedirectToPage("/Login");
        }

        foreach (var problem in outcome.Problems.Take(1))
            ModelState.AddModelError("Input.Password", problem.Description);
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        // The address holds the token: no page that is visited from here may learn it.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Email = (await resets.FindOpenAsync(Token, cancellationToken))?.Email;
        LinkIsDead = Email is null;
        if (LinkIsDead)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
