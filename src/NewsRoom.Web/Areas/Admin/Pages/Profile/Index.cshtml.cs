using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>One's own account: the password, and how things stand with the second step, passkeys and sessions.</summary>
public sealed class IndexModel(EditorSignIn signIn, EditorSessions sessions, NewsRoomDbContext db, AuditLog audit) : DeskPage
{
    public sealed class PasswordInput
    {
        [Required(ErrorMessage = "Write your current password."), StringLength(CommonPasswords.MaxLength, ErrorMessage = "This is too long for a password.")]
        public string Current { get; set; } = "";

        [Required(ErrorMessage = "Choose a new password."), StringLength(CommonPasswords.MaxLength, MinimumLength = CommonPasswords.MinLength, ErrorMessage = "Use 12 to 200 characters.")]
        public string New { get; set; } = "";
    }

    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public bool HasSecondStep { get; private set; }

    public int RecoveryCodes { get; private set; }

    public int Passkeys { get; private set; }

    public IReadOnlyList<EditorSession> Sessions { get; private set; } = [];

    /// <summary>The session of this browser.</summary>
    public Guid? Here { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } editor)
            return NotFound();
        HasSecondStep = editor.TwoFactorEnabled;
        RecoveryCodes = HasSecondStep ? await signIn.UserManager.CountRecoveryCodesAsync(editor) : 0;
        Passkeys = (await signIn.UserManager.GetPasskeysAsync(editor)).Count;
        Sessions = await sessions.ListAsync(editor.Id, cancellationToken);
        Here = await signIn.CurrentSessionAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } editor)
            return NotFound();
        if (!ModelState.IsValid || !await IsOwnPasswordAsync(signIn, editor, Input.Current, "Input.Current"))
            return await OnGetAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await signIn.UserManager.ChangePasswordAsync(editor, Input.Current, Input.New);
        if (!changed.Succeeded)
        {
            ModelState.AddModelError("Input.New", changed.Errors.First().Description);
            return await OnGetAsync(cancellationToken);
        }

        await sessions.EndAllAsync(editor.Id, await signIn.CurrentSessionAsync(), cancellationToken);
        audit.Record(AuditVerbs.PasswordChanged, AuditLog.Thing(editor));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await signIn.RefreshSignInAsync(editor);
        Notify("Your password is changed. Your other sessions are ended.");
        return RedirectToPage();
    }
}
