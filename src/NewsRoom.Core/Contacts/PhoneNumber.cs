using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace NewsRoom.Core.Contacts;

/// <summary>A telephone number as somebody wrote it, with its E.164 form where it can be right.</summary>
/// <param name="AsWritten">The digits and signs as they stand in the text, without label and closing punctuation.</param>
/// <param name="E164">"+" and 8 to 15 digits; null when the number cannot be right (a digit short, no country known).</param>
public readonly record struct PhoneNumber(string AsWritten, string? E164)
{
    /// <summary>Reads a number. It fails only for text that is not a telephone number at all; one that cannot be right keeps what was written.</summary>
    /// <param name="country">The country calling code ("44") that a number without one belongs to, where that is known.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, string? country, out PhoneNumber number)
    {
        number = default;
        var written = text?.Trim().TrimEnd('.', ',', ';', ':', '-', '–', '/').Trim() ?? "";
        var digits = 0;
        foreach (var c in written)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (!char.IsAsciiDigit(c) && c is not ('+' or '(' or ')' or '.' or '-' or '–' or '‑' or '/' or ' ' or '\u00A0' or '\u202F'))
                return false;
        }

        if (digits is < 5 or > 18)
            return false;
        number = new PhoneNumber(written, ToE164(written, country));
        return true;
    }

    /// <summary>Reads a number that an editor typed; null for empty text. What is no number at all is kept as written.</summary>
    public static PhoneNumber? FromInput(string? text, string? country = null) =>
        string.IsNullOrWhiteSpace(text) ? null : TryParse(text, country, out var number) ? number : new PhoneNumber(text.Trim(), null);

    /// <summary>The number with spaces for the eye ("+44 20 7811 6008"); as written when it cannot be right.</summary>
    public string Display => E164 is null ? AsWritten : Spaced(E164);

    /// <summary>The country calling code ("44"); null when the number cannot be right.</summary>
    public string? CallingCode => E164 is null ? null : E164[1..(1 + CodeLength(E164[1..]))];

    private static string? ToE164(string written, string? country)
    {
        var international = written.AsSpan().TrimStart('(').StartsWith("+");
        var bracketedZero = written.IndexOf("(0)", StringComparison.Ordinal) > 0;
        var digits = Digits(bracketedZero ? written.Replace("(0)", "", StringComparison.Ordinal) : written);
        if (!international && digits.StartsWith("00", StringComparison.Ordinal))
        {
            international = true;
            digits = digits[2..];
        }

        if (international)
            return WithCountry(digits);

        // "41 (0)22 717 9483": the zero in brackets tells that a country code stands before it.
        if (bracketedZero && !digits.StartsWith('0') && WithCountry(digits) is { } spoken)
            return spoken;
        if (digits.StartsWith('0'))
            return National(written, digits, country);
        // "975 01 23 45" on a page of French numbers is Spanish all the same.
        if (country is not ("1" or "52") && NationalForms.CodeOf(written) is "34" && NumberingPlans.Accepts("34", digits))
            return "+34" + digits;
        if (country is not null && digits.Length <= 10 && NumberingPlans.Accepts(country, digits) && (country != "44"))
            return "+" + country + digits;
        if (IsNorthAmerican(written, digits))
            return "+1" + digits;
        return digits.Length >= 11 ? WithCountry(digits) : null;
    }

    private static string? National(string written, string digits, string? country)
    {
        if (country is not null && NationalForms.MayBeOf(country, written) && NumberingPlans.FromNational(country, digits) is { } national)
            return "+" + country + national;
        if (NationalForms.IsBritish(digits))
            return "+44" + digits[1..];
        return NationalForms.CodeOf(written) is { } code ? "+" + code + digits[1..] : null;
    }

    private static string? WithCountry(string digits)
    {
        for (var length = 1; length <= 3 && length < digits.Length; length++)
        {
            var code = digits[..length];
            if (!NumberingPlans.Knows(code))
                continue;
            var national = digits[length..];
            if (NumberingPlans.Accepts(code, national))
                return "+" + code + national;
            // "+44 020 7946 0123": a trunk zero that does not belong behind a country code.
            return code != "39" && national.StartsWith('0') && NumberingPlans.Accepts(code, national[1..]) ? "+" + code + national[1..] : null;
        }

        return null;
    }

    private static bool IsNorthAmerican(string written, string digits) =>
        digits.Length == 10 && digits[0] >= '2' && digits[3] >= '2' && written.AsSpan().TrimStart('(')[..3].IndexOfAnyExceptInRange('0', '9') < 0 && written.Length > 11 && !char.IsAsciiDigit(written.TrimStart('(')[3]);

    private static string Digits(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                builder.Append(c);
        }

        return builder.ToString();
    }

    private static int CodeLength(string digits)
    {
        var code = 1;
        while (code < 3 && !NumberingPlans.Knows(digits[..code]))
            code++;
        return code;
    }

    private static string Spaced(string e164)
    {
        var digits = e164[1..];
        var code = CodeLength(digits);
        var rest = digits[code..];
        int[] groups = (digits[..code], rest.Length) switch
        {
            ("44", 10) when rest[0] == '2' => [2, 4, 4],
            ("44", 10) when rest[0] == '7' => [4, 6],
            ("44", 10) => [3, 3, 4],
            ("1", 10) => [3, 3, 4],
            ("33", 9) => [1, 2, 2, 2, 2],
            (_, 9) => [2, 3, 2, 2],
            (_, 8) => [4, 4],
            (_, 10) => [2, 4, 4],
            _ => [],
        };
        var builder = new StringBuilder("+").Append(digits, 0, code);
        var at = 0;
        foreach (var group in groups)
        {
            builder.Append(' ').Append(rest, at, group);
            at += group;
        }

        while (at < rest.Length)
        {
            var group = rest.Length - at <= 4 ? rest.Length - at : 3;
            builder.Append(' ').Append(rest, at, group);
            at += group;
        }

        return builder.ToString();
    }
}
