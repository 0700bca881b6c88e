namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>How the releases of a page are set apart, as far as the page as a whole tells.</summary>
/// <param name="DateLines">Each release has a date line of its own.</param>
/// <param name="TitleOverDate">The headline stands over the date line, not under it.</param>
/// <param name="Titles">Releases begin with a headline.</param>
/// <param name="Markers">Releases begin with "For immediate release" or an embargo.</param>
/// <param name="ContactFirst">The contact block stands over the release.</param>
/// <param name="EndMarks">Releases close with "ENDS".</param>
/// <param name="Datelines">Leads begin with a dateline.</param>
/// <param name="LabelsTrail">The content system's labels stand behind the text.</param>
/// <param name="PhotosLead">Photo credits stand over headlines.</param>
/// <param name="DatesTrail">The date line stands behind the text.</param>
/// <param name="Dense">Paragraphs stand right under one another, without empty lines.</param>
/// <param name="WideGap">Releases are parted by so many empty lines, or more, and paragraphs by fewer; 0 where they are not.</param>
internal sealed record PageShape(
    bool DateLines, bool TitleOverDate, bool Titles, bool Markers, bool ContactFirst, bool EndMarks, bool Datelines, bool LabelsTrail, bool PhotosLead, int WideGap, bool Separators, bool DatesTrail, bool Dense)
{
    /// <summary>Whether something on the page marks each start, so that nothing else should.</summary>
    public bool IsDelimited => DateLines || Markers || ContactFirst;
}

internal static class PageShapeReader
{
    public static PageShape Read(Page page)
    {
        int dates = 0, titleOver = 0, titleUnder = 0, markers = 0, ends = 0, datelines = 0, labels = 0, labelsTrail = 0, photosLead = 0, photos = 0, separators = 0;
        for (var i = page.First; i < page.Count; i++)
        {
            var inBlock = page.BlockStart(i) >= 0;
            var trails = false;
            if (page.Is(i, Traits.LabelRun))
            {
                labels++;
                var text = i - 1;
                while (text > page.First && page.Is(text, Traits.LabelRun))
                    text--;
                trails = text > page.First && !IsHeadline(page, text) && (page[text].Text.Length > 120 || page.BlockStart(text) >= 0 || page[text].Text[^1] == '.');
                labelsTrail += trails ? 1 : 0;
            }

            if (page.Is(i, Traits.DateLine | Traits.MetaLine) && !inBlock && !trails && !page.Is(i - 1, Traits.EventCard) && !(page.Is(i, Traits.LabelRun) && page.Is(i - 1, Traits.MetaLine)))
            {
                dates++;
                titleOver += TitleTop(page, i) is var top && top >= page.First && (top == page.First || EndsText(page, top - 1) || IsSetApart(page, top, i)) ? 1 : 0;
                titleUnder += IsHeadline(page, i + 1) ? 1 : 0;
            }

            markers += page.Is(i, Traits.ReleaseMarker | Traits.Embargo) && !page.Is(i - 1, Traits.ReleaseMarker | Traits.Embargo) ? 1 : 0;
            ends += page.Is(i, Traits.EndMark) ? 1 : 0;
            datelines += page.Is(i, Traits.Dateline) ? 1 : 0;
            separators += page.Is(i, Traits.Separator) ? 1 : 0;
            if (page.Is(i, Traits.PhotoCredit))
            {
                photos++;
                photosLead += page.Is(i + 1, Traits.TitleLike) ? 1 : 0;
            }
        }

        var leadsByDate = page.Is(page.First, Traits.DateLine | Traits.MetaLine);
        var datesTrail = !leadsByDate && DatesTrail(page);
        var titleOverDate = !leadsByDate && titleOver > titleUnder / 2 && titleOver * 2 >= dates;
        return new(
            DateLines: !datesTrail && (dates >= 2 || (dates == 1 && (leadsByDate || titleOverDate))),
            TitleOverDate: titleOverDate,
            Titles: IsHeadline(page, page.First) || page.Is(page.First, Traits.PhotoCredit) && IsHeadline(page, page.First + 1),
            Markers: markers >= 1 && (markers >= 2 || BeginsWithMarker(page)),
            ContactFirst: BeginsWithContact(page) || MarkersFollowContacts(page),
            EndMarks: ends >= 1,
            Datelines: datelines >= 2,
            LabelsTrail: labels > 0 && labelsTrail * 2 >= labels,
            PhotosLead: photos > 0 && photosLead * 2 >= photos,
            WideGap: WideGap(page),
            Separators: separators >= 1,
            DatesTrail: datesTrail,
            Dense: IsDense(page));
    }

    /// <summary>Whether the date lines of a page stand behind their texts: each of them does, and the last one closes the page or what stands under them parts them from the next headline.</summary>
    private static bool DatesTrail(Page page)
    {
        int all = 0, parted = 0;
        for (var i = page.First; i < Math.Min(page.Count, page.Foot); i++)
        {
            if (!page.Is(i, Traits.DateLine | Traits.MetaLine) || page.Is(i, Traits.LabelRun) || page.BlockStart(i) >= 0 || page.HeadStart(i) >= 0)
                continue;
            all++;
            if (!Trails(page, i))
                return false;
            parted += i + 1 >= Math.Min(page.Count, page.Foot) || page.Is(i + 1, Traits.Separator) ? 1 : 0;
        }

        return all > 1 && (parted * 2 >= all || Enumerable.Range(page.First, page.Count - page.First).Last(i => page.Is(i, Traits.DateLine | Traits.MetaLine)) is var last && (last == page.Count - 1 || last + 1 >= page.Foot || page.ClosedByDate));
    }

    /// <summary>Whether a date line stands under text and over the end of the page or a headline with text of its own.</summary>
    public static bool Trails(Page page, int date)
    {
        if (date > page.First + 1 && page.ClosedByDate && !(IsHeadline(page, date - 1) && page[date - 1].BlankLinesBefore > 0))
            return true;
        if (date <= page.First + 1 || IsHeadline(page, date - 1) || !(page[date - 1].Text.Length > 120 || page.BlockStart(date - 1) >= 0 || page[date - 1].Text[^1] is '.' or '!' or '?' or '”' or '"' || page.Is(date - 1, Traits.LinkLine)))
            return false;
        var next = date + 1;
        while (next < page.Count && page.Is(next, Traits.Separator))
            next++;
        return next >= page.Count || next >= page.Foot || (IsHeadline(page, next) && !page.Is(next + 1, Traits.DateLine | Traits.MetaLine));
    }

    /// <summary>So many short lines under the last date may be the site's.</summary>
    private const int MostUnderDate = 4;

    /// <summary>Whether a date line is the last thing on the page, which it can only close, and none stands over the first text.</summary>
    public static bool IsClosedByDate(Page page)
    {
        var last = Math.Min(page.Count, page.Foot) - 1;
        var under = last - MostUnderDate;
        while (last > page.First && (page.Is(last, Traits.Separator) || (last > under && page[last].Text.Length < ShortestText && page.BlockStart(last) < 0 && !page.Is(last, Traits.DateLine | Traits.MetaLine | Traits.EndMark))))
            last--;
        if (!page.Is(last, Traits.DateLine | Traits.MetaLine))
            return false;
        for (var i = page.First; i < last; i++)
        {
            if (page.Is(i, Traits.DateLine | Traits.MetaLine))
                return false;
            if (page.IsText(i))
                return true;
        }

        return false;
    }

    /// <summary>Whether most paragraphs stand right under the one before.</summary>
    private static bool IsDense(Page page)
    {
        int all = 0, close = 0;
        for (var i = page.First + 1; i < Math.Min(page.Count, page.Foot); i++)
        {
            all++;
            close += page[i].BlankLinesBefore == 0 ? 1 : 0;
        }

        return all >= 4 && close * 4 > all * 3;
    }

    /// <summary>More lines than this over a date line are no headline.</summary>
    private const int MostTitleLines = 4;

    /// <summary>The first line of the headline that stands over a date line, its second line, a subtitle and a byline between them; -1 for none.</summary>
    public static int TitleTop(Page page, int date)
    {
        var top = page.Is(date - 1, Traits.Byline) ? date - 2 : date - 1;
        if (top < page.First || !IsHeadline(page, top))
            return -1;
        while (top > page.First && page[top].BlankLinesBefore == 0 && IsHeadline(page, top - 1) && date - top < MostTitleLines)
            top--;
        return top > page.First && page[top].BlankLinesBefore == 0 && IsCategory(page, top - 1) ? top - 1 : top;
    }

    /// <summary>"Maternity" right over a headline: a word for the kind of news.</summary>
    public static bool IsCategory(Page page, int at) =>
        page[at].Words.Length == 1 && page[at].Text.Length <= 30 && page[at].Words[0].Is(WordTraits.Capital) && char.IsLetter(page[at].Text[^1]) && page.BlockStart(at) < 0
        && !page.Is(at, Traits.Separator | Traits.EndMark | Traits.ReleaseMarker | Traits.NotesHeading | Traits.AboutHeading | Traits.Navigation | Traits.Bullet | Traits.DateLine | Traits.LabelRun);

    /// <summary>A line that can be a headline and stands alone.</summary>
    public static bool IsHeadline(Page page, int at) =>
        page.Is(at, Traits.TitleLike) && page.BlockStart(at) < 0 && !page.Is(at, Traits.Bullet | Traits.Numbered | Traits.LooksBack);

    /// <summary>A headline and its date line right under one another, with empty lines over and under both.</summary>
    private static bool IsSetApart(Page page, int title, int date) =>
        page[title].BlankLinesBefore > 0 && page[date].BlankLinesBefore == 0 && date + 1 < page.Count && page[date + 1].BlankLinesBefore > 0;

    private static bool EndsText(Page page, int at) => page[at].Text.Length > 0 && (page[at].Text[^1] is '.' or '!' or '?' or '"' or '”' || page.BlockStart(at) >= 0 || page.Is(at, Traits.EndMark | Traits.LabelRun | Traits.AboutHeading | Traits.LinkLine | Traits.PhotoCredit | Traits.Separator | Traits.Bullet | Traits.EventCard));

    private static bool BeginsWithMarker(Page page)
    {
        for (var i = page.First; i < Math.Min(page.First + 6, page.Count); i++)
        {
            if (page.Is(i, Traits.ReleaseMarker | Traits.Embargo))
                return true;
        }

        return false;
    }

    /// <summary>The page opens with a contact block, and a headline, a marker or text comes behind it; under the names of the site and the page only where no release closes with one.</summary>
    private static bool BeginsWithContact(Page page)
    {
        var block = page.First;
        while (block < page.Count && page.BlockStart(block) < 0)
            block++;
        if (block > page.First && block < page.Count && page.OpensPage(block) && !page.EndsInContact && HasBlock(page, page.BlockEnd(block) + 1))
            return !BeginsText(page, page.BlockEnd(block) + 1) || LeadsOthers(page, page.BlockEnd(block) + 1);
        var first = page.First;
        while (page.Is(first, Traits.DateLine | Traits.ReleaseMarker | Traits.Embargo) && first < page.First + 3)
            first++;
        return !page.EndsInContact && first < page.Count && page.BlockStart(first) == first && page.BlockEnd(first) + 1 < page.Count && page[first].Text.Length < 300 && first == page.First;
    }

    /// <summary>Whether a headline, a marker or a date stands there.</summary>
    private static bool BeginsText(Page page, int at) => IsHeadline(page, at) || page.Is(at, Traits.ReleaseMarker | Traits.Embargo | Traits.DateLine | Traits.MetaLine);

    /// <summary>Whether what stands behind the first block stands behind another one as well: else a block that text follows without a headline only closes its release.</summary>
    private static bool LeadsOthers(Page page, int from)
    {
        for (var i = from; i < page.Count; i++)
        {
            if (page.BlockStart(i) == i && BeginsText(page, page.BlockEnd(i) + 1))
                return true;
        }

        return false;
    }

    private static bool HasBlock(Page page, int from)
    {
        for (var i = from; i < page.Count; i++)
        {
            if (page.BlockStart(i) == i)
                return true;
        }

        return false;
    }

    /// <summary>More lines than this over the first contact block are no name of a page.</summary>
    public const int MostNameLines = 3;

    /// <summary>"Media enquiries: …" over "For immediate release", the first one at the top of the page under no more than its name.</summary>
    private static bool MarkersFollowContacts(Page page)
    {
        var first = page.First;
        while (first < page.Count && page.BlockStart(first) < 0)
            first++;
        if (first == page.Count || !page.OpensPage(first))
            return false;
        var (marked, behind) = (0, 0);
        for (var i = first; i < page.Count; i++)
        {
            if (!page.Is(i, Traits.ReleaseMarker | Traits.Embargo) || page.Is(i - 1, Traits.ReleaseMarker | Traits.Embargo))
                continue;
            marked++;
            behind += page.BlockEnd(page.Is(i - 1, Traits.DateLine) ? i - 2 : i - 1) >= 0 ? 1 : 0;
            if (behind == 0)
                return false;
        }

        // Where the last release closes with a contact, a block between two of them may close the first as well.
        return marked > 1 && (behind == marked || (behind * 2 > marked && !page.EndsInContact));
    }

    /// <summary>A paragraph of so many characters is text, not a line of a header or footer.</summary>
    private const int ShortestText = 80;

    /// <summary>Whether most date lines stand right under the text before, so that empty lines part paragraphs and not releases.</summary>
    private static bool DatesStandClose(Page page)
    {
        int all = 0, close = 0;
        for (var i = page.First + 1; i < Math.Min(page.Count, page.Foot); i++)
        {
            if (!page.Is(i, Traits.DateLine | Traits.MetaLine) || page.BlockStart(i) >= 0 || !EndsText(page, i - 1))
                continue;
            all++;
            close += page[i].BlankLinesBefore == 0 ? 1 : 0;
        }

        return all > 1 && close * 2 > all;
    }

    /// <summary>Single empty lines between paragraphs and wider gaps now and then, with text before and behind them: those that set off the page's header and footer part nothing.</summary>
    private static int WideGap(Page page)
    {
        if (DatesStandClose(page))
            return 0;
        var (first, last) = (page.First, page.Count - 1);
        while (first < last && page[first].Text.Length < ShortestText)
            first++;
        while (last > first && page[last].Text.Length < ShortestText && page.BlockStart(last) < 0)
            last--;
        var least = int.MaxValue;
        for (var i = first + 1; i <= last; i++)
        {
            if (page[i].BlankLinesBefore > 0)
                least = Math.Min(least, page[i].BlankLinesBefore);
        }

        int wide = 0, usual = 0, next = int.MaxValue;
        for (var i = first + 1; i <= last; i++)
        {
            usual += page[i].BlankLinesBefore == least ? 1 : 0;
            if (page[i].BlankLinesBefore <= least)
                continue;
            wide++;
            next = Math.Min(next, page[i].BlankLinesBefore);
        }

        if (wide > 0 && usual >= wide * 2)
            return next;
        // Where paragraphs stand right under one another any empty line is wide.
        return least < int.MaxValue && IsDense(page) ? least : 0;
    }
}
