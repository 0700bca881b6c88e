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

        for (var i = release.Lead; found is null && i <= Math.Min(release.Last, release.Lead + 1); i++)
        {
            var lead = release[i];
            if (DatelineReader.Read(lead.Text) is not { } dateline || (i > release.Lead && dateline.Place is null))
                continue;
            var date = lead.Dates(release.Page.MonthFirst).Find(d => d.HasDay && d.End <= dateline.Length);
            if (date.HasDay)
                found = new(date, 0, lead.Text.Substring(date.Start, date.Length), lead.LineAt(date.Start), 0.95);
        }

        return found;
    }

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
