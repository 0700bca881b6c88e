using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>Switches the second step off and forgets the app's key and the recovery codes.</summary>
public sealed class SecondStepOffModel(SignInManager<Editor> signIn, NewsRoomDbContext db, AuditLog audit) : DeskPage
{
    [BindProperty]
    public OwnPassword Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.UserManager.GetUserAsync(User) is { TwoFactorEnabled: true } ? Page() : RedirectToPage("/Profile/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { TwoFactorEnabled: true } editor)
            return RedirectToPage("/Profile/Index");
        if (!ModelState.IsValid || !await IsOwnPasswordAsync(signIn, editor, Input.Password, "Input.Password"))
            return Page();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await signIn.UserManager.SetTwoFactorEnabledAsync(editor, false);
        await signIn.UserManager.ResetAuthenticatorKeyAsync(editor);
        await signIn.UserManager.GenerateNewTwoFactorRecoveryCodesAsync(editor, 0);
        audit.Record(AuditVerbs.SecondStepOff, AuditLog.Thing(editor));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await signIn.RefreshSignInAsync(editor);
        Notify("The second step is off.");
        return RedirectToPage("/Profile/Index");
    }
}
