using System.Text;

namespace NewsRoom.Core.Contacts;

/// <summary>Reads a number as an editor types it: the country code makes it dialable from anywhere, and nothing is guessed.</summary>
public static class PhoneEntry
{
    /// <returns>Null for empty text; without E.164 form when the text is not "+", a country code and 8 to 15 digits.</returns>
    public static PhoneNumber? Read(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        // "+44 (0)20 …": the zero in brackets is dialled inside the country only.
        var dialled = text.Replace("(0)", "", StringComparison.Ordinal);
        var digits = new StringBuilder(dialled.Length);
        foreach (var c in dialled.StartsWith("00", StringComparison.Ordinal) ? dialled[2..] : dialled.TrimStart('+'))
        {
            if (char.IsAsciiDigit(c))
                digits.Append(c);
            else if (c is not (' ' or '.' or '-' or '(' or ')' or '/' or '\u00a0'))
                return new PhoneNumber(text, null);
        }

        var hasCountry = text[0] == '+' || text.StartsWith("00", StringComparison.Ordinal);
        var canBeRight = hasCountry && digits.Length is >= 8 and <= 15 && digits[0] != '0';
        return new PhoneNumber(text, canBeRight ? $"+{digits}" : null);
    }
}
