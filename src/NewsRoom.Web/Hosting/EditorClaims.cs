using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Hosting;

/// <summary>Adds the name that histories show to the signed-in person.</summary>
public sealed class EditorClaims(UserManager<Editor> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Editor, IdentityRole>(users, roles, options)
{
    internal const string DisplayName = "newsroom:name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Editor user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        return identity;
    }
}

/// <summary>What pages ask of the signed-in person.</summary>
internal static class SignedIn
{
    /// <summary>The name that histories show.</summary>
    public static string DisplayName(this ClaimsPrincipal person) =>
        person.FindFirstValue(EditorClaims.DisplayName) is { Length: > 0 } name ? name : person.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The id of the account.</summary>
    public static string? EditorId(this ClaimsPrincipal person) => person.FindFirstValue(ClaimTypes.NameIdentifier);

    public static bool IsPublisher(this ClaimsPrincipal person) => person.IsInRole(Roles.Publisher) || person.IsInRole(Roles.Administrator);

    public static bool IsAdministrator(this ClaimsPrincipal person) => person.IsInRole(Roles.Administrator);
}
