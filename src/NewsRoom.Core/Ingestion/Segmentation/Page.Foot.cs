namespace NewsRoom.Core.Ingestion.Segmentation;

/// <content>What is text, and where the page's footer begins.</content>
internal sealed partial class Page
{
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
}
