using static NewsRoom.Core.Ingestion.Segmentation.DateDigits;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Finds dates in text, in one pass over its words: English, French and Spanish, and as far as the names of months go, the languages that stand beside them.</summary>
internal static class DateScanner
{
    private static readonly KeySet Joiners = KeySet.Of("of de del du le el dem den");

    private static readonly KeySet RangeWords = KeySet.Of("and to through until till et au y al a");

    /// <summary>The dates of a text in order; the list is not to be changed.</summary>
    /// <param name="monthFirst">Whether "06/12" is 12 June.</param>
    public static List<DateMention> Scan(string text, Word[] words, bool monthFirst)
    {
        List<DateMention>? found = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].Is(WordTraits.Number | WordTraits.Month))
                continue;
            if ((words[i].Is(WordTraits.Number) ? Numbered(text, words, i, monthFirst, out var next) : Named(text, words, i, out next)) is not { } m)
                continue;
            m = WithWeekday(text, words, i, m);
            if (found is [.., { HasDay: true, Year: 0 } first] && m.IsFull && IsRange(text, words, first.End, m.Start))
                found[^1] = first with { Year = first.Month > m.Month ? m.Year - 1 : m.Year };
            (found ??= []).Add(m);
            i = next - 1;
        }

        return found ?? None;
    }

    private static readonly List<DateMention> None = [];

    /// <summary>"From 5 May to 30 September 2012", "20 December – 6 January 2013": the year of a time stands behind its last day and is that of its first day too.</summary>
    private static bool IsRange(string text, Word[] words, int from, int to)
    {
        if (to - from > MostBetween)
            return false;
        var at = Words.FirstFrom(words, from);
        return words[at].Start >= to ? IsDash(text, from, to) : RangeWords.Contains(words[at].Key) && words[at].End + 4 >= to;
    }

    /// <summary>How many characters may stand between the first and the last day of a time: " through ", " au ".</summary>
    private const int MostBetween = 12;

    /// <summary>Whether a line is nothing but a date, its label and a time.</summary>
    public static bool IsDateLine(string line) => line.Length <= 60 && DateOf(line, monthFirst: false) is not null;

    /// <summary>The date that a line consists of, apart from labels, weekday and time; null when it says anything else.</summary>
    public static DateMention? DateOf(string line, bool monthFirst)
    {
        var words = Words.Of(line);
        return words.Length is 0 or > 14 ? null : DateOf(line, words, Scan(line, words, monthFirst));
    }

    /// <summary>The date that a paragraph consists of.</summary>
    public static DateMention? DateOf(Paragraph paragraph, bool monthFirst) =>
        paragraph.Words.Length is 0 or > 14 ? null : DateOf(paragraph.Text, paragraph.Words, paragraph.Dates(monthFirst));

    private static DateMention? DateOf(string text, Word[] words, List<DateMention> mentions)
    {
        if (mentions.Count == 0 || (!mentions[0].HasDay && mentions[0].Month == 0))
            return null;
        var date = mentions[0];
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.Start >= date.Start && word.End <= date.End)
                continue;
            if (word.Is(WordTraits.Number) ? IsTime(text, words, i, date) : Lexicon.DateLabels.Contains(word.Key) || CalendarWords.Weekdays.ContainsKey(word.Key))
                continue;
            return null;
        }

        return date.HasDay || words.Length <= 3 ? date : null;
    }

    private static readonly KeySet TimeWords = KeySet.Of("am pm a p h hr hour hours heure heures hora horas gmt bst utc cet est o uhr");

    /// <summary>Whether a number beside a date is a time ("16:33", "11h24", "0900 hours"): a row of a table ("5 August 1,940") is no date line.</summary>
    private static bool IsTime(string text, Word[] words, int at, DateMention date)
    {
        var word = words[at];
        if (text.AsSpan(word.Start, word.Length).ContainsAnyExceptInRange('0', '9') || (at + 1 < words.Length && TimeWords.Contains(words[at + 1].Key)))
            return true;
        return Joined(text, word.End) || Joined(text, word.Start - 1) || (word.Length == 4 && date.Year > 0);

        static bool Joined(string text, int sign) =>
            sign > 0 && sign + 1 < text.Length && text[sign] is ':' or '.' && char.IsAsciiDigit(text[sign - 1]) && char.IsAsciiDigit(text[sign + 1]);
    }

    /// <summary>The date that begins with a number.</summary>
    private static DateMention? Numbered(string text, Word[] words, int i, bool monthFirst, out int next) =>
        Numeric(text, words, i, monthFirst, out next) ?? DayMonth(text, words, i, out next) ?? YearAlone(text, words[i], out next, i);

    /// <summary>The date that begins with the name of a month.</summary>
    private static DateMention? Named(string text, Word[] words, int i, out int next)
    {
        next = i + 1;
        if (!CalendarWords.Months.TryGetValue(words[i].Key, out var month))
            return null;
        return OrdinalOf(text, words, i, month, ref next) ?? (LooksLikeMonth(text, words, i, month) ? MonthFirst(text, words, i, month, out next) : null);
    }

    /// <summary>
    /// "The first of March 2012", "le premier avril 2014", "el primero de mayo de 2016": the day is a word before the month. Without a year it tells of each year as often:
    /// "the first curlew is back by the ninth of March".
    /// </summary>
    private static DateMention? OrdinalOf(string text, Word[] words, int i, int month, ref int next)
    {
        var at = i > 0 && Joiners.Contains(words[i - 1].Key) ? i - 2 : i - 1;
        if (at < 1 || !IsMonthWord(text, words[i], month) || !CalendarWords.OrdinalDays.TryGetValue(words[at].Key, out var day) || words[i].Start - words[at].End > 4)
            return null;
        // "The twenty-first of June".
        var tens = CalendarWords.Tens.TryGetValue(words[at - 1].Key, out var more) && day < 10 && words[at].Start == words[at - 1].End + 1;
        var first = tens ? at - 1 : at;
        // "First March for Life" and "a third of May" are no days.
        if (first == 0 || !OrdinalArticles.Contains(words[first - 1].Key) || day + more > DateTime.DaysInMonth(2000, month))
            return null;
        var end = words[i].End;
        if (YearAfter(text, words, ref next, ref end) is not (> 0 and var year))
            return null;
        return new(words[first].Start, end - words[first].Start, year, month, day + more, day + more, null, false);
    }

    private static readonly KeySet OrdinalArticles = KeySet.Of("the le el on");

    private static DateMention? Numeric(string text, Word[] words, int i, bool monthFirst, out int next)
    {
        next = i + 1;
        if (i + 1 >= words.Length || !SeparatedBySign(text, words[i], words[i + 1], out var sign) || !TryNumber(text, words[i], out var a, out _) || !TryNumber(text, words[i + 1], out var b, out var bl))
            return null;
        if (i + 2 < words.Length && SeparatedBySign(text, words[i + 1], words[i + 2], out var second) && second == sign && TryNumber(text, words[i + 2] with { Length = YearLength(text, words[i + 2]) }, out var c, out var cl))
        {
            var three = words[i].Length == 4 ? (c, b, a) : monthFirst ? (b, a, YearOf(c, cl)) : (a, b, YearOf(c, cl));
            if (words[i].Length != 4 && three.Item2 > 12 && three.Item1 <= 12)
                three = (three.Item2, three.Item1, three.Item3);
            if (three.Item3 is < 1900 or > 2100 || three.Item2 is < 1 or > 12 || three.Item1 < 1 || three.Item1 > 31 || (sign == '.' && cl == 2 && words[i].Length == 1 && bl == 1))
                return null;
            next = i + 3;
            return new(words[i].Start, words[i + 2].Start + cl - words[i].Start, three.Item3, three.Item2, three.Item1, three.Item1, null, true);
        }

        // Two numbers are a date only in brackets: "(12/6)".
        var (day, month) = monthFirst ? (b, a) : (a, b);
        if (month > 12 && day <= 12)
            (day, month) = (month, day);
        var bracketed = words[i].Start > 0 && text[words[i].Start - 1] == '(' && words[i + 1].End < text.Length && text[words[i + 1].End] == ')';
        if (sign != '/' && !(sign == '.' && bracketed) || !bracketed || day is < 1 or > 31 || month is < 1 or > 12)
            return null;
        next = i + 2;
        return new(words[i].Start, words[i + 1].End - words[i].Start, 0, month, day, day, null, true);
    }

    private static DateMention? DayMonth(string text, Word[] words, int i, out int next)
    {
        next = i + 1;
        if (!TryDay(text, words[i], out var day))
            return null;
        var endDay = day;
        var at = i + 1;
        // "18th and 19th July", "9th through 10th April", "3-5 June", "du 3 au 5 juin"
        if (at < words.Length && RangeWords.Contains(words[at].Key) && at + 1 < words.Length && TryDay(text, words[at + 1], out var to) && to > day)
        {
            endDay = to;
            at += 2;
        }
        else if (at < words.Length && words[at].Start - words[i].End <= 3 && IsDash(text, words[i].End, words[at].Start) && TryDay(text, words[at], out to) && to > day)
        {
            endDay = to;
            at++;
        }

        if (at < words.Length && Joiners.Contains(words[at].Key) && words[at].Start - words[at - 1].End <= 2)
            at++;
        if (at >= words.Length || !CalendarWords.Months.TryGetValue(words[at].Key, out var month) || words[at].Start - words[at - 1].End > 2)
            return null;
        if (month == 5 && !words[at].Is(WordTraits.Capital) && text.AsSpan(words[at].Start, words[at].Length).Equals("may", StringComparison.Ordinal))
            return null;
        var end = words[at].End;
        next = at + 1;
        var year = YearAfter(text, words, ref next, ref end);
        return new(words[i].Start, end - words[i].Start, year, month, day, endDay, null, false);
    }

    private static DateMention? MonthFirst(string text, Word[] words, int i, int month, out int next)
    {
        next = i + 1;
        // "Mar, 04/04/2017" is a French Tuesday, not the fourth of March.
        if (next < words.Length && words[next].Is(WordTraits.Number) && Numeric(text, words, next, false, out _) is { Year: > 0 })
            return null;
        var start = words[i].Start;
        var end = words[i].End;
        if (next < words.Length && words[next].Start - end <= 3 && TryDay(text, words[next], out var day) && !FollowedByTime(text, words[next].End))
        {
            end = words[next].End;
            next++;
            var endDay = day;
            if (next < words.Length && TryDay(text, words[next], out var to) && to > day && IsDash(text, end, words[next].Start))
            {
                endDay = to;
                end = words[next++].End;
            }
            else if (next + 1 < words.Length && RangeWords.Contains(words[next].Key) && TryDay(text, words[next + 1], out to) && to > day)
            {
                endDay = to;
                end = words[next + 1].End;
                next += 2;
            }

            var year = YearAfter(text, words, ref next, ref end);
            return new(start, end - start, year, month, day, endDay, null, false);
        }

        var only = YearAfter(text, words, ref next, ref end);
        return only == 0 ? null : new(start, end - start, only, month, 0, 0, null, false);
    }

    private static DateMention? YearAlone(string text, Word word, out int next, int i)
    {
        next = i + 1;
        return word.Length == 4 && TryNumber(text, word, out var year, out _) && year is >= 1950 and <= 2060 && !IsQuantity(text, word)
            ? new(word.Start, 4, year, 0, 0, 0, null, false)
            : null;
    }

    private static int YearAfter(string text, Word[] words, ref int next, ref int end)
    {
        var at = next;
        if (at < words.Length && Joiners.Contains(words[at].Key))
            at++;
        if (at >= words.Length || words[at].Start - (at == next ? end : words[at - 1].End) > 3 || YearIn(text, words, at) is not (> 0 and var year, var length))
            return 0;
        next = at + 1;
        end = words[at].Start + length;
        return year;
    }

    /// <summary>The year that a word behind a month is, and how many of its characters are it; 0 for none.</summary>
    private static (int Year, int Length) YearIn(string text, Word[] words, int at)
    {
        var word = words[at];
        var length = YearLength(text, word);
        if (length is not (2 or 4) || !int.TryParse(text.AsSpan(word.Start, length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year))
            return default;
        if (length == 4)
            return year is < 1900 or > 2100 ? default : (year, 4);
        // "04-Apr-17", "4 Apr ’17"
        return text[word.Start - 1] is '\'' or '’' || (text[word.Start - 1] == '-' && words[at - 1].Start > 0 && text[words[at - 1].Start - 1] == '-') ? (YearOf(year, 2), 2) : default;
    }

    private static DateMention WithWeekday(string text, Word[] words, int i, DateMention mention)
    {
        if (mention.HasDay && i > 0)
        {
            for (var back = i - 1; back >= Math.Max(0, i - 2); back--)
            {
                if (CalendarWords.Weekdays.TryGetValue(words[back].Key, out var day))
                {
                    return words[back].End + 6 < mention.Start
                        ? mention
                        : InOrder(mention, day) with { Weekday = day, Start = words[back].Start, Length = mention.End - words[back].Start };
                }

                if (!Joiners.Contains(words[back].Key) && !words[back].Is(WordTraits.Stop))
                    break;
            }
        }

        return mention;
    }

    /// <summary>"Jeu, 01/09/2016" was a Thursday in September, "Fri, 01/09/2016" would be one in no month: the weekday tells which number is the month's, whatever the page does otherwise.</summary>
    private static DateMention InOrder(DateMention mention, DayOfWeek weekday) =>
        mention is { Numeric: true, Year: > 0, Day: <= 12 } && mention.Value?.DayOfWeek != weekday && new DateOnly(mention.Year, mention.Day, mention.Month).DayOfWeek == weekday
            ? mention with { Month = mention.Day, Day = mention.Month, EndDay = mention.Month }
            : mention;

    private static bool LooksLikeMonth(string text, Word[] words, int i, int month)
    {
        // "may" the verb, "mars" the planet, "march" the walk: a month stands beside a number.
        return IsMonthWord(text, words[i], month) && i + 1 < words.Length && words[i + 1].Start - words[i].End <= 5;
    }

    private static bool IsMonthWord(string text, Word word, int month) =>
        month is not (3 or 5) || word.Is(WordTraits.Capital) || text.AsSpan(word.Start, word.Length) is "mars" or "mai" or "marzo" or "mayo" or "maart" or "mei" or "março" or "maio" or "maggio";
}
