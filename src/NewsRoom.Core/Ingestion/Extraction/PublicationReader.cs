using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds the phrase of the text that says on which day a release came out.</summary>
internal static class PublicationReader
{
    private static readonly (PhraseSet Words, int Offset)[] Relative =
    [
        (new("today|tonight|this morning|this afternoon|this evening|earlier today|later today|aujourd hui|ce jour|ce matin|ce soir|hoy|esta manana|esta tarde|esta noche|heute|heutigen"), 0),
        (new("yesterday|last night|yesterday morning|yesterday afternoon|yesterday evening|hier|hier matin|hier apres midi|hier soir|ayer|anoche|gestern|gestrigen"), 1),
        (new("tomorrow|demain|manana"), -1),
    ];

    /// <summary>"Ce mardi 4 avril", "este martes, 4 de abril", "this Tuesday, 4 April": today, where it tells of something done.</summary>
    private static readonly PhraseSet Demonstratives = new("ce|este|this");

    private static readonly (PhraseSet Words, int Months)[] RelativeMonths =
    [
        (new("last month|le mois dernier|mois passé|el mes pasado|el pasado mes"), 1),
        (new("this month|ce mois ci|este mes"), 0),
        (new("next month|le mois prochain|el proximo mes|el mes que viene"), -1),
    ];

    private static readonly KeySet Between = KeySet.Of("in en of de du i e that is le au");

    /// <summary>"Last month, September 2023", "le mois prochain, en juillet 2016": the month it came out in, as seen from the one it names.</summary>
    public static PublicationClue? MonthBy(Paragraph paragraph, DateMention date)
    {
        var words = paragraph.Words;
        var at = Words.FirstFrom(words, date.Start);
        // "In this June of 2021", "en este mayo de 2018".
        if (date.Year > 0 && at > 0 && Demonstratives.MatchAt(words, at - 1) == 1 && date.Start - words[at - 1].End == 1 && TenseReader.TenseOf(paragraph, date) != Tense.Future)
            return Clue(paragraph, date, 0, words[at - 1].Start, date.End) with { Confidence = 0.85 };
        foreach (var (phrases, months) in RelativeMonths)
        {
            for (var i = at - 2; i >= Math.Max(0, at - 6); i--)
            {
                if (phrases.MatchAt(words, i) is > 0 and var n && i + n <= at && words[(i + n)..at].All(w => Between.Contains(w.Key)) && Joins(paragraph.Text.AsSpan(words[i + n - 1].End, date.Start - words[i + n - 1].End)))
                    return Clue(paragraph, date, 0, words[i].Start, date.End) with { Months = months, Confidence = 0.85 };
            }
        }

        return null;

        static bool Joins(ReadOnlySpan<char> between) => between.ContainsAny(',', '(', '–') || between.Trim().Length > 0;
    }

    /// <summary>"Out this week in the October 2019 issue of the journal": the month of a number that is new is the month it came out in.</summary>
    public static PublicationClue? MonthOfIssue(Paragraph paragraph, DateMention date)
    {
        var words = paragraph.Words;
        var (at, behind) = (Words.FirstFrom(words, date.Start), Words.FirstFrom(words, date.End));
        if (behind < 0 || !IssueWords.Contains(words[behind].Key))
            return null;
        for (var i = at - 1; i >= Math.Max(0, at - 10); i--)
        {
            if (NewWords.MatchAt(words, i) > 0)
                return Clue(paragraph, date, 0, date.Start, words[behind].End) with { Confidence = 0.8 };
            if (words[i].Is(WordTraits.SentenceStart))
                break;
        }

        return null;
    }

    private static readonly KeySet IssueWords = KeySet.Of("issue edition number numéro número");

    private static readonly PhraseSet NewWords = new("this week|this month|today|out now|just out|newly published|cette semaine|ce mois ci|esta semana|este mes|hoy");

    private static readonly KeySet AfterWords = KeySet.Of("after since on après después tras depuis");

    private static readonly KeySet Exactly = KeySet.Of("exactly precisely exactement justo");

    /// <summary>"Two months after the cyclone of December 2020", "Exactly six months ago, on 20 March 2016": a release that opens with how long ago a day or a month was came out so much later.</summary>
    public static PublicationClue? SinceThen(Paragraph paragraph, DateMention date)
    {
        var words = paragraph.Words;
        var at = Words.FirstFrom(words, date.Start);
        for (var i = at - 2; i >= Math.Max(0, at - 20) && !words[i + 1].Is(WordTraits.SentenceStart); i--)
        {
            var exact = i > 0 && Exactly.Contains(words[i - 1].Key);
            if (CountOf(paragraph.Text, words[i]) is not (> 0 and var count) || UnitOf(words[i + 1].Key) is not (> 0 and var months))
                continue;
            var opens = words[exact ? i - 1 : i].Is(WordTraits.SentenceStart) || (i > 2 && words[i - 3].Is(WordTraits.SentenceStart) && Ya.MatchAt(words, i - 3) == 3) || (i > 0 && words[i - 1].Is(WordTraits.SentenceStart) && words[i - 1].Key == Hace);
            var ago = i + 2 < at && words[i + 2].Key == Ago || !words[i].Is(WordTraits.SentenceStart) && (words[i - 1].Key == Hace || i > 2 && Ya.MatchAt(words, i - 3) == 3);
            if (!opens || !(ago || (i + 2 < at && AfterWords.Contains(words[i + 2].Key))) || count * months > 60)
                continue;
            return exact && ago && date.IsFull && date.Value?.AddMonths(count * months) is { } day
                ? Clue(paragraph, date with { Year = day.Year, Month = day.Month, Day = day.Day, EndDay = day.Day, Weekday = null }, 0, words[i].Start, date.End)
                : Clue(paragraph, date, 0, words[i].Start, date.End) with { Months = count * months, Confidence = 0.7 };
        }

        return null;
    }

    private static readonly PhraseSet Ya = new("il y a");

    private static readonly uint Hace = Words.KeyOf("hace");

    private static int UnitOf(uint key) => key == OneYear || YearWords.Contains(key) ? 12 : MonthWords.Contains(key) ? 1 : 0;

    private static readonly KeySet YearWords = KeySet.Of("year an ans année années año años"), MonthWords = KeySet.Of("month months mois mes meses");

    private static int CountOf(string text, Word word)
    {
        if (word.Is(WordTraits.Number))
            return word.Length <= 2 && int.TryParse(text.AsSpan(word.Start, word.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        foreach (var counts in Numerals)
        {
            for (var n = 1; n < counts.Length; n++)
            {
                if (word.Key == counts[n])
                    return n;
            }
        }

        return word.Key == A ? 1 : 0;
    }

    private static readonly uint A = Words.KeyOf("a");

    private static readonly uint[][] Numerals =
    [
        .. new[]
        {
            "zero one two three four five six seven eight nine ten eleven twelve", "zéro un deux trois quatre cinq six sept huit neuf dix onze douze", "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce",
        }.Select(line => line.Split(' ').Select(w => Words.KeyOf(w)).ToArray()),
    ];

    /// <summary>"yesterday (12/6)", "today, Friday 13 June".</summary>
    public static PublicationClue? RelativeTo(Paragraph paragraph, DateMention date, bool lead, bool near)
    {
        var words = paragraph.Words;
        var at = Words.FirstFrom(words, date.Start);
        foreach (var (phrases, offset) in Relative)
        {
            for (var back = 1; back <= 3 && at - back >= 0; back++)
            {
                var n = phrases.MatchAt(words, at - back);
                if (n == 0 || n < back - 1)
                    continue;
                var end = words[at - back + n - 1].End;
                if (date.Start - end <= 5 && !paragraph.Text.AsSpan(end, date.Start - end).Contains('.') && YearsAgo(words, at - back) is var years && (years == 0 || date.Year > 0))
                    return Clue(paragraph, years == 0 ? date : date with { Year = date.Year + years, Weekday = null }, offset, words[years == 0 ? at - back : at - back - 3].Start, date.End + (date.End < paragraph.Text.Length && paragraph.Text[date.End] == ')' ? 1 : 0));
            }

            var after = Words.FirstFrom(words, date.End);
            if (offset == 0 && (lead || (near && date.Year > 0)) && at > 0 && Demonstratives.MatchAt(words, at - 1) == 1 && date.Start - words[at - 1].End == 1 && TenseReader.TenseOf(paragraph, date) != Tense.Future)
                return Clue(paragraph, date, 0, words[at - 1].Start, date.End);
            if (after >= 0 && lead && phrases.MatchAt(words, after) is > 0 and var m && words[after].Start - date.End <= 3)
                return Clue(paragraph, date, offset, date.Start, words[after + m - 1].End);
        }

        // "…, the society announced on Wednesday 5 September 2012": said on the day it came out.
        return lead && date.IsFull && at > 1 && (Saying.Contains(words[at - 1].Key) || (Saying.Contains(words[at - 2].Key) && paragraph.Text.AsSpan(words[at - 1].Start, words[at - 1].Length) is "on"))
            ? Clue(paragraph, date, 0, date.Start, date.End) with { Confidence = 0.8 }
            : null;
    }

    private static readonly KeySet Saying = [.. "said announced".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly string[] Counts = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>"Three years ago today, on 17 March 2022": how many years lie between the day that is named and the one it tells of; 0 for none.</summary>
    private static int YearsAgo(Word[] words, int today)
    {
        if (today < 3 || words[today - 1].Key != Ago || (words[today - 2].Key != OneYear && words[today - 2].Key != Years))
            return 0;
        var count = words[today - 3].Key;
        if (count == Words.KeyOf("a"))
            return 1;
        for (var n = 1; n < Counts.Length; n++)
        {
            if (count == Words.KeyOf(Counts[n]))
                return n;
        }

        return 0;
    }

    private static readonly uint Ago = Words.KeyOf("ago"), OneYear = Words.KeyOf("year"), Years = Words.KeyOf("years");

    private static PublicationClue Clue(Paragraph paragraph, DateMention date, int offset, int start, int end) =>
        new(date, offset, paragraph.Text[start..end], paragraph.LineAt(start), 0.95);
}
