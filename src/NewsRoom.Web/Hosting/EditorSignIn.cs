using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Audit;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// Identity's sign-in, which also begins a session on the server. Every way in (password, second step, passkey, a new account) ends in one method, and so does
/// the renewal of a cookie, which keeps its session: the id travels in the cookie's properties.
/// </summary>
public sealed class EditorSignIn(
    UserManager<Editor> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<Editor> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Editor>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Editor> confirmation,
    EditorSessions sessions)
    : SignInManager<Editor>(users, context, claims, options, logger, schemes, confirmation)
{
    private const string SessionKey = "newsroom.session";

    private string? _how;

    public override async Task SignInWithClaimsAsync(Editor user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        ArgumentNullException.ThrowIfNull(user);
        var properties = authenticationProperties ?? new AuthenticationProperties();
        List<Claim> more = [.. additionalClaims];
        if (SessionOf(properties) is null)
        {
            var how = _how ?? more.Find(c => c.Type == "amr")?.Value ?? more.Find(c => c.Type == ClaimTypes.AuthenticationMethod)?.Value ?? "link";
            var session = await sessions.BeginAsync(user, DeviceWords.Of(Context.Request.Headers.UserAgent), how, Context.RequestAborted);
            properties.Items[SessionKey] = session.ToString("N", CultureInfo.InvariantCulture);
        }

        await base.SignInWithClaimsAsync(user, properties, more);
    }

    public override Task<SignInResult> PasskeySignInAsync(string credentialJson) => SignInByAsync("passkey", () => base.PasskeySignInAsync(credentialJson));

    public override Task<SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient) =>
        SignInByAsync("authenticator", () => base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient));

    public override Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode) =>
        SignInByAsync("recovery code", () => base.TwoFactorRecoveryCodeSignInAsync(recoveryCode));

    public override async Task SignOutAsync()
    {
        if (await CurrentSessionAsync() is { } session && await UserManager.GetUserAsync(Context.User) is { } editor)
            await sessions.EndAsync(editor, session, AuditVerbs.SignedOut, CancellationToken.None);
        await base.SignOutAsync();
    }

    /// <summary>The session of this browser; null when nobody is signed in.</summary>
    public async Task<Guid?> CurrentSessionAsync() => SessionOf((await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties);

    internal static Guid? SessionOf(AuthenticationProperties? properties) =>
        properties is not null && properties.Items.TryGetValue(SessionKey, out var text) && Guid.TryParseExact(text, "N", out var id) ? id : null;

    private async Task<SignInResult> SignInByAsync(string how, Func<Task<SignInResult>> signIn)
    {
        _how = how;
        return await signIn();
    }
}
