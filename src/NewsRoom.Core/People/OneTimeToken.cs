using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsRoom.Core.People;

/// <summary>The secret in a one-time link: 256 random bits, of which only the hash is stored.</summary>
internal static class OneTimeToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, lower-case hex; null when this cannot be a token.</summary>
    public static string? HashOf(string? token) =>
        string.IsNullOrEmpty(token) || token.Length > Bytes * 2 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
