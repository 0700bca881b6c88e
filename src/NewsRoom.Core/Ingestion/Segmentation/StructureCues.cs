namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Date lines, markers and headlines that stand over a release.</summary>
internal sealed class HeadCue : ISegmentationCue
{
    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        var head = page.HeadStart(at);
        if (head < 0)
        {
            // What stands right under a head is its text.
            if (page.HeadStart(at - 1) >= 0)
                weights.Add(new("under-head", -12));
            else if (page.Shape.IsDelimited && !(page.Shape.ContactFirst && page.BlockStart(at) == at) && !page.Is(at - 1, Traits.Separator) && !page.IsTail(at - 1))
                weights.Add(new("no-delimiter", -4));
            return;
        }

        if (head != at)
        {
            weights.Add(new("inside-head", -12));
            return;
        }

        weights.Add(new(NameOf(page, at), 9));
        // A short line over it may be its headline, the name of a part of the page, or the end of the text before.
        if (at - 1 > start && page.Is(at - 1, Traits.TitleLike) && page.BlockStart(at - 1) < 0 && !page.IsTail(at - 1))
            weights.Add(new("line-above", -4));
    }

    private static string NameOf(Page page, int at)
    {
        for (var i = at; page.HeadStart(i) == at; i++)
        {
            if (page.Is(i, Traits.DateLine | Traits.MetaLine))
                return "date-line";
            if (page.Is(i, Traits.Embargo))
                return "embargo-line";
            if (page.Is(i, Traits.ReleaseMarker))
                return "release-marker";
        }

        return page.Is(at, Traits.TitleLike) ? "title-line" : "head";
    }
}

/// <summary>A headline with no date line: a short line over a lead.</summary>
internal sealed class TitleLineCue : ISegmentationCue
{
    /// <summary>Subheads inside a release are mostly no longer, in words.</summary>
    private const int LongestSubhead = 5;

    private static readonly KeySet Asking = KeySet.Of("how what why where who when comment pourquoi quand cómo qué quién cuándo dónde");

    private Page? _page;
    private bool _closes;

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0)
            return;
        var credit = page.Is(at, Traits.PhotoCredit) && page.Shape.PhotosLead && PageShapeReader.IsHeadline(page, at + 1);
        if (!credit && !PageShapeReader.IsHeadline(page, at))
        {
            if (page.Shape.Titles && !page.Is(at, Traits.Dateline))
                weights.Add(new("no-title", -5.2));
            if (page.Is(at - 1, Traits.TitleLike | Traits.Byline) && page.BlockStart(at - 1) < 0)
                weights.Add(new("under-title", -6));
            else if (page.Is(at - 1, Traits.PhotoCredit) && at - 2 >= start && PageShapeReader.IsHeadline(page, at - 2))
                weights.Add(new("under-title", -12));
            return;
        }

        // Markdown says which heading stands over which, where the one over the release has text of its own.
        if (HeadingMarks.Level(page[at].Text) is > 0 and var level && at - start > 1 && HeadingMarks.Level(page[start].Text) is > 0 and var over && HeadingMarks.Level(page[start + 1].Text) == 0 && over <= level)
            weights.Add(over < level ? new("sub-heading", -6) : new("heading", 2.5));
        if (!credit && page.Is(at - 1, Traits.TitleLike | Traits.PhotoCredit) && page.BlockStart(at - 1) < 0 && at - 1 >= start)
        {
            weights.Add(new("under-title", -4));
            return;
        }

        var text = credit ? at + 2 : at + 1;
        while (text < page.Count && page.Is(text, Traits.TitleLike | Traits.Byline | Traits.PhotoCredit) && text < at + 4)
            text++;
        if (text >= page.Count || (page[text].Text.Length < 80 && !IsAppointment(page, at)))
        {
            weights.Add(new("title-without-text", -0.68));
            return;
        }

        var weight = page.Shape.Titles ? 2.2 : 0.4;
        // A credit over a headline over a dateline is the beginning of a release, whatever stands before it.
        if (page.Is(text, Traits.Dateline))
            weight += credit ? 6 : 3;
        // Where the page opens with a picture's credit over a headline, others open so too.
        else if (credit && page.Is(page.First, Traits.PhotoCredit))
            weight += 6;
        else if (LeadCue.Signs(page, text) >= 1)
            weight += 1.2;
        if (page.Is(text, Traits.LooksBack) || page.Is(text, Traits.StartsLow | Traits.Bullet))
            weight -= 2;
        if (page.BlockEnd(at - 1) == at - 1 || page.Is(at - 1, Traits.EndMark | Traits.LinkLine | Traits.LabelRun))
            weight += 1.5;
        if (!page.Is(text, Traits.Dateline) && !credit && Closes(page) && !IsClosed(page, at))
            weights.Add(new("not-closed", page[at].Words.Length <= LongestSubhead ? -3.5 : -1.5));
        if (EndsInDate(page, at))
            weight += 3;
        if (page[at].Words.Length <= 3)
            weight -= 1.5;
        if (page[at].Text[^1] == '?')
            weight -= 0.7;
        // "How to apply", "What happens next"
        else if (page[at].Words.Length <= LongestSubhead && Asking.Contains(page[at].Words[0].Key))
            weight -= 1;
        weights.Add(new("title-line", weight * 1.7));
    }

    /// <summary>"New eye clinic opens at Dale Community Hospital (3 May 2016)".</summary>
    private static bool EndsInDate(Page page, int at) =>
        page[at].Dates(page.MonthFirst) is [.., { IsFull: true } date] && date.Start > 10 && page[at].Text.AsSpan(date.End).Trim(" )]").Length == 0 && page[at].Text[date.Start - 1] is '(' or '[' or ' ' && page[at].Text.AsSpan(0, date.Start).TrimEnd(" ([") is [.., not ('.' or ',')];

    /// <summary>"Heritage Open Days" right over "Thursday 7 to Sunday 10 September 2017, 10am to 4pm": an event announced without words.</summary>
    private static bool IsAppointment(Page page, int title) =>
        title + 2 < page.Count && page[title + 1].BlankLinesBefore == 0 && page[title + 1].Text.Length < 80 && page[title + 2].BlankLinesBefore == 0 && page[title + 1].Dates(page.MonthFirst).Exists(d => d.HasDay);

    /// <summary>Whether the releases of a page close with a contact or a mark before the next headline: a short line behind plain text is a subhead then.</summary>
    private bool Closes(Page page)
    {
        if (ReferenceEquals(_page, page))
            return _closes;
        int blocks = 0, closed = 0;
        for (var i = page.First; i < page.Count; i++)
        {
            blocks += page.BlockStart(i) == i ? 1 : 0;
            closed += i > page.First && PageShapeReader.IsHeadline(page, i) && IsClosed(page, i) ? 1 : 0;
        }

        (_page, _closes) = (page, closed > 1 || (closed == 1 && blocks == 2));
        return _closes;
    }

    /// <summary>Whether what stands before a headline is the end of a release.</summary>
    private static bool IsClosed(Page page, int at) =>
        page.BlockEnd(at - 1) == at - 1 || page.Is(at - 1, Traits.EndMark | Traits.LabelRun | Traits.Separator | Traits.Footnote | Traits.Numbered | Traits.LinkLine) || page.Is(at - 2, Traits.AboutHeading | Traits.NotesHeading)
        || page.Is(at - 1, Traits.AboutHeading) || (page.Shape.WideGap > 0 && page[at].BlankLinesBefore >= page.Shape.WideGap);
}

/// <summary>A contact block before the cut closes a release; one behind it opens a release where the page sets contacts first.</summary>
internal sealed class ContactLineCue : ISegmentationCue
{
    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        var block = page.BlockStart(at);
        if (page.Shape.ContactFirst && block == at)
        {
            var after = page.BlockEnd(at) + 1;
            // "Pictures: Anna Roe, 020 …" over the block of the next release closes the one before.
            if (page.BlockStart(after) == after && page.HeadStart(at) < 0)
                weights.Add(new("contact-line-follows", -9));
            else if (after < page.Count && (page.Is(after, Traits.TitleLike | Traits.ReleaseMarker | Traits.Embargo | Traits.DateLine | Traits.MetaLine | Traits.Dateline) || page.HeadStart(after) >= 0 || IsText(page, after) && (!page.EndsInContact || IsEnd(page, at - 1))))
                weights.Add(new("contact-block-first", 9));
            return;
        }

        if (block >= 0 && (block < at || page.HeadStart(at) < 0))
        {
            weights.Add(new("contact-line-follows", -9));
            return;
        }

        if (page.BlockEnd(at - 1) != at - 1 || page.BlockStart(at - 1) < 0)
            return;
        if (page.Shape.ContactFirst && page.BlockStart(at - 1) <= start + 3)
            weights.Add(new("contact-block-first", -9));
        else
            weights.Add(new("contact-line", 2.9));
    }

    /// <summary>Whether a release without a headline can begin there.</summary>
    private static bool IsText(Page page, int at) => page[at].Text.Length > 80 && !page.Is(at, Traits.NotesHeading | Traits.AboutHeading | Traits.Numbered | Traits.Bullet | Traits.LooksBack);

    private static bool IsEnd(Page page, int at) => page.Is(at, Traits.EndMark | Traits.AboutHeading | Traits.Footnote | Traits.Numbered);
}

/// <summary>"ENDS" and wide gaps close a release; notes, bullets, footnotes and labels belong to the one before.</summary>
internal sealed class TailCue : ISegmentationCue
{
    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        var inHead = page.HeadStart(at) == at;
        if (at >= page.Foot)
            weights.Add(new("page-footer", -9));
        if (page.Is(at, Traits.Bullet | Traits.Footnote | Traits.StartsLow) && !inHead)
            weights.Add(new("continues", -8));
        if (page.Is(at, Traits.Numbered))
            weights.Add(new("numbered-note", -5));
        if (page.Is(at, Traits.NotesHeading | Traits.AboutHeading))
            weights.Add(new("notes-follow", -12));
        if (page.Is(at, Traits.EndMark))
            weights.Add(new("end-mark-follows", -9));
        if (page.IsTailDate(at) || page.IsTail(at))
            weights.Add(new("date-follows", -12));
        if (page.Is(at, Traits.Separator))
            weights.Add(new("separator", -9));
        if (OpensCard(page, at))
            weights.Add(new("event-card", 9));
        else if (page.Is(at, Traits.LabelRun | Traits.Byline | Traits.EventCard) && !inHead)
            weights.Add(new("label", -6));
        if (page.Is(at, Traits.LinkLine))
            weights.Add(new("link-line", -7));
        if (page.Is(at, Traits.PhotoCredit) && !inHead && !page.Shape.PhotosLead)
            weights.Add(new("photo-credit", -4));
        if (page.Is(at, Traits.LooksBack) && !inHead)
            weights.Add(new("looks-back", -4.5));
        if (page[at].BlankLinesBefore == 0 && !inHead && !page.Shape.Dense)
            weights.Add(new("no-empty-line", -3.5));
        Before(page, start, at, weights);
    }

    /// <summary>"About the Harbour Trust", and not "About the Trust: it was founded in 1980."</summary>
    private static bool IsHeading(string text) => text.Length <= 90 && text[^1] is not ('.' or '!' or '?');

    /// <summary>"WHAT: …" over "WHEN: …", where the release before has closed or the page is one of cards: a card alone is a release.</summary>
    private static bool OpensCard(Page page, int at) =>
        page.Is(at, Traits.EventCard) && page.Is(at + 1, Traits.EventCard) && page.HeadStart(at) < 0
        && (page.BlockEnd(at - 1) == at - 1 || page.Is(page.First, Traits.EventCard) || page.Is(at - 1, Traits.EndMark | Traits.LinkLine | Traits.LabelRun | Traits.Separator)) && !page.Is(at - 1, Traits.EventCard);

    private static void Before(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.Shape.WideGap > 0)
            weights.Add(page[at].BlankLinesBefore >= page.Shape.WideGap ? new("wide-gap", page.Shape.Dense ? 3 : 5) : new("narrow-gap", -1));
        if (page[at - 1].Text[^1] == ':' && page.BlockEnd(at - 1) < 0 && page.HeadStart(at) != at && !page.Is(at - 1, Traits.LabelRun) && !(page.IsText(at) && LostPlaces.EndsInOne(page[at - 1])))
            weights.Add(new("colon", -6));
        if (page.Is(at - 1, Traits.EndMark))
            weights.Add(new("end-mark", page.Is(at, Traits.Dateline) && page.Shape.IsDelimited ? 8 : 3));
        if (page.Is(at - 1, Traits.Separator))
            weights.Add(new("separator", 6));
        else if (page.IsTailDate(at - 1) || (page.IsTail(at - 1) && !page.IsTail(at) && page.HeadStart(at) != at))
            weights.Add(new("date-before", 8));
        if (page.Is(at - 1, Traits.NotesHeading | Traits.AboutHeading))
        {
            if (IsHeading(page[at - 1].Text))
                weights.Add(new("under-notes", -7));
            else
                weights.Add(new("about-before", 1.5));
        }
        else if (page.Is(at - 2, Traits.AboutHeading) && IsHeading(page[at - 2].Text))
        {
            weights.Add(new("about-before", 1.5));
        }

        if (page.Shape.LabelsTrail && page.Is(at - 1, Traits.LabelRun) && !page.Is(at, Traits.LabelRun))
            weights.Add(new("labels-before", 7));
        else if (page.Is(at - 1, Traits.Footnote | Traits.LabelRun))
            weights.Add(new("tail-before", 1.9));
        if (page.Is(at - 1, Traits.LinkLine))
            weights.Add(new("link-line-before", 2.2));
        if (at - start <= 1 && page.HeadStart(at) != at && page[start].Text.Length < 400)
            weights.Add(new("too-short", -1.1));
    }
}
