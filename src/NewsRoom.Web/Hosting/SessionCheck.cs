using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// Asks, at every request that brings a sign-in cookie, whether its session is still open and what its owner may do now: one query by primary keys.
/// A session that was ended, a password that was changed and an account that was removed are out at once; roles that were changed hold at once.
/// </summary>
internal static class SessionCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var cancellationToken = context.HttpContext.RequestAborted;
        var sessions = services.GetRequiredService<EditorSessions>();
        var claims = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        if (EditorSignIn.SessionOf(context.Properties) is not { } id
            || context.Principal is not { } person
            || await sessions.FindOpenAsync(id, cancellationToken) is not { } state
            || state.EditorId != person.FindFirstValue(claims.UserIdClaimType)
            || state.SecurityStamp != person.FindFirstValue(claims.SecurityStampClaimType))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await sessions.TouchAsync(id, state.LastSeenAt, cancellationToken);
        var held = person.FindAll(claims.RoleClaimType).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        if (held.SetEquals(state.Roles) && person.FindFirstValue(EditorClaims.DisplayName) == state.DisplayName)
            return;
        var signIn = services.GetRequiredService<SignInManager<Editor>>();
        if (await signIn.UserManager.FindByIdAsync(state.EditorId) is { } editor)
        {
            context.ReplacePrincipal(await signIn.CreateUserPrincipalAsync(editor));
            context.ShouldRenew = true;
        }
    }
}
