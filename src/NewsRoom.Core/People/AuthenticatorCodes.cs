using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace NewsRoom.Core.People;

/// <summary>
/// Codes of an authenticator app: TOTP (RFC 6238) with six digits, thirty seconds and HMAC-SHA-1, which is what such apps know. A code counts a step before
/// and after its time, for clocks that differ, and no code counts twice or after a later one.
/// </summary>
public sealed class AuthenticatorCodes(TimeProvider clock) : IUserTwoFactorTokenProvider<Editor>
{
    public const int StepSeconds = 30;

    private const string Provider = "newsroom";
    private const string LastStep = "last-step";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The app makes the codes; the newsroom never sends one.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Editor> manager, Editor user) => Task.FromResult("");

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Editor> manager, Editor user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        return !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));
    }

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Editor> manager, Editor user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key || token is not { Length: 6 })
            return false;
        var used = long.TryParse(await manager.GetAuthenticationTokenAsync(user, Provider, LastStep), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : -1;
        var now = StepAt(clock.GetUtcNow());
        for (var step = Math.Max(now - 1, used + 1); step <= now + 1; step++)
        {
            if (!IsSame(CodeAt(key, step), token))
                continue;
            // The account's row is versioned: of two people with the same code at the same time, one is refused.
            return (await manager.SetAuthenticationTokenAsync(user, Provider, LastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
        }

        return false;
    }

    /// <summary>The step that an instant lies in.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step (RFC 4226, 5.3).</summary>
    /// <param name="key">Base32, upper case.</param>
    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238's default, and the one that authenticator apps know; HMAC does not rest on SHA-1's collision resistance.
        HMACSHA1.HashData(Decode(key), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>RFC 4648, 6; other characters are passed over.</summary>
    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (bits, count) = (0, 0);
        foreach (var digit in text.Select(c => Base32.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal)).Where(d => d >= 0))
        {
            bits = ((bits << 5) | digit) & 0xfff;
            count += 5;
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }

        return [.. bytes];
    }

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(one), System.Text.Encoding.ASCII.GetBytes(other));
}
