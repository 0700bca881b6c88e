using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Collects the clues to a release's date.</summary>
internal static class DateClueReader
{
    private static readonly PhraseSet Near = new("tomorrow|later this week|this week|later today|this weekend|on the eve of|demain|cette semaine|manana|esta semana|this coming");

    /// <param name="section">The time that the line over this and other releases is of; null when there is none.</param>
    public static DateClues Read(ReleaseText release, PagePeriod? section = null)
    {
        var events = new List<DatedEvent>();
        var current = new List<(int, string, int)>();
        var publication = DateStamps.Over(release);
        var years = new YearReader(current);
        var near = false;
        for (var i = release.First; i <= release.Last; i++)
        {
            var paragraph = release[i];
            if (paragraph.Is(Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Byline | Traits.Embargo | Traits.PhotoCredit) || (release.Page.BlockStart(i) >= 0 && paragraph.Text.Length < 200) || IsOfPage(paragraph))
                continue;
            var lead = i <= release.Lead + 2 || i == release.Title;
            foreach (var date in paragraph.Dates(release.Page.MonthFirst))
            {
                if (publication is null && date.HasDay && PublicationReader.RelativeTo(paragraph, date, i == release.Lead, i <= release.Lead + 1) is { } clue)
                    publication = clue;
                else if (publication is null && i <= release.Lead + 1 && date is { Month: > 0, Year: >= FirstYear } && ((!date.HasDay ? PublicationReader.MonthBy(paragraph, date) ?? PublicationReader.MonthOfIssue(paragraph, date) : null) ?? PublicationReader.SinceThen(paragraph, date)) is { } month)
                    publication = month;
                else if (date.Year is > 0 and < FirstYear)
                    continue;
                else if (date.Month == 0 && i <= release.Lead + 1 && YearReader.EndOfPart(paragraph, date) is > 0 and var end)
                    events.Add(new(date with { Month = end }, Tense.Past, false, true, paragraph.Text.Substring(date.Start, date.Length), paragraph.LineAt(date.Start)) { EndsPeriod = true });
                else if (date.Month == 0)
                    years.Read(paragraph, date, i <= release.Lead + 1);
                else
                    events.Add(Event(paragraph, date, lead, i == release.Lead, i <= release.Lead + 1));
                near = near || (i <= release.Lead + 4 && IsNear(paragraph, date));
                if (i <= release.Lead + 2 && date.Year > 0 && events is [{ Tense: not Tense.Past }] && events[0].Date == date && IsOfNextYear(release, i, date))
                    current.Add((date.Year - 1, events[0].Phrase, events[0].Line));
            }
        }

        publication ??= DateStamps.Under(release);
        var pastYear = years.Past;
        foreach (var past in events)
            pastYear = past.Tense == Tense.Past ? Math.Max(pastYear, past.Date.Year) : pastYear;
        Newest(events, pastYear);
        return new() { Publication = publication, Events = events, CurrentYears = current, PastYear = pastYear, Coming = years.Coming, Report = years.Report, IsNear = near, Observance = Observed(release), Section = section };
    }

    /// <summary>How many words may stand between "tomorrow" and the day that it is of.</summary>
    private const int MostToNear = 8;

    /// <summary>"Later this week, on 4 May, …": what tells that a day is near stands beside it, where tickets for what is months ahead go on sale tomorrow.</summary>
    private static bool IsNear(Paragraph paragraph, DateMention date)
    {
        var at = Words.FirstFrom(paragraph.Words, date.Start);
        return Near.Find(paragraph.Words, Math.Max(0, at - MostToNear), at) >= 0 || (Words.FirstFrom(paragraph.Words, date.End) is >= 0 and var behind && Near.Find(paragraph.Words, behind, behind + 3) >= 0);
    }

    private static readonly PhraseSet NextYear = new("next year|next years|l an prochain|l annee prochaine|proximo ano|ano proximo|ano que viene");

    /// <summary>"Next year’s marathon … is on 23 April 2017": the first day that the release names is of the year behind its own.</summary>
    private static bool IsOfNextYear(ReleaseText release, int at, DateMention date)
    {
        for (var i = release.First; i <= at; i++)
        {
            if (NextYear.Find(release[i].Words) is >= 0 and var phrase && (i < at || release[i].Words[phrase].Start < date.Start))
                return true;
        }

        return false;
    }

    private static readonly PhraseSet PageWords = new("printed from|printed on|printed at|page last|last updated|last modified|last reviewed|page printed|page updated|retrieved on|copyright|all rights reserved|dernière mise à jour|mis à jour le|imprimé le|última actualización|actualizado el|impreso el");

    /// <summary>"Printed on 3 December 2012", "Page last updated: …": the day of the page, not of a release.</summary>
    internal static bool IsOfPage(Paragraph paragraph) => paragraph.Text.Length <= 160 && (paragraph.Text.Contains('©') || PageWords.Find(paragraph.Words) >= 0);

    /// <summary>What was published on a day, or who died on it, is no background where nothing that the release tells is newer: it is the news.</summary>
    private static void Newest(List<DatedEvent> events, int pastYear)
    {
        var newest = -1;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is { Tense: not Tense.Future, Date.Year: > 0 } && (newest < 0 || Order(events[i].Date) >= Order(events[newest].Date)))
                newest = i;
        }

        if (newest >= 0 && events[newest] is { IsTold: true, Date.IsFull: true } told && told.Date.Year >= pastYear)
            events[newest] = told with { Background = false, Tense = Tense.Past };

        static int Order(DateMention date) => (date.Year * 12 + date.Month) * 31 + date.EndDay;
    }

    /// <summary>"To mark the opening of Refugee Week, … today": a yearly observance in the lead.</summary>
    private static (int Month, string Phrase, int Line)? Observed(ReleaseText release)
    {
        for (var i = release.Lead; i <= Math.Min(release.Last, release.Lead + 1); i++)
        {
            var paragraph = release[i];
            if (Observances.MonthIn(paragraph.Words, out var at, out var length) is > 0 and var month)
            {
                var (start, end) = (paragraph.Words[at].Start, paragraph.Words[at + length - 1].End);
                return (month, paragraph.Text[start..end], paragraph.LineAt(start));
            }
        }

        return null;
    }

    /// <summary>"A letter of 4 April 1912", "for the first time since 1911": older than any archive of releases, history dates and bounds none.</summary>
    private const int FirstYear = 1970;

    private static DatedEvent Event(Paragraph paragraph, DateMention date, bool lead, bool first, bool near)
    {
        var law = Before(paragraph, date, Laws);
        var figures = Before(paragraph, date, FiguresTo, 6);
        var since = Before(paragraph, date, Since, 3);
        var tense = law || (since && !Before(paragraph, date, From, 3)) ? Tense.Past : TenseReader.TenseOf(paragraph, date);
        if (tense == Tense.Unknown && (figures || since || Before(paragraph, date, AsOf, 3)))
            tense = Tense.Past;
        var endsPeriod = figures || Before(paragraph, date, PeriodsTo) || (near && IsBetween(paragraph, date));
        // "Must wait thirteen months as of November 2019": how things stand in a month is told in it.
        if (!date.HasDay && date.Year > 0 && Before(paragraph, date, AsOf, 3))
            tense = Tense.Past;
        var old = law || Before(paragraph, date, Old) || BeginsTime(paragraph, date);
        var told = Before(paragraph, date, Told);
        return new(date, tense, lead && date.HasDay, !date.HasDay || endsPeriod || old || told, paragraph.Text.Substring(date.Start, date.Length), paragraph.LineAt(date.Start)) 
        {
            EndsPeriod = endsPeriod,
            IsSince = near && date.IsFull && tense == Tense.Past && Before(paragraph, date, Since, 4),
            IsTold = told && !old && !endsPeriod,
            IsMonthOfLead = first && !date.HasDay && !endsPeriod && !old && !Before(paragraph, date, Behind) && !Before(paragraph, date, After, 15) && Now.Find(paragraph.Words) < 0,
            IsTerm = !date.HasDay && tense == Tense.Future && Before(paragraph, date, Terms),
        };
    }

    /// <summary>"Between July and September 2024", "entre janvier et octobre 2019", "between 1 January and 30 June 2019": the end of a time that figures are of, which ends with a month.</summary>
    private static bool IsBetween(Paragraph paragraph, DateMention date)
    {
        var words = paragraph.Words;
        var at = Words.FirstFrom(words, date.Start);
        if (at < 3 || (date.HasDay && !(date.IsFull && date.Value is { } day && day.AddDays(1).Day == 1)))
            return false;
        for (var i = at - 2; i >= Math.Max(0, at - 7); i--)
        {
            if (BetweenWords.Contains(words[i].Key))
                return true;
        }

        return false;
    }

    /// <summary>"Between 1 January and 30 June 2019": the first day of a time is no day of its own.</summary>
    private static bool BeginsTime(Paragraph paragraph, DateMention date)
    {
        var (at, behind) = (Words.FirstFrom(paragraph.Words, date.Start), Words.FirstFrom(paragraph.Words, date.End));
        return at > 0 && behind > 0 && BetweenWords.Contains(paragraph.Words[at - 1].Key) && AndWords.Contains(paragraph.Words[behind].Key);
    }

    private static readonly KeySet AndWords = KeySet.Of("and et y");

    private static readonly KeySet BetweenWords = [.. "between entre".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly PhraseSet Old = new("since|founded|established|born|depuis|desde|fondé|fondée|fundada|fundado|until");

    private static readonly PhraseSet Since = new("since|ever since|depuis|desde");

    /// <summary>"Desde" is since or from.</summary>
    private static readonly PhraseSet From = new("desde");

    private static readonly PhraseSet AsOf = new("as of|as at|a fecha de|en date du");

    /// <summary>"Figures to the end of March 2018 show", "les chiffres arrêtés au 31 mars 2018".</summary>
    private static readonly PhraseSet FiguresTo = new("figures to|figures up to|figures until|figures for the period to|data to|data up to|statistics to|statistics up to|numbers up to|results to|chiffres arrêtés|chiffres jusqu|données jusqu|données arrêtées|cifras hasta|datos hasta|cifras a|datos a");

    /// <summary>"La loi du 14 mars 2016" dates the law.</summary>
    private static readonly PhraseSet Laws = new("law of|act of|regulation of|directive of|resolution of|judgment of|loi du|décret du|arrêté du|directive du|ley de|decreto de");

    /// <summary>What may be the news itself, or told in passing.</summary>
    private static readonly PhraseSet Told = new("adopted|ratified|published|died|as of");

    /// <summary>What a month stands behind that is not the month of the news.</summary>
    private static readonly PhraseSet Behind = new("before|compared|than|first|whose|who|which|original|originally|avant");

    private static readonly PhraseSet After = new("after|following|ever since|après|después");

    private static readonly PhraseSet PeriodsTo = new("months to|months up to|year to|years to|quarter to|period to|half to|weeks to|year ended|years ended|months ended|quarter ended|period ended|half ended|year ending|months ending|semestre clos le|exercice clos le|cerrado el");

    private static readonly PhraseSet Terms = new("until|till|through|through to|up to|by the end of|to the end of|run to|expire|lasts to|jusqu|jusqu en|jusqu a|hasta|fin");

    /// <summary>What tells that the news is of another day than a month beside it.</summary>
    private static readonly PhraseSet Now = new("today|yesterday|tonight|this week|last week|aujourd hui|hier|cette semaine|hoy|ayer|esta semana");

    private static bool Before(Paragraph paragraph, DateMention date, PhraseSet phrases, int reach = 5)
    {
        var at = Words.FirstFrom(paragraph.Words, date.Start);
        for (var i = at - 1; i >= Math.Max(0, at - reach); i--)
        {
            if (phrases.MatchAt(paragraph.Words, i) > 0)
                return true;
            if (paragraph.Words[i].Is(WordTraits.SentenceStart))
                break;
        }

        return false;
    }

}
