using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds the phrase that says on which day a release came out.</summary>
internal static class PublicationReader
{
    private static readonly (PhraseSet Words, int Offset)[] Relative =
    [
        (new("today|tonight|this morning|this afternoon|this evening|earlier today|later today|aujourd hui|ce jour|ce matin|ce soir|hoy|esta manana|esta tarde|esta noche"), 0),
        (new("yesterday|last night|yesterday morning|yesterday afternoon|yesterday evening|hier|hier matin|hier apres midi|hier soir|ayer|anoche"), 1),
        (new("tomorrow|demain|manana"), -1),
    ];

    /// <summary>"Ce mardi 4 avril", "este martes, 4 de abril", "this Tuesday, 4 April": today, where it tells of something done.</summary>
    private static readonly PhraseSet Demonstratives = new("ce|este|this");

    /// <summary>A date line, a meta line, labels, or the dateline of the lead.</summary>
    public static PublicationClue? HeadDate(ReleaseText release)
    {
        PublicationClue? found = null;
        for (var i = release.Head; i <= release.Last; i++)
        {
            var paragraph = release[i];
            if (!paragraph.Is(Traits.DateLine | Traits.MetaLine | Traits.ReleaseMarker | Traits.Embargo) || (i > release.Lead && !paragraph.Is(Traits.LabelRun)))
                continue;
            var date = paragraph.Dates(release.Page.MonthFirst).Find(d => d.HasDay);
            // The day an embargo ends is the day of the release, where no line dates it.
            if (date.HasDay && (found is null || (found.Date.Year == 0 && date.Year > 0) || found.Confidence < 0.9 && !paragraph.Is(Traits.Embargo)))
                found = new(date, 0, paragraph.Text.Substring(date.Start, date.Length), paragraph.LineAt(date.Start), paragraph.Is(Traits.Embargo) ? 0.8 : 0.97);
        }

        for (var i = release.First; found is null && i <= Math.Min(release.Last, release.Lead + 1); i++)
        {
            var lead = release[i];
            if (DatelineReader.Read(lead.Text) is not { } dateline || (i != release.Lead && dateline.Place is null))
                continue;
            var date = lead.Dates(release.Page.MonthFirst).Find(d => d.HasDay && d.End <= dateline.Length);
            if (date.HasDay)
                found = new(date, 0, lead.Text.Substring(date.Start, date.Length), lead.LineAt(date.Start), 0.95);
        }

        return found ?? HeadMonth(release);
    }

    /// <summary>"June 2016", "Marseille, September 2014" over the text, or "GENEVA, September 2014 – " before it: a month and no day.</summary>
    private static PublicationClue? HeadMonth(ReleaseText release)
    {
        for (var i = release.Top; i <= release.Lead; i++)
        {
            var line = release[i];
            var date = line.Dates(release.Page.MonthFirst).Find(d => d is { HasDay: false, Month: > 0, Year: >= FirstYear });
            if (date.Month == 0 || date.Start > MaxPlace || !(i < release.Lead || DatelineReader.Read(line.Text)?.Length is { } length && date.End <= length))
                continue;
            if (i == release.Lead || (date.End >= line.Text.Length - 1 && (date.Start == 0 || ((i != release.Title || i + 1 < release.Lead) && IsPlace(line, date.Start)))))
                return new(date, 0, line.Text.Substring(date.Start, date.Length), line.LineAt(date.Start), 0.9);
        }

        return null;
    }

    private const int FirstYear = 1970;

    /// <summary>How many characters a place before a month may have.</summary>
    private const int MaxPlace = 40;

    /// <summary>Whether a place and a sign stand before a date: "Marseille, September 2014", where "Nuits de mai 2014" is a name.</summary>
    private static bool IsPlace(Paragraph line, int start) =>
        line.Text.AsSpan(0, start).TrimEnd() is [.., ',' or '–' or '—' or '-' or ':' or '('] && line.Words.All(w => w.Start >= start || w.Is(WordTraits.Capital | WordTraits.Stop));

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
