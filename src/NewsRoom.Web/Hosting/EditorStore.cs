using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Hosting;

/// <summary>Identity's store, except that recovery codes are kept as hashes and the authenticator's key is encrypted: a copy of the database opens no account.</summary>
public sealed class EditorStore(NewsRoomDbContext db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserStore<Editor, IdentityRole, NewsRoomDbContext, string>(db, describer)
{
    /// <summary>A code is random (45 bits): this many rounds put a search out of reach.</summary>
    private const int Rounds = 50_000;

    private readonly IDataProtector _protector = protection.CreateProtector("newsroom.authenticator-key");

    public override Task ReplaceCodesAsync(Editor user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return base.ReplaceCodesAsync(user, [.. recoveryCodes.Select(code => HashOf(user, code))], cancellationToken);
    }

    public override Task<bool> RedeemCodeAsync(Editor user, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return base.RedeemCodeAsync(user, HashOf(user, code), cancellationToken);
    }

    public override Task SetAuthenticatorKeyAsync(Editor user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, _protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Editor user, CancellationToken cancellationToken)
    {
        if (await base.GetAuthenticatorKeyAsync(user, cancellationToken) is not { Length: > 0 } kept)
            return null;
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // The keys are gone (a database that was moved without data/keys): recovery codes still work.
            return null;
        }
    }

    /// <summary>People write codes in either case, with or without the hyphen.</summary>
    private static string HashOf(Editor user, string code)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(plain, Encoding.UTF8.GetBytes("recovery:" + user.Id), Rounds, HashAlgorithmName.SHA256, 32));
    }
}
