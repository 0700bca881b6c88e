namespace NewsRoom.Core.Ingestion.Segmentation;

/// <content>Where the page's own header ends and its footer begins.</content>
internal sealed partial class Page
{
    /// <summary>More lines than this at the top of a page are no header.</summary>
    private const int MostHeaderLines = 15;

    /// <summary>A paragraph of so many characters is text, not a line of a frame.</summary>
    public const int ShortestText = 120;

    /// <summary>So is a sentence of so many characters.</summary>
    private const int ShortestSentence = 60;

    /// <summary>Whether a paragraph is long enough for text.</summary>
    public bool IsText(int at) => this[at].Text.Length >= ShortestText || (this[at].Text.Length >= ShortestSentence && this[at].Text[^1] is '.' or '!' or '?' or '”' or '"');

    /// <summary>"Load more", "© Harbour Trust 2016 Privacy Cookies": what stands at the foot of a page is no release, no photo credit and no contact.</summary>
    private void FindFooter()
    {
        const Traits other = Traits.TitleLike | Traits.PhotoCredit | Traits.ContactLead | Traits.ContactDetail | Traits.LinkLine | Traits.Bullet | Traits.DateLine | Traits.MetaLine;
        var foot = Count;
        while (foot > 1 && (Is(foot - 1, Traits.Navigation | Traits.Separator) || ParagraphClassifier.IsFooter(this[foot - 1], Is(foot - 2, Traits.Navigation)) || (FrameLines.IsFoot(this[foot - 1]) && !Is(foot - 1, Traits.ContactDetail) && !ComesAgain(foot - 1))))
            foot--;
        foot = Math.Min(foot, Math.Min(FootOfLists(), FootUnderPager()));
        for (var i = foot; i < Count; i++)
        {
            if (!Is(i, Traits.Separator | Traits.EndMark))
                this[i].Traits = (this[i].Traits | Traits.Navigation) & ~other;
        }

        if (foot < Count)
            Foot = foot;
    }

    /// <summary>More lines than this under a pager are no foot.</summary>
    private const int MostFootLines = 16;

    /// <summary>A foot has hardly more sentences than this, none of them longer than the number of characters behind it.</summary>
    private const int MostFootTexts = 2, LongestFootText = 240;

    /// <summary>The pager that ends a list of releases: what stands under it is the site's. The number of paragraphs where there is none.</summary>
    private int FootUnderPager()
    {
        var (foot, texts) = (Count, 0);
        for (var i = Count - 1; i > 0 && Count - i <= MostFootLines; i--)
        {
            if (FrameLines.IsPager(this[i]))
                foot = i;
            else if (Is(i, Traits.ReleaseMarker | Traits.Embargo | Traits.EndMark) || this[i].Text.Length > LongestFootText || (IsText(i) && ++texts > MostFootTexts))
                break;
        }

        return foot;
    }

    /// <summary>So many paragraphs are looked back over for a line that begins alike.</summary>
    private const int MostLookedBack = 200;

    /// <summary>"Posted in Press releases | Tagged volunteering | Leave a comment" under the last text, and a line that begins so under others: it is of the release.</summary>
    private bool ComesAgain(int at)
    {
        var words = this[at].Words;
        if (words.Length < 3)
            return false;
        var (texts, found) = (0, false);
        for (var i = at - 1; i >= Math.Max(0, at - MostLookedBack) && !(found && texts > 1); i--)
        {
            texts += IsText(i) ? 1 : 0;
            found |= texts > 0 && this[i].Words is { Length: > 2 } other && other[0].Key == words[0].Key && other[1].Key == words[1].Key && !IsText(i);
        }

        return found && texts > 1;
    }

    /// <summary>Where the lists and boxes under the last text begin: "Older posts »", "Related", with short lines alone behind it; the number of paragraphs where there are none.</summary>
    private int FootOfLists()
    {
        var text = Count - 1;
        while (text > 0 && (FrameLines.IsFoot(this[text]) || (!IsText(text) && !Is(text, Traits.EndMark | Traits.DateLine | Traits.MetaLine))))
            text--;
        var end = text + 1;
        for (var i = end; i < Count; i++)
        {
            if (FrameLines.IsFoot(this[i]) && !Is(i, Traits.ContactDetail | Traits.Embargo | Traits.ReleaseMarker | Traits.LabelRun) && !ComesAgain(i))
                return end > text + 1 ? end : i;
            // Behind the buttons or the date under the last text short lines are the site's: its address, who pays for it.
            if (Is(i, Traits.Separator | Traits.DateLine | Traits.MetaLine) && !Is(i + 1, Traits.ContactDetail | Traits.ContactLead | Traits.AboutHeading | Traits.NotesHeading))
                end = i + 1;
            else if (Is(i, Traits.ContactDetail | Traits.ContactLead | Traits.NotesHeading | Traits.AboutHeading | Traits.EndMark))
                end = text + 1;
        }

        return Count;
    }

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

    private static readonly KeySet NewsWords = KeySet.Of("news press media newsroom releases actualites presse noticias prensa");

    private static bool IsPageOfNews(IEnumerable<Word> words)
    {
        var all = words.ToList();
        if (all.Count is > 1 and <= 5 && (NewsWords.Contains(all[0].Key) || NewsWords.Contains(all[^1].Key)) && all.Count(w => !w.Is(WordTraits.Stop) && !Lexicon.Navigation.Contains(w.Key)) <= 1)
            return true;
        return all.Count is > 0 and <= 8 && all.Any(w => Lexicon.NavigationCore.Contains(w.Key)) && all.All(w => Lexicon.Navigation.Contains(w.Key) || IsPeriod(w) || Lexicon.ListWords.Contains(w.Key));
    }

    /// <summary>An entry of a menu ("Contact", "Contact us") has hardly more words.</summary>
    private const int MostOfMenu = 2;

    /// <summary>How many lines at the top hold menus, paths and the names over them.</summary>
    private int TopFrame()
    {
        var end = 0;
        for (var i = 0; i < Math.Min(Count - 1, MostHeaderLines); i++)
        {
            var span = i > 0 && ((FrameLines.IsCaptures(this[i - 1]) && this[i].Dates(MonthFirst).Count > 1) || (FrameLines.IsMailLine(this[i - 1]) && FrameLines.IsMailLine(this[i])) || (FrameLines.IsFoot(this[i]) && !IsText(i)) || (Is(i, Traits.DateLine) && FrameLines.IsFoot(this[i])));
            var row = span || FrameLines.IsTop(this[i]) || FrameLines.IsCaptures(this[i]) || (i < MostNames && (NamesSite(this[i]) || FrameLines.IsMailHead(this[i])))
                || (i > 0 && end == i && FrameLines.IsIntroduction(this[i]) && Is(i + 1, Traits.TitleLike | Traits.DateLine | Traits.MetaLine));
            if (i < MostNames && FrameLines.IsMailHead(this[i]))
                this[i].Traits &= ~(Traits.ContactDetail | Traits.ContactLead);
            if ((Is(i, Traits.ReleaseMarker | Traits.DateLine | Traits.MetaLine | Traits.LabelRun | Traits.Embargo) && !span) || (Is(i, Traits.ContactDetail) && !FrameLines.IsTop(this[i])) || (!row && !IsShort(i) && !(this[i].Words.Length <= MostOfMenu && Is(i, Traits.ContactLead) && !Is(i, Traits.ContactDetail))) || IsMarkerOfMany(i))
                break;
            if (row || Is(i, Traits.Navigation))
                end = i + 1;
        }

        return end;
    }

    private void FindHeader()
    {
        First = TopFrame();
        var framed = First > 0;
        while (First < Count && First < 12 && (Is(First, Traits.Navigation) || IsOnlyMenu(First)) && !IsMarkerOfMany(First) && !(framed && Is(First, Traits.ReleaseMarker)))
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
        if (framed && First + 2 < Count && this[First].BlankLinesBefore == 0 && IsShort(First) && !Is(First, Traits.ReleaseMarker) && this[First + 1].BlankLinesBefore > 0 && IsHeadlineOverText(First + 1))
            First++;
        // Two lines right under one another, and a headline of its own behind an empty line: "Eastgate Harriers", "Club news".
        if (First == 0 && Count > 4 && IsShort(0) && IsShort(1) && this[0].Words.Length <= MostNameWords && this[1].BlankLinesBefore == 0 && this[2].BlankLinesBefore > 0 && !Is(0, Traits.ReleaseMarker) && !Is(1, Traits.ReleaseMarker) && !Repeated.Contains(this[0].Text) && (IsHeadlineOverText(2) || IsPageOfNews(this[1].Words)))
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

    private bool IsHeadlineOverText(int at) => PageShapeReader.IsHeadline(this, at) && this[at + 1].Text.Length >= ShortestText;

    /// <summary>"PRESS RELEASE" over the first release and over others is a marker, though it could be the name of the page.</summary>
    private bool IsMarkerOfMany(int at) => Is(at, Traits.ReleaseMarker) && Repeated.Contains(this[at].Text);

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
