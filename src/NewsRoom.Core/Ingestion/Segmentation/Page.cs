using NewsRoom.Core.Ingestion.Reading;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A page as the cues look at it: its paragraphs, what they are, and how its releases are set apart.</summary>
internal sealed class Page
{
    private readonly int[] _blockEnd;
    private readonly int[] _blockStart;
    private readonly int[] _headStart;
    private Vocabulary? _vocabulary;
    private HashSet<string>? _repeated;

    private Page(List<Paragraph> paragraphs, bool monthFirst)
    {
        Paragraphs = paragraphs;
        MonthFirst = monthFirst;
        _blockEnd = new int[paragraphs.Count];
        _blockStart = new int[paragraphs.Count];
        _headStart = new int[paragraphs.Count];
        Array.Fill(_blockEnd, -1);
        Array.Fill(_blockStart, -1);
        Array.Fill(_headStart, -1);
    }

    public List<Paragraph> Paragraphs { get; }

    public bool MonthFirst { get; }

    /// <summary>The first paragraph that is no page header.</summary>
    public int First { get; private set; }

    /// <summary>The first paragraph of the page's footer; <see cref="int.MaxValue"/> where it has none.</summary>
    public int Foot { get; private set; } = int.MaxValue;

    public PageShape Shape { get; private set; } = new(false, false, false, false, false, false, false, false, false, false, false);

    public Paragraph this[int at] => Paragraphs[at];

    public int Count => Paragraphs.Count;

    /// <summary>Made when a cue first asks.</summary>
    public Vocabulary Vocabulary => _vocabulary ??= new(Paragraphs);

    public static Page Read(IReadOnlyList<SourceLine> lines, int firstLine, bool monthFirst)
    {
        var page = new Page(ParagraphReader.Read(lines, firstLine), monthFirst);
        foreach (var paragraph in page.Paragraphs)
            ParagraphClassifier.Classify(paragraph, monthFirst);
        page.FindFooter();
        page.FindHeader();
        page.FindContactBlocks();
        page.FindName();
        page.Shape = PageShapeReader.Read(page);
        page.FindHeads();
        return page;
    }

    /// <summary>The last paragraph of the contact block that a paragraph belongs to; -1 when it belongs to none.</summary>
    public int BlockEnd(int at) => (uint)at < (uint)_blockEnd.Length ? _blockEnd[at] : -1;

    /// <summary>The first paragraph of the contact block that a paragraph belongs to; -1 when it belongs to none.</summary>
    public int BlockStart(int at) => (uint)at < (uint)_blockStart.Length ? _blockStart[at] : -1;

    /// <summary>The first paragraph of the head (date line, marker, headline, byline …) that a paragraph belongs to; -1 when it belongs to none.</summary>
    public int HeadStart(int at) => (uint)at < (uint)_headStart.Length ? _headStart[at] : -1;

    /// <summary>Makes everything before a paragraph the page's header.</summary>
    public void BeginAt(int at) => First = at;

    public bool Is(int at, Traits traits) => (uint)at < (uint)Paragraphs.Count && Paragraphs[at].Is(traits);

    /// <summary>"Load more", "© Harbour Trust 2016 Privacy Cookies": what stands at the foot of a page is no release, no photo credit and no contact.</summary>
    private void FindFooter()
    {
        const Traits other = Traits.TitleLike | Traits.PhotoCredit | Traits.ContactLead | Traits.ContactDetail | Traits.LinkLine | Traits.Bullet | Traits.DateLine | Traits.MetaLine;
        for (var i = Count - 1; i > 0 && (Is(i, Traits.Navigation | Traits.Separator) || ParagraphClassifier.IsFooter(this[i])); i--)
        {
            if (!Is(i, Traits.Separator | Traits.EndMark))
                this[i].Traits = (this[i].Traits | Traits.Navigation) & ~other;
            Foot = i;
        }
    }

    private void FindHeader()
    {
        while (First < Count && First < 12 && Is(First, Traits.Navigation))
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
        // The site's name over the headline of the first release, whose date line stands right under it.
        if (First == 0 && Count > 3 && IsShort(0) && this[0].Words.Length <= 6 && this[1].BlankLinesBefore > 0 && Is(1, Traits.TitleLike) && Is(2, Traits.DateLine | Traits.MetaLine) && this[2].BlankLinesBefore == 0)
            First = 1;
        if (First == 0 && Count > 3 && Is(0, Traits.TitleLike) && this[0].Words.Length <= 10 && Is(1, Traits.DateLine) && Paragraphs.Count(p => p.Is(Traits.DateLine)) >= 2 && DateLineLeads())
            First = 1;
    }

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
        var parts = paragraph.Text.Split(['|', '·', '•', '»', '›', '>'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
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

    private bool IsShort(int at) => this[at].Text.Length <= 80 && this[at].Text[^1] is not ('.' or ',' or ';') && !Is(at, Traits.DateLine | Traits.MetaLine | Traits.ContactLead | Traits.ContactDetail | Traits.Embargo);

    private static readonly System.Buffers.SearchValues<char> TitleSigns = System.Buffers.SearchValues.Create("|–—:»›>/");

    /// <summary>"University of Tayport – News archive", "Museum | Press", "Museum | Press | 2015": a word of page furniture at the end, behind a sign or alone, and perhaps the time that the page is of.</summary>
    private static bool NamesPage(Paragraph paragraph)
    {
        var words = WithoutPeriod(paragraph.Words);
        if (words.Length is < 2 or > 9)
            return false;
        var signed = paragraph.Text.AsSpan().IndexOfAny(TitleSigns) > 0 || paragraph.Text.Contains(" - ", StringComparison.Ordinal);
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

    private void FindContactBlocks()
    {
        for (var i = First; i < Count; i++)
        {
            var named = !Is(i, Traits.ContactLead | Traits.ContactDetail) && (IsNameLine(i) || IsPersonWithRole(i)) && (IsDetail(i + 1) || IsPersonLine(i) && (IsNameLine(i + 1) || IsRoleLine(i + 1)) && (IsDetail(i + 2) || IsNameLine(i + 2) && IsDetail(i + 3)));
            named |= IsForm(i);
            if (!named && !Is(i, Traits.ContactLead | Traits.ContactDetail))
                continue;
            var end = i;
            while (end + 1 < Count && Extends(end, i))
                end++;
            for (var j = i; j <= end; j++)
            {
                _blockStart[j] = i;
                _blockEnd[j] = end;
            }

            i = end;
        }
    }

    private bool IsDetail(int at) => Is(at, Traits.ContactDetail) && !Is(at, Traits.ContactLead);

    /// <summary>"Anna Roe", "Anna Roe, Senior Press Officer": a line that a person is named on, and nothing else.</summary>
    private bool IsPersonLine(int at)
    {
        var (text, words) = (this[at].Text, this[at].Words);
        return words.Length >= 2 && words[0].Start == 0 && words[1].Is(WordTraits.Capital) && Extraction.NameReader.Reads(text, words, 0, out _, out var end, mayBeRole: true)
            && (end == text.Length || (text[end] is ',' or '|' or '–' or '-' && Extraction.RoleReader.NamesRole(text[end..])));
    }

    /// <summary>The most lines of a form from the name to the first number.</summary>
    private const int MostFormLines = 4;

    /// <summary>"Name: Anna Roe", "Title: Head of Media", "Phone: …" in lines right under one another.</summary>
    private bool IsForm(int at)
    {
        if (!HasFormLabel(at, Lexicon.NameLabels))
            return false;
        for (var i = at + 1; i < Count && i <= at + MostFormLines && this[i].BlankLinesBefore == 0; i++)
        {
            if (IsDetail(i))
                return true;
            if (!HasFormLabel(i, Lexicon.PositionLabels))
                return false;
        }

        return false;
    }

    private bool HasFormLabel(int at, PhraseSet labels) =>
        this[at].Text.Length <= 110 && labels.MatchAt(this[at].Words, 0) is > 0 and var n && this[at].Text.AsSpan(this[at].Words[n - 1].End).TrimStart(' ') is [':', ..];

    /// <summary>"Anne Roe, responsable des relations presse": a person and a role in small letters.</summary>
    private bool IsPersonWithRole(int at) =>
        at < Count && this[at].Text.Length <= 110 && this[at].Text[^1] is not ('.' or '?' or '!') && !Is(at, Traits.ContactLead | Traits.ContactDetail | Traits.Dateline | Traits.Byline | Traits.PhotoCredit) && this[at].Text.Contains(',', StringComparison.Ordinal) && IsPersonLine(at);

    /// <summary>"For more information, please contact:" again, as at the top of the page: the contact of the next release and not more of this one's.</summary>
    private bool OpensAnew(int at)
    {
        if (this[at].BlankLinesBefore == 0 || this[at].Text[^1] != ':')
            return false;
        for (var i = First; i < Math.Min(at, First + 3); i++)
        {
            if (BlockStart(i) == i)
                return this[i].Text == this[at].Text;
        }

        return false;
    }

    /// <summary>"Responsable des relations presse" between a name and its number.</summary>
    private bool IsRoleLine(int at) =>
        at < Count && this[at].Text.Length <= 80 && this[at].Words.Length is > 0 and <= 9 && this[at].Words[0].Is(WordTraits.Capital) && this[at].Text[^1] is not ('.' or '?' or '!' or ':') && this[at].Words.Any(Extraction.RoleReader.IsPersonRole);

    private bool Extends(int end, int start)
    {
        var next = end + 1;
        if (Is(next, Traits.ContactDetail))
            return true;
        if (Is(next, Traits.ContactLead))
            return this[next].Text.Length <= 300 && !OpensAnew(next);
        // A name under an open lead-in, or between details: the line behind it decides.
        // "…, Email:" lost an address, and what comes next is no name.
        var open = Is(end, Traits.ContactLead) && this[end].Text[^1] is ':' && this[end].Text.Length <= 160 && (this[end].Words.Length < 4 || Lexicon.ContactLabels.MatchAt(this[end].Words, this[end].Words.Length - 1) == 0);
        var heading = Is(end, Traits.ContactLead) && this[end].Words.Length <= 5 && this[end].Text[^1] != '.';
        if (IsRoleLine(next) && IsNameLine(end) && (IsDetail(next + 1) || IsNameLine(next + 1) && IsDetail(next + 2)))
            return true;
        if (next < Count && this[next].BlankLinesBefore == 0 && (HasFormLabel(next, Lexicon.PositionLabels) || HasFormLabel(next, Lexicon.NameLabels)))
            return true;
        if (!IsNameLine(next) && !IsPersonWithRole(next))
            return false;
        return open || heading || Is(next + 1, Traits.ContactDetail) && !Is(next + 1, Traits.ContactLead) || (end > start && IsNameLine(end) && Is(next + 1, Traits.ContactDetail))
            || (IsNameLine(next + 1) && Is(next + 2, Traits.ContactDetail) && !Is(next + 2, Traits.ContactLead) && this[next].Words.Length <= 8);
    }

    /// <summary>A short line of capitalised words: a person, a role or an office in a block.</summary>
    private bool IsNameLine(int at)
    {
        if (at >= Count || this[at].Text.Length > 110 || this[at].Words.Length is 0 or > 14 || Is(at, Traits.Bullet | Traits.DateLine | Traits.EventCard | Traits.Embargo | Traits.ReleaseMarker | Traits.EndMark | Traits.NotesHeading | Traits.AboutHeading | Traits.Dateline))
            return false;
        var words = this[at].Words;
        if (Lexicon.PhotoWords.Find(words) >= 0 && this[at].Text.Contains(':', StringComparison.Ordinal))
            return false;
        var capitals = words.Count(w => w.Is(WordTraits.Capital));
        var plain = words.Count(w => !w.Is(WordTraits.Capital) && !w.Is(WordTraits.Stop) && !w.Is(WordTraits.Number));
        return words[0].Is(WordTraits.Capital) && capitals >= 2 - (words.Length == 1 ? 1 : 0) && plain <= capitals / 2 && this[at].Text[^1] is not ('.' or '?' or '!');
    }

    /// <summary>Joins what stands over a release — marker, embargo, date, photo credit, headline, byline — to one head.</summary>
    private void FindHeads()
    {
        const Traits anchor = Traits.DateLine | Traits.MetaLine | Traits.ReleaseMarker | Traits.Embargo;
        for (var i = First; i < Count; i++)
        {
            if (!Is(i, anchor) || HeadStart(i) >= 0 || (BlockStart(i) >= 0 && !Is(i, Traits.Embargo | Traits.ReleaseMarker)) || IsTailLabel(i) || IsInsideText(i))
                continue;
            var start = i;
            while (start > First && JoinsBackwards(start, i))
                start--;
            if (Shape.ContactFirst && start > First && BlockStart(start - 1) >= First)
                start = BlockStart(start - 1);
            while (IsLetterhead(start))
                start--;
            var end = i;
            while (end + 1 < Count)
            {
                if (JoinsForwards(end, i))
                    end++;
                else if (BlockStart(end + 1) == end + 1 && LeadsToHeadline(BlockEnd(end + 1) + 1))
                    end = BlockEnd(end + 1);
                else
                    break;
            }

            for (var j = start; j <= end; j++)
                _headStart[j] = start;
            i = end;
        }
    }

    /// <summary>"The Lantern Project" right over "Press office: 020 7946 0123", as over other blocks of the page: the name on the paper.</summary>
    public bool IsLetterhead(int block) =>
        block > First && BlockStart(block) == block && this[block].BlankLinesBefore == 0 && Is(block - 1, Traits.TitleLike) && BlockStart(block - 1) < 0 && this[block - 1].Text.Length <= 80 && Repeated.Contains(this[block - 1].Text);

    /// <summary>Short lines that stand on the page more than once, found when a head first asks.</summary>
    private HashSet<string> Repeated => _repeated ??= [.. Paragraphs.Where(p => p.Text.Length <= 80).GroupBy(p => p.Text, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key)];

    /// <summary>"Posted: … Image: Region-Country:" under a release, where the page sets its labels behind the text.</summary>
    private bool IsTailLabel(int i) => Is(i, Traits.LabelRun) && !Is(i - 1, Traits.TitleLike | Traits.MetaLine | Traits.Byline) && i > First && !Is(i + 1, Traits.TitleLike | Traits.Byline) | (Shape.LabelsTrail && Is(i, Traits.LabelRun));

    /// <summary>A date between the paragraphs of a page whose other releases do not begin so: "WHEN" cards, timetables.</summary>
    private bool IsInsideText(int i) => Is(i, Traits.DateLine) && !Is(i, Traits.LabelRun) && !Shape.DateLines && ((Is(i - 1, Traits.EventCard) && this[i].BlankLinesBefore == 0) || (i > First && this[i - 1].Text.EndsWith(':') && BlockStart(i - 1) < 0));

    private bool JoinsBackwards(int start, int anchor)
    {
        var before = start - 1;
        if (BlockStart(before) >= 0 || HeadStart(before) >= 0)
            return false;
        if (Is(before, Traits.ReleaseMarker | Traits.Embargo))
            return true;
        if (Is(before, Traits.DateLine) && !Is(anchor, Traits.DateLine) && !IsTailLabel(before))
            return true;
        if (Is(anchor, Traits.DateLine | Traits.MetaLine) && Shape.TitleOverDate && Is(before, Traits.TitleLike) && (start == anchor || Is(start, Traits.Byline)))
            return true;
        if (Is(anchor, Traits.DateLine | Traits.MetaLine) && Shape.TitleOverDate && Is(before, Traits.TitleLike | Traits.Byline) && PageShapeReader.TitleTop(this, anchor) is >= 0 and var top && before >= top)
            return true;
        return Is(before, Traits.PhotoCredit) && Is(start, Traits.TitleLike) && (this[before].BlankLinesBefore > 0 || before == First) && this[start].BlankLinesBefore <= 1 && Shape.PhotosLead;
    }

    private bool JoinsForwards(int end, int anchor)
    {
        var next = end + 1;
        if (Is(next, Traits.ReleaseMarker | Traits.Embargo | Traits.Byline))
            return true;
        if (Is(next, Traits.DateLine | Traits.MetaLine))
            return !Is(anchor, Traits.DateLine) || Is(anchor, Traits.Embargo) || Is(next, Traits.LabelRun) || (Is(next, Traits.MetaLine) && !Is(anchor, Traits.MetaLine));
        if (Is(next, Traits.PhotoCredit))
            return Is(next + 1, Traits.TitleLike);
        if (!Is(next, Traits.TitleLike) || Is(end, Traits.Byline))
            return false;
        // A second short line after the headline is a subtitle when the text follows it.
        return !HasTitle(end, anchor) || (this[next].BlankLinesBefore == 0 && !Is(next, Traits.Dateline)) || (Is(end, Traits.TitleLike) && next + 1 < Count && this[next + 1].Text.Length > 120 && !HasTwoTitles(end));
    }

    /// <summary>A contact block between a marker and the headline belongs to the head.</summary>
    private bool LeadsToHeadline(int after) =>
        (Is(after, Traits.DateLine) && Is(after + 1, Traits.TitleLike) && LeadsToHeadline(after + 1)) || after + 1 < Count && Is(after, Traits.TitleLike | Traits.Embargo | Traits.ReleaseMarker) && BlockStart(after) < 0 && (this[after + 1].Text.Length > 80 || Is(after + 1, Traits.TitleLike));

    private bool HasTitle(int end, int anchor)
    {
        for (var i = end; i >= Math.Max(First, anchor - 2); i--)
        {
            if (Is(i, Traits.TitleLike) && BlockStart(i) < 0 && HeadOrAnchor(i, anchor, end))
                return true;
        }

        return false;
    }

    private bool HeadOrAnchor(int i, int anchor, int end) => i >= anchor || (i < anchor && Shape.TitleOverDate && i <= end);

    private bool HasTwoTitles(int end) => Is(end, Traits.TitleLike) && Is(end - 1, Traits.TitleLike);
}
