using System.Globalization;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Reads the digits of dates: days, years, and the signs between them.</summary>
internal static class DateDigits
{
    /// <summary>"£2014", "2,014 people", "2 014": digits that count something and are no year.</summary>
    public static bool IsQuantity(string text, Word word) =>
        (word.Start > 0 && text[word.Start - 1] is '£' or '$' or '€' or ',' or '.' or '+' or '-' or '#') ||
        (word.End + 1 < text.Length && text[word.End] is ',' or '.' && char.IsDigit(text[word.End + 1])) ||
        (word.Start > 1 && text[word.Start - 1] == ' ' && char.IsDigit(text[word.Start - 2])) ||
        (word.End + 1 < text.Length && text[word.End] == ' ' && char.IsDigit(text[word.End + 1]));

    /// <summary>"April 4, 2017Image:", "4 avril 2017par": where labels or text run on without a space the year ends at a letter, which "1990s" does not.</summary>
    public static int YearLength(string text, Word word)
    {
        if (word.Length < 6 && !(word.Length == 5 && char.IsUpper(text[word.Start + 4])))
            return word.Length;
        for (var i = word.Start; i < word.Start + 4; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return word.Length;
        }

        return char.IsLetter(text[word.Start + 4]) ? 4 : word.Length;
    }

    /// <summary>"4", "4th", "1er", "4º": the day of a month.</summary>
    public static bool TryDay(string text, Word word, out int day)
    {
        day = 0;
        var span = text.AsSpan(word.Start, word.Length);
        var digits = 0;
        while (digits < span.Length && char.IsAsciiDigit(span[digits]))
            digits++;
        if (digits is 0 or > 2)
            return false;
        day = digits == 1 ? span[0] - '0' : (span[0] - '0') * 10 + span[1] - '0';
        var suffix = span[digits..];
        return day is >= 1 and <= 31 && (suffix.IsEmpty || suffix is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH" or "er" or "º" or "°" or "ª");
    }

    /// <summary>The number that a word is, and how many digits it has.</summary>
    public static bool TryNumber(string text, Word word, out int value, out int length)
    {
        length = word.Length;
        return int.TryParse(text.AsSpan(word.Start, word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The year that two or four digits stand for; 0 for none.</summary>
    public static int YearOf(int value, int length) => length == 4 ? value : length == 2 ? value < 70 ? 2000 + value : 1900 + value : 0;

    /// <summary>Whether nothing but a sign of numeric dates stands between two words: "12/6", "13.06".</summary>
    public static bool SeparatedBySign(string text, Word a, Word b, out char sign)
    {
        sign = b.Start == a.End + 1 ? text[a.End] : '\0';
        return sign is '/' or '.' or '-';
    }

    /// <summary>Whether a dash stands between two places: "3–5 June".</summary>
    public static bool IsDash(string text, int from, int to)
    {
        foreach (var c in text.AsSpan(from, to - from))
        {
            if (c is '-' or '–' or '—')
                return true;
        }

        return false;
    }

    /// <summary>"April 4:30" tells the time.</summary>
    public static bool FollowedByTime(string text, int end) => end + 1 < text.Length && text[end] is ':' && char.IsAsciiDigit(text[end + 1]);
}
