using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;
using QRCoder;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>Connects an authenticator app. The recovery codes are shown in the answer itself, since only their hashes are kept.</summary>
public sealed class AuthenticatorModel(SignInManager<Editor> signIn, NewsRoomDbContext db, AuditLog audit, IOptions<NewsRoomOptions> site) : DeskPage
{
    internal const int CodeCount = 10;

    public sealed class CodeInput
    {
        [Required(ErrorMessage = "Write the code that the app shows."), StringLength(20, ErrorMessage = "The code has six digits.")]
        public string Code { get; set; } = "";
    }

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    /// <summary>The key in groups of four, for writing by hand.</summary>
    public string Key { get; private set; } = "";

    public string Svg { get; private set; } = "";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } editor)
            return NotFound();
        return editor.TwoFactorEnabled ? RedirectToPage("/Profile/Index") : await ShowAsync(editor);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await signIn.UserManager.GetUserAsync(User) is not { } editor)
            return NotFound();
        if (editor.TwoFactorEnabled)
            return RedirectToPage("/Profile/Index");
        if (!ModelState.IsValid)
            return await ShowAsync(editor);
        var code = string.Concat(Input.Code.Where(char.IsAsciiDigit));
        if (!await signIn.UserManager.VerifyTwoFactorTokenAsync(editor, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            ModelState.AddModelError("Input.Code", "This code is not right. Is the clock of your telephone right? Write the next code that the app shows.");
            return await ShowAsync(editor);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await signIn.UserManager.SetTwoFactorEnabledAsync(editor, true);
        Codes = [.. await signIn.UserManager.GenerateNewTwoFactorRecoveryCodesAsync(editor, CodeCount) ?? []];
        audit.Record(AuditVerbs.SecondStepOn, AuditLog.Thing(editor));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // Switching it on changed the security stamp: this session goes on, others sign in again with the second step.
        await signIn.RefreshSignInAsync(editor);
        return Page();
    }

    private async Task<PageResult> ShowAsync(Editor editor)
    {
        var key = await signIn.UserManager.GetAuthenticatorKeyAsync(editor);
        if (string.IsNullOrEmpty(key))
        {
            await signIn.UserManager.ResetAuthenticatorKeyAsync(editor);
            key = await signIn.UserManager.GetAuthenticatorKeyAsync(editor) ?? throw new InvalidOperationException("The authenticator's key was not kept.");
            // A new key changes the security stamp.
            await signIn.RefreshSignInAsync(editor);
        }

        Key = string.Join(' ', key.Chunk(4).Select(group => new string(group)));
        var issuer = Uri.EscapeDataString(site.Value.Organisation);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(editor.Email ?? editor.Id)}?secret={key}&issuer={issuer}&digits=6&period={AuthenticatorCodes.StepSeconds}";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        Svg = code.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return Page();
    }
}
