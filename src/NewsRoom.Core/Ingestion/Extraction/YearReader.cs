using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>Reads the years that stand alone.</summary>
internal sealed class YearReader(List<(int Year, string Phrase, int Line)> current)
{
    private static readonly PhraseSet BackgroundWords = new(
        "since|founded|established|set up|formed|created|born|adopted|published|launched in|ratified|signed in|opened in|built|began in|started in|first|dating|compared|between|as of|according to|figures|data|census|survey|in|during|from|between|by the end of|depuis|fondée|fondé|créé|créée|en|selon|desde|fundada|fundado|creado|creada|según|until|ended|died|bought|introduced|amended|joined");

    private static readonly KeySet AheadWords = [.. "by until till towards toward beyond vision agenda post target goal objectif objetivo horizon budget strategy plan programme season hasta ici horizonte".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet LawWords = [.. "act order regulations regulation rules directive protocol convention code measure statute decree".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet OccasionWords = [.. "day week month year summit conference forum festival games awards award congress assembly cup olympics prize edition review fair expo convention season marathon journée semaine sommet conférence congrès día semana cumbre conferencia congreso edición".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet YearParts = [.. "early late mid the la start end beginning middle of spring summer autumn fall winter first second half quarter début fin printemps été automne hiver le du de principios finales mediados primavera verano otoño invierno del".Split(' ').Select(w => Words.KeyOf(w))];

    /// <summary>The word that what is said of a year begins with: "early 2025", "the autumn of 2026".</summary>
    private static int BeforePart(Word[] words, int at)
    {
        var first = at;
        while (first > 0 && at - first < 4 && YearParts.Contains(words[first - 1].Key))
            first--;
        return first;
    }

    /// <summary>The latest year told as past; 0 for none.</summary>
    public int Past { get; private set; }

    /// <summary>The last day of the earliest part of a year that is still to come.</summary>
    public DateOnly? Coming { get; private set; }

    /// <summary>The latest year that figures are of.</summary>
    public (int Year, string Phrase, int Line)? Report { get; private set; }

    public void Read(Paragraph paragraph, DateMention date, bool lead)
    {
        var words = paragraph.Words;
        var at = Words.FirstFrom(words, date.Start);
        var before = at > 0 ? words[at - 1] : default;
        // "the Animal Welfare Act 2006" dates the law.
        if (before.Length > 0 && LawWords.Contains(before.Key))
            return;
        if (IsSpanTold(paragraph, date, at, lead))
        {
            if (date.Year > (Report?.Year ?? 0))
                Report = Clue(paragraph, date, words[Math.Max(0, at - 1)].Start);
            Past = Math.Max(Past, date.Year);
            return;
        }

        var part = BeforePart(words, at);
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (!AheadWords.Contains(words[i].Key))
                continue;
            Comes(words, part, at, date.Year, i < part);
            return;
        }

        // "A quarter to 2025" is ahead, where "from 2010 to 2016" is behind.
        if (Is(paragraph, before, "to") && !From(words, at))
            return;
        if (at + 1 < words.Length && !(at > 1 && DuringWords.Contains(words[at - 2].Key)) && AheadWords.Contains(words[at + 1].Key))
            return;

        var background = BackgroundWords.MatchAt(words, part - 1) > 0 && !Is(paragraph, before, "since");
        if (IsOccasion(paragraph, date, at) || IsOrdinal(paragraph.Text, words, at) || (lead && IsEdition(words, at)) || IsRunning(words, at))
        {
            current.Add(Clue(paragraph, date, words[Math.Max(0, at - 2)].Start));
        }
        else if (TenseReader.TenseOf(paragraph, date) == Tense.Future)
        {
            Comes(words, part, at, date.Year, true);
            // "Will gather to review the work in 2014 … this year’s meeting": the year that runs.
            if (background && Is(paragraph, before, "in") && ThisYear.Find(words) >= 0)
                current.Add(Clue(paragraph, date, before.Start));
            else if (background)
                return;
        }
        else if (lead && date.Year > (Report?.Year ?? 0) && IsOfReport(paragraph, date, at))
        {
            Report = Clue(paragraph, date, words[at - 1].Start);
        }

        Past = Math.Max(Past, date.Year);
    }

    /// <summary>"In the first half of 2019", "au premier trimestre de 2019", told as past: the month that figures of a part of a year run to; 0 for none.</summary>
    public static int EndOfPart(Paragraph paragraph, DateMention date)
    {
        var words = paragraph.Words;
        var at = Words.FirstFrom(words, date.Start);
        var part = at > 0 && OfWords.Contains(words[at - 1].Key) ? at - 2 : at - 1;
        var ordinal = part > 0 && words[part].Key == Months ? part - 2 : part - 1;
        // "Than in the first half of 2018": what figures are compared with is older.
        if (ordinal < 0 || Words.HasBefore(words, ordinal, 4, Comparisons))
            return 0;
        var months = words[part].Key == Months ? Array.IndexOf(MonthCounts, words[part - 1].Key) : Quarters.Contains(words[part].Key) ? 3 : Halves.Contains(words[part].Key) ? 6 : 0;
        var end = months * (Array.FindIndex(PartOrdinals, set => set.Contains(words[ordinal].Key)) + 1);
        return end is > 0 and <= 12 && HasFigure(words, at) && TenseReader.TenseOf(paragraph, date) == Tense.Past ? end : 0;
    }

    private static readonly KeySet OfWords = KeySet.Of("of de del"), Quarters = KeySet.Of("quarter trimestre"), Halves = KeySet.Of("half semestre");

    private static readonly KeySet Comparisons = KeySet.Of("than compared against versus que");

    private static readonly uint Months = Words.KeyOf("months");

    private static readonly uint[] MonthCounts = [.. "zero one two three four five six seven eight nine ten eleven".Split(' ').Select(w => Words.KeyOf(w))];

    private static readonly KeySet[] PartOrdinals = [KeySet.Of("first premier primer"), KeySet.Of("second deuxième segundo"), KeySet.Of("third troisième tercer"), KeySet.Of("fourth quatrième cuarto")];

    /// <summary>"In the season 2018-2019", "our accounts for 2011-12": what two years run over and is told as past comes out in the second of them.</summary>
    private static bool IsSpanTold(Paragraph paragraph, DateMention date, int at, bool lead) =>
        IsSpan(paragraph.Text, date) && at > 1 && (Is(paragraph, paragraph.Words[at - 1], "for") && ReportWords.Contains(paragraph.Words[at - 2].Key) || (lead && TenseReader.TenseOf(paragraph, date) == Tense.Past));

    /// <summary>Whether a sign and the year behind follow a year: "2018-2019", "2011-12", "2016/17".</summary>
    private static bool IsSpan(string text, DateMention date)
    {
        if (date.End + 2 >= text.Length || text[date.End] is not ('-' or '–' or '/'))
            return false;
        var digits = text.AsSpan(date.End + 1, Math.Min(5, text.Length - date.End - 1));
        var length = digits.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : digits.Length;
        return length is 2 or 4 && int.TryParse(digits[..length], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var second) && second == (length == 4 ? date.Year + 1 : (date.Year + 1) % 100);
    }

    private void Comes(Word[] words, int part, int at, int year, bool ahead)
    {
        if (part == at || !ahead)
            return;
        var last = new DateOnly(year, 12, 31);
        for (var i = part; i < at; i++)
            last = EarlyParts.Contains(words[i].Key) ? new(year, 6, 30) : last;
        Coming = DateSpan.Min(Coming, last);
    }

    private static readonly KeySet EarlyParts = KeySet.Of("early spring start beginning first début printemps principios primavera");

    private static bool From(Word[] words, int at)
    {
        for (var i = at - 2; i >= Math.Max(0, at - 5); i--)
        {
            if (FromWords.Contains(words[i].Key))
                return true;
        }

        return false;
    }

    private static readonly KeySet FromWords = KeySet.Of("from between since");

    private static (int, string, int) Clue(Paragraph paragraph, DateMention date, int start) => (date.Year, paragraph.Text[start..date.End], paragraph.LineAt(date.Start));

    private static bool Is(Paragraph paragraph, Word word, string text) => word.Length > 0 && paragraph.Text.AsSpan(word.Start, word.Length).Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Refugee Week 2014", "Refugee Week for 2014", "London 2014".</summary>
    private static bool IsOccasion(Paragraph paragraph, DateMention date, int at)
    {
        if (at == 0)
            return false;
        var before = paragraph.Words[at - 1];
        // "Employer of the Year 2012", and not "in the year 2012".
        return (OccasionWords.Contains(before.Key) && (before.Is(WordTraits.Capital) || !YearNames.Contains(before.Key)))
            || (before.Is(WordTraits.Capital) && !YearNames.Contains(before.Key) && !before.Is(WordTraits.SentenceStart) && date.Start - before.End == 1 && !before.Is(WordTraits.Month) && !before.Is(WordTraits.Number))
            || (at > 1 && Is(paragraph, before, "for") && OccasionWords.Contains(paragraph.Words[at - 2].Key));
    }

    /// <summary>"Our first warning of 2019", "the shortest day of 2016": told in that year.</summary>
    private static bool IsOrdinal(string text, Word[] words, int at)
    {
        if (at < 3 || words[at - 1].Key != Of || (PartsOfYears.Contains(words[at - 2].Key) && text.AsSpan(words[at - 2].Start, words[at - 2].Length) is not "day"))
            return false;
        return OrdinalWords.Contains(words[at - 3].Key) || (at > 3 && OrdinalWords.Contains(words[at - 4].Key) && !words[at - 3].Is(WordTraits.SentenceStart));
    }

    /// <summary>"Spent £14.2 million in 2012", "during 2016", "the annual report for 2018": figures of a whole year come out behind it.</summary>
    private static bool IsOfReport(Paragraph paragraph, DateMention date, int at)
    {
        var words = paragraph.Words;
        if (at == 0 || words[at - 1].Is(WordTraits.Number))
            return false;
        if (at > 1 && Is(paragraph, words[at - 1], "for") && ReportWords.Contains(words[at - 2].Key))
            return true;
        var lead = at - 1;
        while (lead > 0 && at - lead < 5 && WholeWords.Contains(words[lead].Key))
            lead--;
        var during = DuringWords.Contains(words[lead].Key);
        // "In the 2012 season" is no time of figures, where "in the year 2012" and "in the whole of 2012" are.
        if ((!during && (!InWords.Contains(words[lead].Key) || Is(paragraph, words[at - 1], "the"))) || TenseReader.TenseOf(paragraph, date) != Tense.Past)
            return false;
        if (during)
            return true;
        for (var i = lead - 1; i >= 0 && !words[i + 1].Is(WordTraits.SentenceStart) && !paragraph.Text.AsSpan(words[i].End, words[i + 1].Start - words[i].End).Contains(':'); i--)
        {
            if (Since.Contains(words[i].Key) || (i >= lead - 5 && DeedWords.Contains(words[i].Key)))
                return false;
        }

        return HasFigure(words, at);
    }

    /// <summary>What stands between "in" or "during" and the year of figures: "during the whole of 2011", "im Jahr 2022".</summary>
    private static readonly KeySet WholeWords = KeySet.Of("the whole all of full year jahr calendar");

    private static bool HasFigure(Word[] words, int at)
    {
        for (var i = at - 1; i >= 0 && !words[i + 1].Is(WordTraits.SentenceStart); i--)
        {
            if (IsFigure(words[i]))
                return true;
        }

        for (var i = at + 1; i < words.Length && !words[i].Is(WordTraits.SentenceStart); i++)
        {
            if (IsFigure(words[i]))
                return true;
        }

        return false;

        static bool IsFigure(Word word) => (word.Is(WordTraits.Number) && word.Length != 4) || FigureWords.Contains(word.Key);
    }

    /// <summary>"The 2024 edition of the report".</summary>
    private static bool IsEdition(Word[] words, int at) =>
        at > 0 && at + 1 < words.Length && EditionWords.Contains(words[at + 1].Key) && Articles.Contains(words[at - 1].Key);

    private static readonly KeySet EditionWords = KeySet.Of("edition édition edición");

    private static readonly KeySet Articles = KeySet.Of("the this our its their");

    /// <summary>"Since the beginning of the year 2015", "so far in 2015", "has stood at 1,100 for the whole of 2015": the year that runs.</summary>
    private static bool IsRunning(Word[] words, int at)
    {
        var year = at > 0 && YearNames.Contains(words[at - 1].Key) ? at - 1 : at;
        for (var i = year - 1; i >= Math.Max(0, year - 6); i--)
        {
            if ((Running.MatchAt(words, i) is > 0 and var n && i + n == year) || (year < at && SinceStart.MatchAt(words, i) is > 0 and var k && i + k == year))
                return true;
            if (Whole.MatchAt(words, i) is > 0 and var m && i + m == year)
                return Words.HasBefore(words, i, 12, Perfect);
            if (words[i].Is(WordTraits.SentenceStart))
                break;
        }

        return false;
    }

    private static readonly KeySet YearNames = KeySet.Of("year année año jahr");

    private static readonly PhraseSet Running = new("so far in|to date in|already in|en lo que va de|en lo que va del|déjà en|ya en");

    /// <summary>"Since the middle of 2015" may be told later; "since the beginning of the year 2015" is of the year that runs.</summary>
    private static readonly PhraseSet SinceStart = new("since the beginning of|since the beginning of the|since the start of|since the start of the|depuis le début de|depuis le début de l|desde principios del|desde el comienzo del|desde comienzos del|desde el inicio del");

    private static readonly PhraseSet Whole = new("for the whole of|throughout|for all of|all through");

    private static readonly KeySet Perfect = KeySet.Of("has have");

    private static readonly PhraseSet ThisYear = new("this year|this years|cette année|este año");

    private static readonly uint Of = Words.KeyOf("of");

    private static readonly KeySet OrdinalWords = KeySet.Of("first second third fourth last latest final shortest longest hottest coldest busiest");

    private static readonly KeySet PartsOfYears = KeySet.Of("half quarter months weeks days part third");

    private static readonly KeySet ReportWords = KeySet.Of("report review account figures statement results rapport informe memoria");

    private static readonly KeySet DuringWords = KeySet.Of("during durante pendant durant");

    private static readonly KeySet InWords = KeySet.Of("in en im");

    /// <summary>What a year is told with that is the past of somebody or something, not a time of figures.</summary>
    private static readonly KeySet DeedWords = KeySet.Of("from since who which whose that it fled founded came bought opened began born built bleached joined died closed started launched signed adopted published introduced qui dont fondée créée depuis que desde fundada");

    private static readonly KeySet Since = KeySet.Of("since depuis desde");

    private static readonly KeySet FigureWords = KeySet.Of("cent percent highest lowest record doubled halved fifth quarter third half million thousand hundred milliers millones mil");
}
