namespace NewsRoom.Core.Contacts;

/// <summary>A telephone number as people read it.</summary>
public static class PhoneDisplay
{
    // Country codes of one and two digits (ITU-T E.164, list of assigned codes); all others have three.
    private static readonly HashSet<string> TwoDigits =
    [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58",
        "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    /// <summary>"+442078116008" becomes "+44 20 7811 6008": the country code, then groups of three or four.</summary>
    /// <param name="e164">"+" and digits.</param>
    public static string Spaced(string e164)
    {
        ArgumentNullException.ThrowIfNull(e164);
        var digits = e164.AsSpan(1);
        var code = digits[0] is '1' or '7' ? 1 : digits.Length > 2 && TwoDigits.Contains(digits[..2].ToString()) ? 2 : Math.Min(3, digits.Length);
        var rest = digits[code..].ToString();
        var groups = new List<string>();
        // British areas of two digits (London and a few cities) are the one habit that everybody there would miss.
        if (digits[..code] is "44" && rest.Length == 10 && rest[0] == '2')
            (groups, rest) = ([rest[..2]], rest[2..]);
        while (rest.Length > 4)
        {
            var size = rest.Length % 4 == 0 ? 4 : 3;
            groups.Add(rest[..size]);
            rest = rest[size..];
        }

        return string.Join(' ', [$"+{digits[..code]}", .. groups, rest]).TrimEnd();
    }
}
