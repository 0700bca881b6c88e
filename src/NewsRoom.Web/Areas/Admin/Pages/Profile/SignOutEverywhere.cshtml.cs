using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>Ends every session of the person who asks.</summary>
public sealed class SignOutEverywhereModel(SignInManager<Editor> signIn, EditorSessions sessions, NewsRoomDbContext db, AuditLog audit) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Profile/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await signIn.UserManager.GetUserAsync(User) is { } editor)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await signIn.UserManager.UpdateSecurityStampAsync(editor);
            await sessions.EndAllAsync(editor.Id, cancellationToken: cancellationToken);
            audit.Record(AuditVerbs.SignedOutEverywhere, AuditLog.Thing(editor));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await signIn.SignOutAsync();
        Notify("You are signed out everywhere.");
        return RedirectToPage("/Login", new { area = "Account" });
    }
}
