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
        for (var i = 0; i < page.Count && i < Math.Max(page.First, MostOver); i++)
        {
            if (page[i].Text.Length <= 80 && (i < page.First || NamesArchive.Find(page[i].Words) >= 0) && Of(page[i]) is { } period)
                return period;
            if (i >= page.First && page[i].Text.Length > 80)
                break;
        }

        return null;
    }

    /// <summary>How many lines the name of a page may take where its end is not told.</summary>
    private const int MostOver = 5;

    /// <summary>What a page of releases calls itself.</summary>
    private static readonly PhraseSet NamesArchive = new("news archive|press archive|media archive|archive of|archived news|press releases|media releases|news releases|archives|communiqués de presse|actualités|comunicados|notas de prensa|boletines");

    /// <summary>
    /// The lines between releases that are nothing but a month or a year ("September 2014", "2014"), each with where it stands: they date what follows. One alone is the
    /// date of the release below it, unless it is of a whole year; lines of that kind one under another are a menu.
    /// </summary>
    public static IReadOnlyList<(int At, PagePeriod Period)> Sections(Page page)
    {
        List<(int At, PagePeriod Period)> found = [];
        for (var i = 0; i < page.Count; i++)
        {
            if (IsAlone(page, i) && !(i > 0 && IsAlone(page, i - 1)) && !(i + 1 < page.Count && IsAlone(page, i + 1)) && !IsUnderTitle(page, i) && Of(page[i]) is { } period)
                found.Add((i, period));
        }

        return found.Count > 1 || (found.Count == 1 && found[0].Period.From.Month != found[0].Period.To.Month) ? found : [];
    }

    /// <summary>The section that a release stands in.</summary>
    /// <param name="lead">Index of the release's lead.</param>
    public static PagePeriod? Over(IReadOnlyList<(int At, PagePeriod Period)> sections, int lead)
    {
        for (var i = sections.Count - 1; i >= 0; i--)
        {
            if (sections[i].At < lead)
                return sections[i].Period;
        }

        return null;
    }

    /// <summary>Whether a line is a month with its year, or a year, and nothing else.</summary>
    public static bool IsAlone(Page page, int at)
    {
        var words = page[at].Words;
        return words.Length is > 0 and <= 3 && page[at].Dates(page.MonthFirst) is [{ HasDay: false, Year: >= 1970 } date] && words.All(w => (w.Start >= date.Start && w.End <= date.End) || w.Is(WordTraits.Stop));
    }

    private static bool IsUnderTitle(Page page, int at) => at > 0 && page[at].BlankLinesBefore == 0 && page.Is(at - 1, Traits.TitleLike);

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
