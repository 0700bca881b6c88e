using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Finds the day that stands apart from the text of a release: over it, in the dateline that it opens with, or under it.</summary>
internal static class DateStamps
{
    private const int FirstYear = 1970;

    /// <summary>How many characters a place before a month may have.</summary>
    private const int MaxPlace = 40;

    /// <summary>How many lines may stand between a headline and the text: labels, the writer, what a picture shows.</summary>
    private const int MostOverText = 8;

    /// <summary>How many lines may stand under the day that a release ends with: who answers, what the page offers.</summary>
    private const int MostUnder = 8;

    /// <summary>A line that is longer is no stamp.</summary>
    private const int MaxStamp = 160;

    /// <summary>What is shorter is no running text.</summary>
    private const int ShortestText = 80;

    private const Traits NoText = Traits.TitleLike | Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Byline | Traits.PhotoCredit | Traits.EventCard;

    /// <summary>A date line, a meta line, labels, the dateline of the lead, or a day beside other words in a line over the text; else the month that stands there.</summary>
    public static PublicationClue? Over(ReleaseText release)
    {
        var text = FirstText(release);
        return OnLine(release, text) ?? InDateline(release) ?? BesideWords(release, text) ?? HeadMonth(release);
    }

    /// <summary>
    /// The day under the text: "Issued by the press office, 3 September 2018", "Posted by Anna Roe on 21 May 2013 | 2 comments", or a line that is nothing but a day.
    /// It closes the text, where a list of days ("Saturday 4 June 2016", "Sunday 5 June 2016") is of something to come.
    /// </summary>
    public static PublicationClue? Under(ReleaseText release)
    {
        var text = FirstText(release);
        for (var i = release.Last; i > text && i >= release.Last - MostUnder; i--)
        {
            var line = release[i];
            if (line.Text.Length > MaxStamp)
            {
                if (!line.Is(Traits.ContactLead | Traits.ContactDetail | Traits.AboutHeading | Traits.NotesHeading) && !release.IsBoilerplate(i))
                    return null;
                continue;
            }

            if (DateClueReader.IsOfPage(line) || line.Is(Traits.Embargo | Traits.EventCard) || !HasDay(release, i, out var date) || date.Year < FirstYear)
                continue;
            if (IssuedWords.Starts(line.Words) || (line.Is(Traits.DateLine | Traits.MetaLine) && !line.Is(Traits.LabelRun) && !IsOfList(release, i)))
                return Clue(line, date, 0.9);
        }

        return null;
    }

    private static readonly PhraseSet IssuedWords = new(
        "issued|released|veröffentlicht am|veröffentlicht von|published on|published by|published|posted on|posted by|posted|created at|created on|distributed|sent out|date of issue|date issued|publié le|publié par|diffusé le|diffusé par|publicado el|publicado por|emitido|herausgegeben");

    private static bool IsOfList(ReleaseText release, int at) => release[at - 1].Text[^1] == ':' || release[at - 1].Is(Traits.DateLine | Traits.Bullet);

    /// <summary>Index of the first paragraph of running text: where a headline was taken for the lead it stands further down.</summary>
    private static int FirstText(ReleaseText release)
    {
        for (var i = release.Lead; i <= Math.Min(release.Last, release.Lead + MostOverText); i++)
        {
            if (release[i].Text.Length >= ShortestText && !release[i].Is(NoText))
                return i;
        }

        return release.Lead;
    }

    private static PublicationClue? OnLine(ReleaseText release, int text)
    {
        PublicationClue? found = null;
        for (var i = release.Head; i <= release.Last; i++)
        {
            var line = release[i];
            if (!line.Is(Traits.DateLine | Traits.MetaLine | Traits.ReleaseMarker | Traits.Embargo) || (i > text && !line.Is(Traits.LabelRun)) || !HasDay(release, i, out var date) || (i > release.Lead && date.Year == 0) || IsCard(line, date))
                continue;
            // The day an embargo ends is the day of the release, where no line dates it.
            if (found is null || (found.Date.Year == 0 && date.Year > 0) || (found.Confidence < 0.9 && !line.Is(Traits.Embargo)))
                found = Clue(line, date, line.Is(Traits.Embargo) ? 0.8 : 0.97);
        }

        return found;
    }

    /// <summary>"Date: 3 January. Time: 2.30pm. Place: Lavender Suite": a card in one line names the day of what is to come.</summary>
    private static bool IsCard(Paragraph line, DateMention date)
    {
        foreach (var word in line.Words)
        {
            if (word.Start >= date.End && word.End < line.Text.Length && line.Text[word.End] == ':' && CardWords.Contains(word.Key))
                return true;
        }

        return false;
    }

    private static readonly KeySet CardWords = KeySet.Of("venue place where location lieu endroit lugar ort");

    private static PublicationClue? InDateline(ReleaseText release)
    {
        for (var i = release.First; i <= Math.Min(release.Last, release.Lead + 1); i++)
        {
            var lead = release[i];
            if (DatelineReader.Read(lead.Text) is not { } dateline || (i != release.Lead && dateline.Place is null))
                continue;
            var date = lead.Dates(release.Page.MonthFirst).Find(d => d.HasDay && d.End <= dateline.Length);
            if (date.HasDay)
                return Clue(lead, date, 0.95);
        }

        return null;
    }

    /// <summary>A day in full that shares its line with other words, or stands in brackets of its own behind the first paragraph: "… was told. (4 June 2012)".</summary>
    private static PublicationClue? BesideWords(ReleaseText release, int text)
    {
        for (var i = release.Top; i <= text; i++)
        {
            var line = release[i];
            if (line.Is(Traits.EventCard | Traits.PhotoCredit) || (i < text && line.Text.Length > MaxStamp) || !HasDay(release, i, out _))
                continue;
            foreach (var date in line.Dates(release.Page.MonthFirst))
            {
                if (date.IsFull && date.Year >= FirstYear && (i < text ? IsStamp(line, date) : EndsInBrackets(line.Text, date) && line.Text.AsSpan(0, date.Start - 1).TrimEnd() is [.., '.' or '”' or '"' or '!' or '?']))
                    return Clue(line, date, 0.85);
            }
        }

        return null;
    }

    /// <summary>
    /// "FOGHORN SOUNDS AGAIN (12 June 1999)", "Nr. 112/2011 vom 14.09.2011", "For information only: 3 May 2018": the line tells when the text was filed,
    /// where "Open day on 12 June 2015" tells what will be.
    /// </summary>
    private static bool IsStamp(Paragraph line, DateMention date) =>
        EndsInBrackets(line.Text, date) || (line.Text.Length - date.End <= 1 && IsNumber(line.Text, line.Words, date)) || IssuedWords.Starts(line.Words) || IsLabelled(line, date)
        || line.Text.AsSpan(0, date.Start).Contains("release date", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many words the label of a day has at most.</summary>
    private const int MostOfLabel = 5;

    /// <summary>"For information only: 3 May 2018", "Article Date: 5/23/2013 9:00 AM": a short label, a colon and the day; what is to come on a day, or ends on it, has labels too.</summary>
    private static bool IsLabelled(Paragraph line, DateMention date)
    {
        var words = line.Words;
        var label = Words.FirstFrom(words, date.Start);
        if (label is < 1 or > MostOfLabel || line.Text.AsSpan(0, date.Start).TrimEnd() is not [.., ':'] || line.Text.Length - date.End > MaxTime)
            return false;
        for (var i = 0; i < label; i++)
        {
            if (ComingWords.Contains(words[i].Key))
                return false;
        }

        return line.Text.AsSpan(date.End).IndexOfAnyInRange('a', 'z') < 0 || words[^1].Is(WordTraits.Number) || ClockWords.Contains(words[^1].Key);
    }

    /// <summary>How many characters a time behind a day may have.</summary>
    private const int MaxTime = 14;

    private static readonly KeySet ClockWords = KeySet.Of("am pm h hrs hours gmt bst");

    private static readonly KeySet ComingWords = KeySet.Of(
        "embargo embargoed until till when deadline closing close due expires valid event exhibition opening opens open on start starts starting begins end ends ending next from launch performance concert show view visit meeting hearing " +
        "photocall conference fair festival tour sale auction match game race trial service funeral born died updated modified reviewed printed cuándo cierre plazo inauguración hasta próximo próxima fecha límite quand jusqu échéance clôture ouverture vernissage prochain prochaine wann beginn");

    private static bool EndsInBrackets(string text, DateMention date) =>
        date.Start > 1 && text[date.Start - 1] == '(' && text.AsSpan(date.End) is ")" or ")." or ") ";

    private static bool IsNumber(string text, Word[] words, DateMention date) =>
        date.Start > 0 && words[0].Start < date.Start && text.AsSpan(0, date.Start).IndexOfAnyInRange('0', '9') >= 0
        && words.All(w => w.Start >= date.Start || w.Is(WordTraits.Number | WordTraits.Stop | WordTraits.AllCapitals) || NumberWords.Contains(w.Key));

    private static readonly KeySet NumberWords = KeySet.Of("no nr num number press news media release notice statement bulletin ref reference of vom du le de");

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
                return Clue(line, date, 0.9);
        }

        return null;
    }

    /// <summary>Whether a place and a sign stand before a date: "Marseille, September 2014", where "Nuits de mai 2014" is a name.</summary>
    private static bool IsPlace(Paragraph line, int start) =>
        line.Text.AsSpan(0, start).TrimEnd() is [.., ',' or '–' or '—' or '-' or ':' or '('] && line.Words.All(w => w.Start >= start || w.Is(WordTraits.Capital | WordTraits.Stop));

    private static bool HasDay(ReleaseText release, int at, out DateMention date)
    {
        date = release[at].Dates(release.Page.MonthFirst).Find(d => d.HasDay);
        return date.HasDay;
    }

    private static PublicationClue Clue(Paragraph line, DateMention date, double confidence) =>
        new(date, 0, line.Text.Substring(date.Start, date.Length), line.LineAt(date.Start), confidence);
}
