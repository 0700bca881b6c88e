using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Web.Areas.Account.Pages;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Profile;

/// <summary>One's own passkeys: list, add, name, remove.</summary>
public sealed class PasskeysModel(SignInManager<Editor> signIn, NewsRoomDbContext db, AuditLog audit, IOptions<NewsRoomOptions> site) : DeskPage
{
    public const int MaxName = 60;

    /// <summary>More than anybody needs; it bounds what the sign-in's answer has to list.</summary>
    private const int MaxPasskeys = 20;

    public sealed record Row(string Id, string Name, DateTimeOffset At, bool IsSynced);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string Host => site.Value.PublicBaseAddress.Host;

    /// <summary>Browsers bind a passkey to a domain and never to a bare address.</summary>
    public bool IsPossible => site.Value.PublicBaseAddress.HostNameType == UriHostNameType.Dns;

    public string Suggestion => DeviceWords.Of(Request.Headers.UserAgent);

    private UserManager<Editor> Users => signIn.UserManager;

    public async Task<IActionResult> OnGetAsync() => await Users.GetUserAsync(User) is { } editor ? await ShowAsync(editor) : NotFound();

    /// <summary>What the browser's authenticator is asked to make.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        if (await Users.GetUserAsync(User) is not { } editor || !IsPossible)
            return NotFound();
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = editor.Id, Name = editor.Email!, DisplayName = editor.DisplayName });
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync(string? name, string? credential)
    {
        if (await Users.GetUserAsync(User) is not { } editor)
            return NotFound();
        if (credential is not { Length: > 0 and <= LoginModel.MaxCredential } || await AttestAsync(credential) is not { } passkey || (await Users.GetPasskeysAsync(editor)).Count >= MaxPasskeys)
        {
            ModelState.AddModelError("", "The passkey was not added. Try again.");
            return await ShowAsync(editor);
        }

        passkey.Name = NameOf(name);
        return await ChangeAsync(editor, () => Users.AddOrUpdatePasskeyAsync(editor, passkey), AuditVerbs.PasskeyAdded, passkey.Name, "The passkey is added. You can sign in with it from now on.");
    }

    public async Task<IActionResult> OnPostNameAsync(string? id, string? name)
    {
        if (await Users.GetUserAsync(User) is not { } editor || await FindAsync(editor, id) is not { } passkey)
            return NotFound();
        passkey.Name = NameOf(name);
        return await ChangeAsync(editor, () => Users.AddOrUpdatePasskeyAsync(editor, passkey), AuditVerbs.PasskeyNamed, passkey.Name, "The name is saved.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id)
    {
        if (await Users.GetUserAsync(User) is not { } editor || await FindAsync(editor, id) is not { } passkey)
            return NotFound();
        return await ChangeAsync(editor, () => Users.RemovePasskeyAsync(editor, passkey.CredentialId), AuditVerbs.PasskeyRemoved, passkey.Name, "The passkey is removed. Delete it on the device too, so that it is not offered any more.");
    }

    private async Task<UserPasskeyInfo?> AttestAsync(string credential)
    {
        try
        {
            return (await signIn.PerformPasskeyAttestationAsync(credential)).Passkey;
        }
        catch (InvalidOperationException)
        {
            // Identity throws when no options were asked for before, or too long ago.
            return null;
        }
    }

    private async Task<UserPasskeyInfo?> FindAsync(Editor editor, string? id) =>
        id is { Length: < 2000 } && Base64Url.IsValid(id) ? await Users.GetPasskeyAsync(editor, Base64Url.DecodeFromChars(id)) : null;

    private async Task<IActionResult> ChangeAsync(Editor editor, Func<Task<IdentityResult>> change, string verb, string? name, string done)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!(await change()).Succeeded)
        {
            ModelState.AddModelError("", "Nothing was changed. Try again.");
            return await ShowAsync(editor);
        }

        audit.Record(verb, AuditLog.Thing(editor), new { name });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        // Identity renews the security stamp with some changes: this session goes on.
        await signIn.RefreshSignInAsync(editor);
        Notify(done);
        return RedirectToPage();
    }

    private string NameOf(string? name) => name?.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, MaxName)] : Suggestion;

    private async Task<IActionResult> ShowAsync(Editor editor)
    {
        var passkeys = await Users.GetPasskeysAsync(editor);
        Rows = [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => new Row(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "Passkey", p.CreatedAt, p.IsBackedUp))];
        return Page();
    }
}
