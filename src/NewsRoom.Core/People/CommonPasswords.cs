using Microsoft.AspNetCore.Identity;

namespace NewsRoom.Core.People;

/// <summary>Refuses the passwords that are tried first. Length does the rest: there are no rules of composition.</summary>
public sealed class CommonPasswords : IPasswordValidator<Editor>
{
    public const int MinLength = 12;

    /// <summary>Hashing takes time in proportion to the length: this bounds it.</summary>
    public const int MaxLength = 200;

    private static readonly string[] Runs = ["01234567890123456789", "12345678901234567890", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn", "qazwsxedcrfvtgbyhnujm"];

    public Task<IdentityResult> ValidateAsync(UserManager<Editor> manager, Editor user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        password ??= "";
        if (password.Length > MaxLength)
            return Refuse("PasswordTooLong", $"Use at most {MaxLength} characters.");
        return IsCommon(password, user.Email, user.DisplayName)
            ? Refuse("PasswordCommon", "This password is one of the first that are tried. Take a longer phrase that only you would think of.")
            : Task.FromResult(IdentityResult.Success);
    }

    /// <summary>Whether nothing remains of the password once runs of the keyboard, the commonest words, the person's own name and repeated characters are taken out.</summary>
    public static bool IsCommon(string password, string? email, string? displayName)
    {
        ArgumentNullException.ThrowIfNull(password);
        var rest = password.ToLowerInvariant();
        if (rest.Distinct().Count() < 5 || Runs.Any(run => run.Contains(rest, StringComparison.Ordinal)))
            return true;
        string[] own = [email ?? "", (email ?? "").Split('@')[0], .. (displayName ?? "").Split(' ')];
        foreach (var word in own.Select(w => w.ToLowerInvariant()).Where(w => w.Length > 3).OrderByDescending(w => w.Length))
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        var words = 0;
        foreach (var word in CommonPasswordWords.LongestFirst.Where(w => rest.Contains(w, StringComparison.Ordinal)))
        {
            words++;
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        rest = string.Concat(rest.Where(char.IsLetterOrDigit));
        // Up to three such words with a number are tried first; four in a row are a phrase.
        return words <= 3 && rest.Length <= 8 && rest.All(char.IsAsciiDigit);
    }

    private static Task<IdentityResult> Refuse(string code, string message) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = code, Description = message }));
}
