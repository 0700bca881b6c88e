namespace NewsRoom.Core.Ingestion.Segmentation;

/// <content>Where the page's own header ends.</content>
internal sealed partial class Page
{
    /// <summary>More lines than this at the top of a page are no header.</summary>
    private const int MostHeaderLines = 15;

    /// <summary>A page's name stands in one of so many first lines.</summary>
    private const int MostNames = 4;

    private static readonly string[] NameSigns = [" | ", " – ", " — ", " - ", ": ", " » ", " › ", " / ", " · ", " • "];

    /// <summary>"Kirkhaven University | News archive 2016 (oldest first)", "Media centre – Eastmoor and Wold Hospitals": the name of a site beside the words of a page of news.</summary>
    private static bool NamesSite(Paragraph paragraph)
    {
        var text = paragraph.Text;
        if (text.Length > 100 || text[^1] is '.' or '?' or '!' || paragraph.Is(Traits.ReleaseMarker))
            return false;
        var sign = NameSigns.Select(s => (At: text.IndexOf(s, StringComparison.Ordinal), s.Length)).Where(s => s.At > 0).OrderBy(s => s.At).FirstOrDefault();
        if (sign.At == 0)
            return false;
        var next = NameSigns.Select(s => text.IndexOf(s, sign.At + sign.Length, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(text.Length).Min();
        return IsPageOfNews(paragraph.Words.Where(w => w.End <= sign.At)) || IsPageOfNews(paragraph.Words.Where(w => w.Start >= sign.At + sign.Length)) || IsPageOfNews(paragraph.Words.Where(w => w.Start >= sign.At + sign.Length && w.End <= next));
    }

    private static readonly KeySet NewsWords = KeySet.Of("news press media newsroom newswire releases actualites presse noticias prensa");

    private static bool IsPageOfNews(IEnumerable<Word> words)
    {
        var all = words.ToList();
        if (all.Count is > 1 and <= 5 && (NewsWords.Contains(all[0].Key) || NewsWords.Contains(all[^1].Key)) && all.Count(w => !w.Is(WordTraits.Stop) && !Lexicon.Navigation.Contains(w.Key)) <= 1)
            return true;
        return all.Count is > 0 and <= 8 && all.Any(w => Lexicon.NavigationCore.Contains(w.Key)) && all.All(w => Lexicon.Navigation.Contains(w.Key) || IsPeriod(w) || Lexicon.ListWords.Contains(w.Key));
    }

    /// <summary>An entry of a menu has hardly more words.</summary>
    private const int MostOfMenu = 2;

    /// <summary>How many lines at the top hold menus, paths and the names over them.</summary>
    private int TopFrame()
    {
        var end = 0;
        for (var i = 0; i < Math.Min(Count - 1, MostHeaderLines); i++)
        {
            var (added, top) = (IsAdded(i), FrameLines.IsTop(this[i]));
            var row = added || top || FrameLines.IsCaptures(this[i]) || (i < MostNames && (NamesSite(this[i]) || FrameLines.IsMailHead(this[i])))
                || (i > 0 && end == i && FrameLines.IsIntroduction(this[i]) && Is(i + 1, Traits.TitleLike | Traits.DateLine | Traits.MetaLine));
            if (i < MostNames && FrameLines.IsMailHead(this[i]))
                this[i].Traits &= ~(Traits.ContactDetail | Traits.ContactLead);
            var marked = LeadsContact(i) || (Is(i, Traits.ReleaseMarker | Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Embargo) && !added) || (Is(i, Traits.ContactDetail) && !top) || IsMarkerOfMany(i);
            if (marked || (!row && !IsShort(i) && !IsContactOfMenu(i)))
                break;
            if (row || Is(i, Traits.Navigation))
                end = i + 1;
        }

        return end;
    }

    /// <summary>What others than the site set over a page: the days between which it was kept, the lines of a mail, when it was last changed.</summary>
    private bool IsAdded(int at) => at > 0
        && ((FrameLines.IsCaptures(this[at - 1]) && this[at].Dates(MonthFirst).Count > 1) || (FrameLines.IsMailLine(this[at - 1]) && FrameLines.IsMailLine(this[at])) || (FrameLines.IsFoot(this[at]) && (!IsText(at) || Is(at, Traits.DateLine))));

    /// <summary>"Contact", "Contact us": an entry of a menu, not who is to be asked.</summary>
    private bool IsContactOfMenu(int at) => this[at].Words.Length <= MostOfMenu && Is(at, Traits.ContactLead) && !Is(at, Traits.ContactDetail);

    /// <summary>"Press contact" over a name and its number, or over "To arrange an interview please contact:": not an entry of a menu.</summary>
    private bool LeadsContact(int at) => Is(at, Traits.ContactLead) && (Is(at + 1, Traits.ContactDetail) || (Is(at + 1, Traits.ContactLead) && this[at].Words.Length > 1 && this[at + 1].Text[^1] == ':') || (at + 1 < Count && IsShort(at + 1) && Is(at + 2, Traits.ContactDetail) && !Is(at + 1, Traits.Navigation)));

    private void FindHeader()
    {
        First = TopFrame();
        var framed = First > 0;
        while (First < Count && First < 12 && (Is(First, Traits.Navigation) || IsOnlyMenu(First)) && !LeadsContact(First) && !IsMarkerOfMany(First) && !(framed && Is(First, Traits.ReleaseMarker)))
            First++;
        if (First == 0)
            First = TopLines();
        // Short lines over the first wide gap: the name of the site and of the page.
        for (var i = 1; i < Math.Min(Count, 5); i++)
        {
            if (!IsShort(i - 1))
                break;
            if (this[i].BlankLinesBefore >= 2 && i > First)
                First = i;
        }

        if (First == 0 && Count > 2 && IsShort(0) && this[1].BlankLinesBefore > 0 && NamesPage(this[0]))
            First = 1;
        // The site's name alone, and that of the page behind an empty line: "Harbour Trust", "Press releases 2015".
        if (First == 0 && Count > 3 && IsShort(0) && this[0].Words.Length <= MostNameWords && IsShort(1) && NamesPage(this[1]) && !Is(1, Traits.ReleaseMarker) && this[2].BlankLinesBefore > 0)
            First = 2;
        // "Bridge Foundation | News" with "For Moldovans at home and away" right under it.
        if (framed && First + 2 < Count && IsSecondLine(First) && IsHeadlineOverText(First + 1))
            First++;
        // Two lines right under one another, and a headline of its own behind an empty line: "Eastgate Harriers", "Club news".
        if (First == 0 && Count > 4 && IsShort(0) && this[0].Words.Length <= MostNameWords && !Is(0, Traits.ReleaseMarker) && !Repeated.ContainsKey(this[0].Text) && IsSecondLine(1) && (IsHeadlineOverText(2) || IsPageOfNews(this[1].Words)))
            First = 2;
        // A line of the content system stands under its headline, and what stands over that is the page's.
        if (First == 2 && Count > 3 && Is(1, Traits.TitleLike) && Is(2, Traits.MetaLine) && this[1].BlankLinesBefore > 0)
            First = 1;
        // The site's name over the headline of the first release, whose date line stands right under it.
        if (First == 0 && Count > 3 && IsShort(0) && this[0].Words.Length <= 6 && this[1].BlankLinesBefore > 0 && Is(1, Traits.TitleLike) && Is(2, Traits.DateLine | Traits.MetaLine) && this[2].BlankLinesBefore == 0)
            First = 1;
        if (First == 0 && Count > 3 && Is(0, Traits.TitleLike) && this[0].Words.Length <= 10 && Is(1, Traits.DateLine) && Paragraphs.Count(p => p.Is(Traits.DateLine)) >= 2 && DateLineLeads())
            First = 1;
    }

    /// <summary>A short line right under the one before, with an empty line behind it.</summary>
    private bool IsSecondLine(int at) => this[at].BlankLinesBefore == 0 && IsShort(at) && !Is(at, Traits.ReleaseMarker) && this[at + 1].BlankLinesBefore > 0;

    private bool IsHeadlineOverText(int at) => PageShapeReader.IsHeadline(this, at) && this[at + 1].Text.Length >= ShortestText;

    /// <summary>"PRESS RELEASE" over the first release and over others is a marker, though it could be the name of the page.</summary>
    private bool IsMarkerOfMany(int at) => Is(at, Traits.ReleaseMarker) && Repeated.ContainsKey(this[at].Text);

    /// <summary>More lines than this at the top of a page are no header.</summary>
    private const int MostTopLines = 5;

    /// <summary>The name of a site has hardly more words.</summary>
    private const int MostNameWords = 6;

    /// <summary>How many short lines stand right under one another at the top, one of them below the first being page furniture: "Harbour Trust", "Media centre", "All | Ships | People"; 0 for none.</summary>
    private int TopLines()
    {
        var end = 0;
        while (end < Count && end <= MostTopLines && IsShort(end) && (end == 0 || this[end].BlankLinesBefore == 0))
            end++;
        if (end is < 2 or > MostTopLines || Count < end + 2 || this[end].BlankLinesBefore == 0)
            return 0;
        for (var i = 1; i < end; i++)
        {
            if ((i == end - 1 && end == 2 && Is(i, Traits.Navigation)) || (this[0].Words.Length <= MostNameWords && !Is(i, Traits.ReleaseMarker) && (Is(i, Traits.Navigation) || NamesPage(this[i]) || IsOnlyMenu(i))))
                return end;
        }

        return 0;
    }

    /// <summary>"All | Engineering | Tickets": words between bars, and no other line of the page is like it, as the labels under headlines would be.</summary>
    private bool IsOnlyMenu(int at) => IsMenu(this[at]) && Paragraphs.Count(IsMenu) == 1;

    private static bool IsMenu(Paragraph paragraph)
    {
        if (paragraph.Text.Length > 120)
            return false;
        var parts = paragraph.Text.Split([" | ", " · ", " • ", " » ", " › ", " > "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 3 && parts.All(p => p.Count(c => c == ' ') < 3 && !p.AsSpan().ContainsAnyInRange('0', '9'));
    }

    /// <summary>The only headline of a page whose releases close with contacts is the name of the page, not of its first release.</summary>
    private void FindName()
    {
        if (First + 2 >= Count || !PageShapeReader.IsHeadline(this, First) || this[First + 1].Text.Length < 80 || this[First].Words.Length > 8 || Is(First + 1, Traits.Dateline | Traits.DateLine | Traits.MetaLine))
            return;
        var closed = 0;
        for (var i = First + 1; i < Count; i++)
        {
            if (Is(i, Traits.DateLine | Traits.MetaLine | Traits.ReleaseMarker | Traits.Embargo | Traits.EndMark) || (PageShapeReader.IsHeadline(this, i) && i + 1 < Count && this[i + 1].Text.Length > 80))
                return;
            closed += BlockEnd(i) == i && i + 1 < Count && this[i + 1].Text.Length > 80 && !Is(i + 1, Traits.NotesHeading | Traits.AboutHeading | Traits.Numbered | Traits.Bullet | Traits.LooksBack) ? 1 : 0;
        }

        if (closed > 0)
            First++;
    }

    private bool IsShort(int at) => this[at].Text.Length <= 80 && this[at].Text[^1] is not ('.' or ',' or ';') && !Is(at, Traits.DateLine | Traits.MetaLine | Traits.PhotoCredit | Traits.ContactLead | Traits.ContactDetail | Traits.Embargo) && !IsMarkerOfMany(at);

    private static readonly System.Buffers.SearchValues<char> TitleSigns = System.Buffers.SearchValues.Create("|–—:»›>/");

    private static readonly KeySet Rooms = [Words.KeyOf("room"), Words.KeyOf("centre"), Words.KeyOf("center")];

    /// <summary>"University of Tayport – News archive", "Torsay Council press room", "Museum | Press", "Museum | Press | 2015": a word of page furniture at the end, behind a sign or alone, and perhaps the time that the page is of.</summary>
    private static bool NamesPage(Paragraph paragraph)
    {
        var words = WithoutPeriod(paragraph.Words);
        if (words.Length is < 2 or > 9)
            return false;
        var signed = paragraph.Text.AsSpan().IndexOfAny(TitleSigns) > 0 || paragraph.Text.Contains(" - ", StringComparison.Ordinal);
        if (Rooms.Contains(words[^1].Key) && Lexicon.Navigation.Contains(words[^2].Key))
            return true;
        // "Severnside Water Newsroom", "LRRS News", "Council news"
        if (NewsWords.Contains(words[^1].Key) && paragraph.Text.Length == words[^1].End && (words.Length == 2 || (words.Length <= MostNameWords && Array.TrueForAll(words, w => w.Is(WordTraits.Capital | WordTraits.Stop)) && words[^1].Is(WordTraits.Capital))))
            return true;
        return Lexicon.NavigationCore.Contains(words[^1].Key) && (signed || Lexicon.Navigation.Contains(words[^2].Key)) || (Lexicon.NavigationCore.Contains(words[0].Key) && (signed || words.Length > 1 && Lexicon.Navigation.Contains(words[1].Key)) && words.Length <= 6);
    }

    /// <summary>"Press releases, first half of 2017", "2015 press releases", "News – January 2014": the words without the time.</summary>
    private static Word[] WithoutPeriod(Word[] words)
    {
        var (first, last) = (0, words.Length - 1);
        while (last > first && IsPeriod(words[last]))
            last--;
        while (first < last && words[first] is { Length: 4 } && words[first].Is(WordTraits.Number))
            first++;
        return last - first + 1 == words.Length ? words : words[first..(last + 1)];
    }

    private static bool IsPeriod(Word word) => (word.Is(WordTraits.Number) && word.Length is 2 or 4) || word.Is(WordTraits.Month) || Lexicon.PeriodWords.Contains(word.Key);

    /// <summary>Whether date lines on this page stand over their releases (and not under the headline).</summary>
    private bool DateLineLeads()
    {
        int titleBefore = 0, all = 0;
        for (var i = 2; i < Count; i++)
        {
            if (!Is(i, Traits.DateLine))
                continue;
            all++;
            titleBefore += Is(i - 1, Traits.TitleLike) ? 1 : 0;
        }

        return titleBefore * 2 < all;
    }
}
