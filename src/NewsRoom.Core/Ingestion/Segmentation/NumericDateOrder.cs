using NewsRoom.Core.Ingestion.Reading;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Finds out whether a source writes "06/12" for 12 June or for 6 December.</summary>
internal static class NumericDateOrder
{
    public static bool IsMonthFirst(IReadOnlyList<SourceLine> lines, DateOrder preset)
    {
        double dayFirst = 0, monthFirst = 0;
        foreach (var line in lines)
        {
            if (line.Text.Length > 4000 || !HasSignedDigits(line.Text))
                continue;
            Count(CleanText.Of(line.Text), ref dayFirst, ref monthFirst);
        }

        return dayFirst == monthFirst ? preset == DateOrder.MonthDay : monthFirst > dayFirst;
    }

    /// <summary>Whether a sign of numeric dates stands between two digits: without one there is nothing to count.</summary>
    private static bool HasSignedDigits(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAny('/', '.', '-'); i >= 0;)
        {
            if (i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
                return true;
            var next = text[(i + 1)..].IndexOfAny('/', '.', '-');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    private static void Count(string text, ref double dayFirst, ref double monthFirst)
    {
        foreach (var date in DateScanner.Scan(text, Words.Of(text), monthFirst: false))
        {
            // The scanner read day first and swapped what cannot be so, or what the weekday says is not so: see what stands first in the text.
            if (!date.Numeric || FirstNumber(text, date) is not (<= 31 and var first))
                continue;
            if (first > 12)
                dayFirst++;
            else if (first == date.Month && date.Day != date.Month)
                monthFirst++;
            else if (date is { Weekday: { } named, Year: > 0 } && date.Day != date.Month)
            {
                var asRead = date.Value?.DayOfWeek == named;
                var swapped = date.Day <= 12 && new DateOnly(date.Year, date.Day, date.Month).DayOfWeek == named;
                dayFirst += asRead && !swapped ? 1 : 0;
                monthFirst += swapped && !asRead ? 1 : 0;
            }
        }
    }

    private static int FirstNumber(string text, DateMention date)
    {
        var at = date.Start;
        while (at < date.End && !char.IsAsciiDigit(text[at]))
            at++;
        var value = 0;
        while (at < date.End && char.IsAsciiDigit(text[at]))
            value = value * 10 + (text[at++] - '0');
        return value;
    }
}
