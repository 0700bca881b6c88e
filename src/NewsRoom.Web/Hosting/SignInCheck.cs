using Microsoft.AspNetCore.Identity;
using NewsRoom.Core.People;

namespace NewsRoom.Web.Hosting;

/// <summary>Signs a person in, and takes the same time and gives the same answer whatever is wrong, so that nobody learns who has an account.</summary>
public sealed class SignInCheck(SignInManager<Editor> signIn, UserManager<Editor> users, IPasswordHasher<Editor> hasher)
{
    private static readonly Editor Nobody = new();
    private static readonly Lock Gate = new();
    private static string? _hashOfNothing;

    /// <returns>False for an unknown address, a wrong password and a locked account alike.</returns>
    public async Task<bool> TryAsync(string email, string password)
    {
        var editor = await users.FindByEmailAsync(email);
        if (editor is null || await users.IsLockedOutAsync(editor))
        {
            hasher.VerifyHashedPassword(Nobody, HashOfNothing(), password);
            return false;
        }

        var result = await signIn.PasswordSignInAsync(editor, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded;
    }

    /// <summary>A hash that costs as much to check as a real one; made once, since making it costs the same.</summary>
    private string HashOfNothing()
    {
        lock (Gate)
            return _hashOfNothing ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
    }
}
