using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Collects the clues to a release's date.</summary>
internal static class DateClueReader
{
    private static readonly (PhraseSet Words, int Offset)[] Relative =
    [
        (new("today|tonight|this morning|this afternoon|this evening|earlier today|later today|aujourd hui|ce jour|ce matin|ce soir|hoy|esta manana|esta tarde|esta noche"), 0),
        (new("yesterday|last night|yesterday evening|hier|hier soir|ayer|anoche"), 1),
        (new("tomorrow|demain|manana"), -1),
    ];

    /// <summary>"Ce mardi 4 avril", "este martes, 4 de abril", "this Tuesday, 4 April": today, where it tells of something done.</summary>
    private static readonly PhraseSet Demonstratives = new("ce|este|this");

    private static readonly PhraseSet Near = new("tomorrow|later this week|this week|later today|this weekend|on the eve of|demain|cette semaine|manana|esta semana|this coming");

    private static readonly PhraseSet Future = new(
        "will|is to|are to|to be held|is due|are due|is set to|are set to|is scheduled|are scheduled|upcoming|forthcoming|next|is taking place|are taking place|take place|takes place|returns to|return to|comes to|arrives in|kicks off|gets under way|is back|are back|goes on sale|go on sale|deadline|closing date|ahead of|opens|begins|starts|run until|runs until|can be booked|register by|apply by|is expected|going to|plan|plans to|planned|would|due to|scheduled|shall|may be seen|when|tickets|join us|rsvp|to attend|invited|are invited|is invited|is being held|are being held",
        "aura lieu|auront lieu|revient|reviennent|se tiendra|se tiendront|sera|seront|prochain|prochaine|debutera|ouvrira|jusqu|avant le|a partir du|prévu|prévue|va|vont|tendra lugar|vuelve|vuelven|se celebrara|sera|seran|proximo|proxima|comenzara|se inaugurara|hasta el|a partir del|antes del|previsto|prevista|va a|presentara|abrira");

    /// <summary>Small words that point ahead only right before the date.</summary>
    private static readonly PhraseSet FutureBefore = new("by|until|before|from|probably|likely|hopefully|open|open on|begin|start|closes|close on|jusqu au|avant le|a partir du|hasta el|antes del|a partir del|due");

    private static readonly KeySet PastWords = [.. ("was were had took met held came went saw gave made said told brought led won became drew spoke wrote ran ended has have been did " +
        "spent slept kept sent sang stood sat fell rose grew built bought caught taught felt heard knew lost sold struck swam threw woke broke chose drove ate flew froze hid laid lent rode sank slid stole swept understood withdrew began sought " +
        "été était étaient eu réuni tenu lancé ouvert reçu annoncé participé organisé accueilli signé visité présenté remis inauguré ont fue fueron tuvo hizo dijo reunió celebró lanzó anunció inauguró presentó firmó participó organizó recibió visitó murió abrió comenzó ha han").Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>The keys of the words that tell of something done, or may begin a phrase that tells of something to come.</summary>
    public static IEnumerable<uint> TenseWords => Future.FirstWords.Concat(PastWords);

    private static readonly PhraseSet BackgroundWords = new(
        "since|founded|established|set up|formed|created|born|adopted|published|launched in|ratified|signed in|opened in|built|began in|started in|first|dating|compared|between|as of|according to|figures|data|census|survey|in|during|from|between|by the end of|depuis|fondée|fondé|créé|créée|en|selon|desde|fundada|fundado|creado|creada|según|until|ended|died|bought|introduced|amended|joined");

    private static readonly KeySet AheadWords = [.. "by until till towards toward beyond vision agenda post target horizon budget strategy plan programme season hasta d'ici horizonte".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet LawWords = [.. "act bill order regulations regulation rules directive protocol convention code measure statute decree".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet OccasionWords = [.. "day week month year summit conference forum festival games awards award congress assembly cup olympics prize edition review fair expo convention season marathon journée semaine sommet conférence congrès día semana cumbre conferencia congreso edición".Split(' ').Select(w => Words.KeyOf(w))];

    public static DateClues Read(ReleaseText release)
    {
        var events = new List<DatedEvent>();
        var current = new List<(int, string, int)>();
        var publication = HeadDate(release);
        var pastYear = 0;
        var near = false;
        for (var i = release.First; i <= release.Last; i++)
        {
            var paragraph = release[i];
            if (paragraph.Is(Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Byline | Traits.Embargo | Traits.PhotoCredit) || (release.Page.BlockStart(i) >= 0 && paragraph.Text.Length < 200))
                continue;
            var lead = i <= release.Lead + 2 || i == release.Title;
            near = near || (i <= release.Lead + 4 && Near.Find(paragraph.Words) >= 0);
            foreach (var date in paragraph.Dates(release.Page.MonthFirst))
            {
                if (publication is null && date.HasDay && RelativeTo(paragraph, date, i == release.Lead) is { } clue)
                    publication = clue;
                else if (date.Year is > 0 and < FirstYear)
                    continue;
                else if (date.Month == 0)
                    Year(paragraph, date, current, ref pastYear);
                else
                    events.Add(Event(paragraph, date, lead));
            }
        }

        var observed = Observed(release);
        foreach (var past in events.Where(e => e.Tense == Tense.Past && e.Date.Year > 0))
            pastYear = Math.Max(pastYear, past.Date.Year);
        return new() { Publication = publication, Events = events, CurrentYears = current, PastYear = pastYear, IsNear = near, Observance = observed };
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

    /// <summary>A date line, a meta line, labels, or the dateline of the lead.</summary>
    private static PublicationClue? HeadDate(ReleaseText release)
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

        var lead = release[release.Lead];
        if (found is null && DatelineReader.Read(lead.Text) is { } dateline)
        {
            var date = lead.Dates(release.Page.MonthFirst).Find(d => d.HasDay && d.End <= dateline.Length);
            if (date.HasDay)
                found = new(date, 0, lead.Text.Substring(date.Start, date.Length), lead.LineAt(date.Start), 0.95);
        }

        return found;
    }

    /// <summary>"yesterday (12/6)", "today, Friday 13 June".</summary>
    private static PublicationClue? RelativeTo(Paragraph paragraph, DateMention date, bool lead)
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
            if (offset == 0 && lead && at > 0 && Demonstratives.MatchAt(words, at - 1) == 1 && date.Start - words[at - 1].End == 1 && TenseOf(paragraph, date) != Tense.Future)
                return Clue(paragraph, date, 0, words[at - 1].Start, date.End);
            if (after >= 0 && lead && phrases.MatchAt(words, after) is > 0 and var m && words[after].Start - date.End <= 3)
                return Clue(paragraph, date, offset, date.Start, words[after + m - 1].End);
        }

        return null;
    }

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

    /// <summary>"A letter of 4 April 1912", "for the first time since 1911": older than any archive of releases, history dates and bounds none.</summary>
    private const int FirstYear = 1970;

    private static DatedEvent Event(Paragraph paragraph, DateMention date, bool lead)
    {
        var tense = TenseOf(paragraph, date);
        var endsPeriod = date.HasDay && Before(paragraph, date, PeriodsTo);
        var background = !date.HasDay || endsPeriod || Before(paragraph, date, BackgroundStrict);
        return new(date, tense, lead && date.HasDay, background, paragraph.Text.Substring(date.Start, date.Length), paragraph.LineAt(date.Start)) { EndsPeriod = endsPeriod, IsTerm = !date.HasDay && tense == Tense.Future && Before(paragraph, date, Terms) };
    }

    private static readonly PhraseSet BackgroundStrict = new("since|founded|established|born|adopted|ratified|published|died|depuis|desde|fondé|fondée|fundada|fundado|as of|until");

    private static readonly PhraseSet PeriodsTo = new("months to|year to|years to|quarter to|period to|half to|weeks to|year ended|years ended|months ended|quarter ended|period ended|half ended|year ending|months ending|semestre clos le|exercice clos le|cerrado el");

    private static readonly PhraseSet Terms = new("until|till|through|through to|up to|by the end of|to the end of|run to|expire|lasts to|jusqu|jusqu en|jusqu a|hasta|fin");

    private static bool Before(Paragraph paragraph, DateMention date, PhraseSet phrases)
    {
        var at = Words.FirstFrom(paragraph.Words, date.Start);
        for (var i = at - 1; i >= Math.Max(0, at - 5); i--)
        {
            if (phrases.MatchAt(paragraph.Words, i) > 0)
                return true;
            if (paragraph.Words[i].Is(WordTraits.SentenceStart))
                break;
        }

        return false;
    }

    /// <summary>Whether the sentence tells of something done or something to come: the nearest verb before the date decides, else the first one behind it.</summary>
    public static Tense TenseOf(Paragraph paragraph, DateMention date)
    {
        var words = paragraph.Words;
        var at = Words.FirstFrom(words, date.Start);
        for (var i = at - 1; i >= 0 && i >= at - 40; i--)
        {
            if (i >= at - 3 && FutureBefore.MatchAt(words, i) > 0)
                return Tense.Future;
            if (Verb(words, paragraph.Text, i) is not Tense.Unknown and var tense)
                return tense;
            if (words[i].Is(WordTraits.SentenceStart))
                break;
        }

        var after = Words.FirstFrom(words, date.End);
        for (var i = after; i >= 0 && i < words.Length && i < after + 30; i++)
        {
            if (words[i].Is(WordTraits.SentenceStart) && i > after)
                break;
            if (Verb(words, paragraph.Text, i) is not Tense.Unknown and var tense)
                return tense;
        }

        return Tense.Unknown;
    }

    private static Tense Verb(Word[] words, string text, int i)
    {
        if (words[i].Is(WordTraits.Tense))
        {
            if (Future.MatchAt(words, i) > 0)
                return Tense.Future;
            if (PastWords.Contains(words[i].Key))
                return Tense.Past;
        }

        var word = text.AsSpan(words[i].Start, words[i].Length);
        // "a dévoilé", "ont rendu publique": any participle behind the auxiliary.
        if (word is "a" or "ont" && i + 1 < words.Length && text.AsSpan(words[i + 1].Start, words[i + 1].Length) is [.., 'é'] or [.., 'é', 'e' or 's'] or [.., 'é', 'e', 's'])
            return Tense.Past;
        return word.Length > 4 && word.EndsWith("ed") && !words[i].Is(WordTraits.Capital) && word is not ("united" or "based" or "related" or "entitled" or "titled" or "called" or "named" or "needed" or "hundred" or "organised" or "organized" or "dedicated") ? Tense.Past : Tense.Unknown;
    }

    private static readonly KeySet YearParts = [.. "early late mid the start end beginning middle of spring summer autumn fall winter first second half quarter début fin printemps été automne hiver le du de principios finales mediados primavera verano otoño invierno del".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>The word that what is said of a year begins with: "early 2025", "the autumn of 2026".</summary>
    private static int BeforePart(Word[] words, int at)
    {
        var first = at;
        while (first > 0 && at - first < 4 && YearParts.Contains(words[first - 1].Key))
            first--;
        return first;
    }

    private static void Year(Paragraph paragraph, DateMention date, List<(int, string, int)> current, ref int pastYear)
    {
        var words = paragraph.Words;
        var at = Words.FirstFrom(words, date.Start);
        var before = at > 0 ? words[at - 1] : default;
        // "the Animal Welfare Act 2006" dates the law.
        if (before.Length > 0 && LawWords.Contains(before.Key))
            return;
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (AheadWords.Contains(words[i].Key))
                return;
        }

        if (at + 1 < words.Length && AheadWords.Contains(words[at + 1].Key))
            return;

        var occasion = before.Length > 0 && (OccasionWords.Contains(before.Key) || (before.Is(WordTraits.Capital) && !before.Is(WordTraits.SentenceStart) && date.Start - before.End == 1 && !before.Is(WordTraits.Month) && !before.Is(WordTraits.Number))
            || (at > 1 && paragraph.Text.AsSpan(before.Start, before.Length) is "for" && OccasionWords.Contains(words[at - 2].Key)));
        if (occasion)
        {
            var start = words[Math.Max(0, at - 2)].Start;
            current.Add((date.Year, paragraph.Text[start..date.End], paragraph.LineAt(date.Start)));
        }
        else if (BackgroundWords.MatchAt(words, BeforePart(words, at) - 1) > 0 && TenseOf(paragraph, date) == Tense.Future && !(before.Length > 0 && paragraph.Text.AsSpan(before.Start, before.Length) is "since"))
        {
            return;
        }

        pastYear = Math.Max(pastYear, date.Year);
    }
}
