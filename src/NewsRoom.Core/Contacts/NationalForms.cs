namespace NewsRoom.Core.Contacts;

/// <summary>Tells the country of a number without a calling code by the way it is written, where nobody else writes it so.</summary>
internal static class NationalForms
{
    /// <summary>"04 75 01 23 45" is French, "975 01 23 45" and "91 501 23 45" are Spanish, "022 501 23 45" is Swiss; null where the groups of digits do not tell.</summary>
    public static string? CodeOf(ReadOnlySpan<char> written)
    {
        Span<char> digits = stackalloc char[10];
        return Groups(written, digits) switch
        {
            22222 when digits[0] == '0' && digits[1] is >= '1' and <= '9' => "33",
            3222 when digits[0] is >= '6' and <= '9' => "34",
            2322 when digits[0] is '8' or '9' => "34",
            3322 when digits[0] == '0' && NumberingPlans.HasSwissArea(digits[1..3].ToString()) => "41",
            _ => null,
        };
    }

    /// <summary>Whether a country writes its numbers in such groups. "020 7946 012" and "01632 960 12" are British and a digit short, whichever country has numbers as long as that.</summary>
    public static bool MayBeOf(string country, ReadOnlySpan<char> written)
    {
        Span<char> digits = stackalloc char[10];
        var groups = Groups(written, digits);
        if (country == "33")
            return groups is 10 or 22222 or 28 or 244 or 2422 or 2224 or 2242 or 253 or 235;
        return country is "44" || !(digits[0] == '0' && digits[1] is '1' or '2') || groups is not (343 or 532 or 55);
    }

    /// <summary>The lengths of the groups of digits as the digits of one number ("022 501 23 45" has 3322); 10 for ten in one, 0 for more digits than fit.</summary>
    private static int Groups(ReadOnlySpan<char> written, Span<char> digits)
    {
        var (count, groups, open) = (0, 0, false);
        foreach (var c in written)
        {
            if (!char.IsAsciiDigit(c))
            {
                open = false;
                continue;
            }

            if (count == digits.Length)
                return 0;
            digits[count++] = c;
            groups = open ? groups + 1 : groups * 10 + 1;
            open = true;
        }

        return groups;
    }

    /// <summary>Whether eleven digits that begin with a zero are British: of a town, a mobile, or a call that is free or shared.</summary>
    public static bool IsBritish(ReadOnlySpan<char> digits) =>
        digits.Length == 11 && (digits[1] is '1' or '3' || (digits[1] == '2' && digits[2] is '0' or '3' or '4' or '8' or '9') || (digits[1] == '7' && digits[2] != '0') || (digits[1] == '8' && (digits[2] is '4' or '7' || digits[2..4] is "00" or "08")));
}
