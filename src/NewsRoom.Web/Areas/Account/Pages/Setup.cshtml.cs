using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Account.Pages;

/// <summary>Makes an account from a one-time link.</summary>
public sealed class SetupModel(Invitations invitations, Accounts accounts, SignInManager<Editor> signIn) : PageModel
{
    public sealed class SetupInput
    {
        [Required(ErrorMessage = "Write your name."), StringLength(100, ErrorMessage = "Use at most 100 characters.")]
        public string DisplayName { get; set; } = "";

        [Required(ErrorMessage = "Write your e-mail address."), EmailAddress(ErrorMessage = "Write an address such as name@example.org."), StringLength(256, ErrorMessage = "This is too long for an e-mail address.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Choose a password."), StringLength(CommonPasswords.MaxLength, MinimumLength = CommonPasswords.MinLength, ErrorMessage = "Use 12 to 200 characters.")]
        public string Password { get; set; } = "";
    }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public SetupInput Input { get; set; } = new();

    public bool LinkIsDead { get; private set; }

    /// <summary>The address that the invitation names; null when the person chooses one.</summary>
    public string? FixedEmail { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        // The address holds the token: no page that is visited from here may learn it.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var outcome = await accounts.RedeemAsync(Token, Input.DisplayName.Trim(), Input.Email.Trim(), Input.Password, cancellationToken);
        if (outcome.LinkIsDead)
            return Dead();
        foreach (var problem in outcome.Problems.DistinctBy(p => FieldOf(p)))
            ModelState.AddModelError(FieldOf(problem), problem.Description);
        if (outcome.Editor is not { } editor)
            return await ShowAsync(cancellationToken);
        await signIn.SignInAsync(editor, isPersistent: false);
        TempData["Notice"] = $"Welcome, {editor.DisplayName}. Your account is made.";
        return RedirectToPage("/Index", new { area = "Admin" });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await invitations.FindOpenAsync(Token, cancellationToken) is not { } invitation)
            return Dead();
        FixedEmail = invitation.RecipientEmail;
        if (Input.DisplayName.Length == 0)
            Input.DisplayName = invitation.RecipientName ?? "";
        return Page();
    }

    private static string FieldOf(IdentityError problem) => problem.Code.StartsWith("Password", StringComparison.Ordinal) ? "Input.Password" : "Input.Email";

    private PageResult Dead()
    {
        LinkIsDead = true;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
