using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>The time that the header of a page says its releases are of: "Press releases 2015", "News – January 2014", "first half of 2017".</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Phrase">The line that says so.</param>
internal sealed record PagePeriod(DateOnly From, DateOnly To, string Phrase, int Line)
{
    /// <summary>The year it lies in; 0 when it is of several.</summary>
    public int Year => From.Year == To.Year ? From.Year : 0;

    private static readonly PhraseSet FirstHalf = new("first half|first semester|premier semestre|primer semestre"), SecondHalf = new("second half|second semester|deuxieme semestre|second semestre|segundo semestre");

    /// <summary>The period in the header of a page; null when it names none.</summary>
    public static PagePeriod? Read(Page page)
    {
        for (var i = 0; i < page.First; i++)
        {
            if (page[i].Text.Length <= 80 && Of(page[i]) is { } period)
                return period;
        }

        return null;
    }

    private static PagePeriod? Of(Paragraph line)
    {
        var years = line.Words.Where(w => w.Is(WordTraits.Number) && w.Length == 4).Select(w => int.TryParse(line.Text.AsSpan(w.Start, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : 0).Where(y => y is >= 1970 and <= 2100).ToList();
        if (years.Count == 0)
            return null;
        var (first, last) = years.Count > 1 ? (1, 12) : Months(line.Words);
        return new(new(years.Min(), first, 1), new DateOnly(years.Max(), last, 1).AddMonths(1).AddDays(-1), line.Text, line.StartLine);
    }

    private static (int First, int Last) Months(Word[] words)
    {
        var months = words.Where(w => w.Is(WordTraits.Month)).Select(w => CalendarWords.Months.TryGetValue(w.Key, out var month) ? month : 0).Where(m => m > 0).ToList();
        if (months.Count > 0)
            return (months.Min(), months.Max());
        return FirstHalf.Find(words) >= 0 ? (1, 6) : SecondHalf.Find(words) >= 0 ? (7, 12) : (1, 12);
    }
}
