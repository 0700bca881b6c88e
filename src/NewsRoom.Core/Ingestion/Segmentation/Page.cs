using NewsRoom.Core.Ingestion.Reading;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A page as the cues look at it: its paragraphs, what they are, and how its releases are set apart.</summary>
internal sealed partial class Page
{
    private readonly int[] _blockEnd;
    private readonly int[] _blockStart;
    private readonly int[] _headStart;
    private readonly HashSet<int> _tails = [];
    private Vocabulary? _vocabulary;
    private Dictionary<string, int>? _repeated;
    private bool? _closedByDate;

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

    public PageShape Shape { get; private set; } = new(false, false, false, false, false, false, false, false, false, 0, false, false, false);

    public Paragraph this[int at] => Paragraphs[at];

    public int Count => Paragraphs.Count;

    /// <summary>Made when a cue first asks.</summary>
    public Vocabulary Vocabulary => _vocabulary ??= new(Paragraphs);

    public static Page Read(IReadOnlyList<SourceLine> lines, int firstLine, bool monthFirst)
    {
        var page = new Page(ParagraphReader.Read(lines, firstLine), monthFirst);
        foreach (var paragraph in page.Paragraphs)
            ParagraphClassifier.Classify(paragraph, monthFirst);
        page.FindLabels();
        page.FindButtons();
        page.FindFooter();
        page.FindHeader();
        page.FindContactBlocks();
        page.FindName();
        page.FindPeriods();
        page.FindTemplate();
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

    /// <summary>Takes the lines over and under each text for its head and tail where the page shows what they are.</summary>
    private void FindTemplate()
    {
        if (PageTemplate.Read(this) is not { } template)
            return;
        if (template.Heads is [var (top, _), ..] && top != First && top < Foot)
            First = top;
        foreach (var (first, last) in template.Heads)
        {
            for (var i = first; i <= last; i++)
                _headStart[i] = first;
        }

        foreach (var (first, last) in template.Tails)
        {
            for (var i = first; i <= last; i++)
                _tails.Add(i);
        }

        foreach (var line in template.Repeats)
            this[line].Traits = (this[line].Traits | Traits.Navigation) & ~Traits.TitleLike;
    }

    /// <summary>"Language English" right over "Posted: …" is a label too.</summary>
    private void FindLabels()
    {
        for (var i = Count - 2; i >= 0; i--)
        {
            if (Is(i + 1, Traits.LabelRun) && this[i + 1].BlankLinesBefore == 0 && this[i].Words.Length is > 1 and <= 4 && Is(i, Traits.TitleLike) && Lexicon.SystemLabels.Starts(this[i].Words))
                this[i].Traits = Traits.LabelRun;
        }
    }

    /// <summary>Leaves paragraphs out of what is read.</summary>
    private void Leave(HashSet<Paragraph> some)
    {
        Paragraphs.RemoveAll(some.Contains);
        for (var i = 0; i < Paragraphs.Count; i++)
            Paragraphs[i].Index = i;
    }

    /// <summary>Makes everything before a paragraph the page's header.</summary>
    public void BeginAt(int at) => First = at;

    public bool Is(int at, Traits traits) => (uint)at < (uint)Paragraphs.Count && Paragraphs[at].Is(traits);

    /// <summary>Joins what stands over a release — marker, embargo, date, photo credit, headline, byline — to one head.</summary>
    private void FindHeads()
    {
        const Traits anchor = Traits.DateLine | Traits.MetaLine | Traits.ReleaseMarker | Traits.Embargo;
        for (var i = First; i < Count; i++)
        {
            if (!Is(i, anchor) || HeadStart(i) >= 0 || IsTail(i) || IsDateBeforeDated(i) || (BlockStart(i) >= 0 && !Is(i, Traits.Embargo | Traits.ReleaseMarker)) || IsTailLabel(i) || IsInsideText(i) || IsTailDate(i))
                continue;
            var start = i;
            while (start > First && JoinsBackwards(start, i))
                start--;
            if (Shape.ContactFirst && Is(i, Traits.ReleaseMarker | Traits.Embargo))
                start = BehindBlock(start);
            // Nothing stands before the first block of a page that it could be the contact of.
            if (start > First && BlockStart(start - 1) >= First && (Shape.ContactFirst || OpensPage(BlockStart(start - 1))))
                start = BlockStart(start - 1);
            while (IsLetterhead(start) || IsNameOverHead(start))
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

        for (var i = First; i + 1 < Count; i++)
        {
            if (IsCreditOverDateline(i))
                _headStart[i] = i;
        }
    }

    /// <summary>"Photo: Anna Roe" right over "GENEVA, 4 April 2017 – …", or first on the page: it is of that release, where one with an empty line behind it may close the release before.</summary>
    private bool IsCreditOverDateline(int at) =>
        Is(at, Traits.PhotoCredit) && Is(at + 1, Traits.Dateline) && HeadStart(at) < 0 && HeadStart(at + 1) < 0 && BlockStart(at) < 0 && (at == First || (this[at].BlankLinesBefore > 0 && this[at + 1].BlankLinesBefore == 0));

    /// <summary>"23 February 2009" under a text, and over "PRESS RELEASE" with a date of its own right under it.</summary>
    private bool IsDateBeforeDated(int at)
    {
        if (!Is(at, Traits.DateLine) || Is(at, Traits.ReleaseMarker | Traits.Embargo | Traits.LabelRun) || at == First || Shape.TitleOverDate || !(IsText(at - 1) || BlockEnd(at - 1) >= 0) || this[at + 1 < Count ? at + 1 : at].BlankLinesBefore == 0)
            return false;
        var next = at + 1;
        while (Is(next, Traits.ReleaseMarker))
            next++;
        return next > at + 1 && Is(next, Traits.DateLine) && this[next].BlankLinesBefore == 0;
    }

    /// <summary>Whether the last thing on the page is a contact, but for a line of the site's: its releases close with them then, or some do.</summary>
    public bool EndsInContact => BlockEnd(Math.Min(Foot, Count) - 1) >= 0 || (Math.Min(Foot, Count) - 2 is > 0 and var last && BlockEnd(last) == last && this[last + 1].Text.Length < ShortestSentence && this[last + 1].BlankLinesBefore > 0 && !Is(last + 1, Traits.EndMark | Traits.Bullet | Traits.Numbered));

    /// <summary>Whether no more than the names of the site and the page stand over a contact block, which is no name of one ("Press office archive") itself.</summary>
    public bool OpensPage(int block)
    {
        for (var i = First; i < block; i++)
        {
            if (i - First >= PageShapeReader.MostNameLines || !Is(i, Traits.TitleLike | Traits.Navigation) || this[i].Text.Length > 80)
                return false;
        }

        return Enumerable.Range(block, BlockEnd(block) - block + 1).Any(i => Is(i, Traits.ContactDetail) || this[i].Text.AsSpan().ContainsAnyInRange('0', '9'));
    }

    /// <summary>"The Lantern Project" right over "Press office: 020 7946 0123", as over other blocks of the page: the name on the paper.</summary>
    public bool IsLetterhead(int block) =>
        block > First && BlockStart(block) == block && this[block].BlankLinesBefore == 0 && Is(block - 1, Traits.TitleLike) && BlockStart(block - 1) < 0 && this[block - 1].Text.Length <= 80 && Repeated.ContainsKey(this[block - 1].Text);

    /// <summary>"NORTHERN FELL RACING ASSOCIATION" right over "Press notice, 22 May 2018", as over others.</summary>
    private bool IsNameOverHead(int head) =>
        head > First && this[head].BlankLinesBefore == 0 && HeadStart(head - 1) < 0 && Is(head - 1, Traits.TitleLike) && BlockStart(head - 1) < 0 && Repeated.ContainsKey(this[head - 1].Text);

    /// <summary>How often each short line that comes again stands on the page, found when a head first asks.</summary>
    private Dictionary<string, int> Repeated =>
        _repeated ??= Paragraphs.Where(p => p.Text.Length <= 80).CountBy(p => p.Text, StringComparer.Ordinal).Where(g => g.Value > 1).ToDictionary(StringComparer.Ordinal);

    /// <summary>How often a short line stands on the page; 0 for text.</summary>
    public int TimesOnPage(int at) => (uint)at >= (uint)Count || this[at].Text.Length > 80 ? 0 : Repeated.GetValueOrDefault(this[at].Text, 1);

    /// <summary>Whether a date line is the last thing on the page, which it can only close; found when a date line first asks.</summary>
    public bool ClosedByDate => _closedByDate ??= PageShapeReader.IsClosedByDate(this);

    /// <summary>Whether a line stands under a text as under others of the page.</summary>
    public bool IsTail(int at) => _tails.Contains(at);

    /// <summary>"Posted by Anna Roe on May 21, 2013 | 2 Comments" under a release, where the page dates its releases there.</summary>
    public bool IsTailDate(int i) => Shape.DatesTrail && !IsTail(i) && Is(i, Traits.DateLine | Traits.MetaLine) && PageShapeReader.Trails(this, i);

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
        if (Is(before, Traits.DateLine) && !Is(anchor, Traits.DateLine) && !IsTailLabel(before) && !IsDateBeforeDated(before))
            return true;
        if (Is(anchor, Traits.DateLine | Traits.MetaLine) && !Is(anchor, Traits.ReleaseMarker | Traits.Embargo) && Shape.TitleOverDate && Is(before, Traits.TitleLike) && (start == anchor || Is(start, Traits.Byline)))
            return true;
        if (Is(anchor, Traits.DateLine | Traits.MetaLine) && !Is(anchor, Traits.ReleaseMarker | Traits.Embargo) && Shape.TitleOverDate && (Is(before, Traits.TitleLike | Traits.Byline) || PageShapeReader.IsCategory(this, before)) && PageShapeReader.TitleTop(this, anchor) is >= 0 and var top && before >= top)
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
