using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace NewsRoom.Core.Mail;

/// <summary>An e-mail address in lower case, so that one person has one; an invalid one cannot exist.</summary>
public readonly record struct EmailAddress
{
    /// <summary>The longest address a mail server takes (RFC 5321).</summary>
    public const int MaxLength = 254;

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress address)
    {
        address = default;
        var plain = text?.Trim() ?? "";
        // Printable ASCII only: what a server without SMTPUTF8 takes, and no line end becomes a header.
        if (plain.Length is 0 or > MaxLength || plain.Any(c => c is <= ' ' or > '~' or '<' or '>' or ',' or ';' or '"' or '(' or ')' or '\\')
            || !MailAddress.TryCreate(plain, out var parsed) || parsed.Address != plain || !parsed.Host.Contains('.', StringComparison.Ordinal))
            return false;
        address = new EmailAddress(plain.ToLowerInvariant());
        return true;
    }

    public override string ToString() => Value;
}
