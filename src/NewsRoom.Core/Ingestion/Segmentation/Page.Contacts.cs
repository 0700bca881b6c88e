namespace NewsRoom.Core.Ingestion.Segmentation;

/// <content>Which lines stand together as one contact block.</content>
internal sealed partial class Page
{
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

    /// <summary>So many paragraphs stand between a contact and the marker of its release, on a page that sets contacts first.</summary>
    private const int MostAside = 2;

    /// <summary>So many characters such a paragraph has.</summary>
    private const int LongestAside = 250;

    /// <summary>Where the words for the press begin that stand between a contact and the marker at <paramref name="head"/>: "Interviews can be arranged between 9am and 11am." is no release. <paramref name="head"/> where there are none.</summary>
    private int BehindBlock(int head)
    {
        for (var i = head - 1; i > First && i >= head - MostAside; i--)
        {
            if (BlockStart(i) >= 0 || !IsAside(i))
                return head;
            if (BlockStart(i - 1) >= First)
                return i;
        }

        return head;
    }

    /// <summary>Whether words for the press stand there between the contact and the marker of a release: no lead of it.</summary>
    public bool IsBehindBlock(int at) => HeadStart(at) is >= 0 and var head && head < at && BlockStart(head) == head && BlockStart(at) < 0 && HeadStart(at + 1) == head
        && !Is(at, Traits.TitleLike | Traits.ReleaseMarker | Traits.Embargo | Traits.DateLine | Traits.MetaLine | Traits.Byline | Traits.PhotoCredit);

    private bool IsAside(int at) => this[at].Text.Length <= LongestAside && HeadStart(at) < 0
        && !Is(at, Traits.TitleLike | Traits.EndMark | Traits.Separator | Traits.NotesHeading | Traits.AboutHeading | Traits.Numbered | Traits.DateLine | Traits.MetaLine | Traits.Dateline);

    private static readonly PhraseSet Alternatives = new("or|and|ou|et|o|y");

    private bool IsDetail(int at) => Is(at, Traits.ContactDetail) && !Is(at, Traits.ContactLead);

    /// <summary>"Anna Roe", "Anna Roe, Senior Press Officer": a line that a person is named on, and nothing else.</summary>
    private bool IsPersonLine(int at)
    {
        var (text, words) = (this[at].Text, this[at].Words);
        var first = words.Length > 3 && words[0].Is(WordTraits.Title) && words[1].Start - words[0].End <= 2 ? 1 : 0;
        return words.Length >= 2 && words[0].Start == 0 && words[first + 1].Is(WordTraits.Capital) && Extraction.NameReader.Reads(text, words, first, out _, out var end, mayBeRole: true)
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
        var heading = Is(end, Traits.ContactLead) && this[end].Words.Length <= 5 && this[end].Text[^1] != '.' && !(this[end].Words[^1].Is(WordTraits.Stop) && !this[end].Words[^1].Is(WordTraits.Capital | WordTraits.Number));
        if (IsRoleLine(next) && IsNameLine(end) && (IsDetail(next + 1) || IsNameLine(next + 1) && IsDetail(next + 2)))
            return true;
        if (next < Count && this[next].BlankLinesBefore == 0 && (HasFormLabel(next, Lexicon.PositionLabels) || HasFormLabel(next, Lexicon.NameLabels)))
            return true;
        // "Anna Roe", "Communications Officer", "Harbour House", "Westbay", "Telephone: …" right under one another.
        if (next < Count && IsNameLine(end) && HasDetailUnder(next))
            return true;
        // "or Anna Roe" between two numbers.
        if (next < Count && Is(end, Traits.ContactDetail) && IsDetail(next + 1) && Alternatives.MatchAt(this[next].Words, 0) == 1 && this[next].Words.Length is >= 2 and <= 8 && this[next].Words[1].Is(WordTraits.Capital) && this[next].Text[^1] is not ('.' or '?' or '!'))
            return true;
        if (!IsNameLine(next) && !IsPersonWithRole(next))
            return false;
        return open || heading || Is(next + 1, Traits.ContactDetail) && !Is(next + 1, Traits.ContactLead) || (end > start && IsNameLine(end) && Is(next + 1, Traits.ContactDetail))
            || (IsNameLine(next + 1) && Is(next + 2, Traits.ContactDetail) && !Is(next + 2, Traits.ContactLead) && this[next].Words.Length <= 8);
    }

    /// <summary>So many lines of position and place stand between a name and its number.</summary>
    private const int MostLinesOfPlace = 4;

    /// <summary>Whether short lines stand right under one another down to a number.</summary>
    private bool HasDetailUnder(int at)
    {
        for (var i = at; i < Count && i < at + MostLinesOfPlace && this[i].BlankLinesBefore == 0; i++)
        {
            if (IsDetail(i))
                return true;
            if (this[i].Text.Length > 60 || this[i].Text[^1] is '.' or '!' or '?' or ':' || this[i].Words is not [var first, ..] || !first.Is(WordTraits.Capital))
                return false;
        }

        return false;
    }

    /// <summary>A short line of capitalised words: a person, a role or an office in a block.</summary>
    private bool IsNameLine(int at)
    {
        if (at >= Count || this[at].Text.Length > 110 || this[at].Words.Length is 0 or > 14 || Is(at, Traits.Bullet | Traits.DateLine | Traits.MetaLine | Traits.EventCard | Traits.Embargo | Traits.ReleaseMarker | Traits.EndMark | Traits.NotesHeading | Traits.AboutHeading | Traits.Dateline))
            return false;
        var words = this[at].Words;
        if (Lexicon.PhotoWords.Find(words) >= 0 && this[at].Text.Contains(':', StringComparison.Ordinal))
            return false;
        var capitals = words.Count(w => w.Is(WordTraits.Capital));
        var plain = words.Count(w => !w.Is(WordTraits.Capital) && !w.Is(WordTraits.Stop) && !w.Is(WordTraits.Number));
        // "or Ben Cole" between the lines of two people.
        var first = words.Length is > 2 and <= 8 && this[at].Text.Length > words[1].Start && words[0].Start == 0 && this[at].Text.AsSpan(0, words[0].End) is "or" or "and" or "ou" or "et" or "o" or "y" ? 1 : 0;
        return words[first].Is(WordTraits.Capital) && capitals >= 2 - (words.Length == 1 ? 1 : 0) && plain <= capitals / 2 && this[at].Text[^1] is not ('.' or '?' or '!');
    }
}
