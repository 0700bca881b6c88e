using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>Makes new recovery codes, shown in the answer itself.</summary>
public sealed class RecoveryCodesModel(SignInManager<Editor> signIn, NewsRoomDbContext db, AuditLog audit) : DeskPage
{
    [BindProperty]
    public OwnPassword Input { get; set; } = new();

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.UserManager.GetUserAsync(User) is { TwoFactorEnabled: true } ? Page() : RedirectToPage("/Profile/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { TwoFactorEnabled: true } editor)
            return RedirectToPage("/Profile/Index");
        if (!ModelState.IsValid || !await IsOwnPasswordAsync(signIn, editor, Input.Password, "Input.Password"))
            return Page();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        Codes = [.. await signIn.UserManager.GenerateNewTwoFactorRecoveryCodesAsync(editor, AuthenticatorModel.CodeCount) ?? []];
        audit.Record(AuditVerbs.RecoveryCodesMade, AuditLog.Thing(editor));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Page();
    }
}
