using Microsoft.AspNetCore.Identity;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Hosting;

/// <summary>How a sign-in ended.</summary>
public enum SignInOutcome
{
    /// <summary>An unknown address, a wrong password and a locked account alike.</summary>
    Refused,

    SignedIn,

    /// <summary>The password is right; a code of the authenticator is asked for next.</summary>
    SecondStep,
}

/// <summary>Signs a person in, and takes the same time and gives the same answer whatever is wrong, so that nobody learns who has an account.</summary>
public sealed class SignInCheck(SignInManager<Editor> signIn, UserManager<Editor> users, IPasswordHasher<Editor> hasher, NewsRoomDbContext db, AuditLog audit)
{
    private static readonly Editor Nobody = new();
    private static readonly Lock Gate = new();
    private static string? _hashOfNothing;

    public async Task<SignInOutcome> TryAsync(string email, string password)
    {
        var editor = await users.FindByEmailAsync(email);
        if (editor is null || await users.IsLockedOutAsync(editor))
        {
            hasher.VerifyHashedPassword(Nobody, HashOfNothing(), password);
            return await RefuseAsync(editor);
        }

        var result = await signIn.PasswordSignInAsync(editor, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? SignInOutcome.SignedIn : result.RequiresTwoFactor ? SignInOutcome.SecondStep : await RefuseAsync(editor);
    }

    /// <summary>Records a failure; what was typed is not kept, since it may be a password.</summary>
    public async Task<SignInOutcome> RefuseAsync(Editor? editor)
    {
        audit.Record(AuditVerbs.SignInFailed, editor is null ? new AuditThing(AuditKinds.Person, "", "an unknown address") : AuditLog.Thing(editor));
        await db.SaveChangesAsync();
        return SignInOutcome.Refused;
    }

    /// <summary>A hash that costs as much to check as a real one; made once, since making it costs the same.</summary>
    private string HashOfNothing()
    {
        lock (Gate)
            return _hashOfNothing ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
    }
}
