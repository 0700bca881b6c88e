namespace NewsRoom.Core.Ingestion.Segmentation;

/// <content>What a site sets between its releases: buttons under each, rules under headlines, months over several.</content>
internal sealed partial class Page
{
    /// <summary>So many lines may stand between buttons in a head and its text: who wrote it, the day, a caption.</summary>
    private const int MostInHead = 3;

    /// <summary>
    /// "Share this page  Facebook  Twitter" under each release parts it from the next. Under a headline it stands inside a release, and is left out of what is read.
    /// </summary>
    private void FindButtons()
    {
        var inside = new HashSet<Paragraph>();
        for (var i = 0; i < Count; i++)
        {
            if (!FrameLines.IsButtons(this[i]))
                continue;
            var end = i;
            while (end + 1 < Count && FrameLines.IsButtons(this[end + 1]))
                end++;
            var text = end + 1;
            while (text <= end + MostInHead && Is(text, Traits.PhotoCredit | Traits.Byline | Traits.DateLine | Traits.MetaLine | Traits.LabelRun))
                text++;
            var inHead = i > 0 && Is(i - 1, Traits.TitleLike | Traits.DateLine | Traits.MetaLine | Traits.Byline) && text < Count && this[text].Text.Length >= ShortestText && this[i - 1].Text.Length < ShortestText;
            for (; i <= end; i++)
            {
                this[i].Traits = Traits.Separator | Traits.Navigation;
                if (inHead)
                    inside.Add(this[i]);
            }

            i = end;
        }

        for (var i = 1; i < Count; i++)
        {
            if (IsUnderline(i))
                inside.Add(this[i]);
        }

        if (inside.Count > 0)
            Leave(inside);
    }

    /// <summary>A row of dashes right under a headline, as long as it.</summary>
    private bool IsUnderline(int at) =>
        Is(at, Traits.Separator) && this[at].Words.Length == 0 && this[at].BlankLinesBefore == 0 && Is(at - 1, Traits.TitleLike) && Math.Abs(this[at].Text.Length - this[at - 1].Text.Length) <= Math.Max(3, this[at - 1].Text.Length / 3);

    /// <summary>"September 2014" dates the one release whose headline stands over it, or over which it stands as over each; else it parts the releases of one month from those of another.</summary>
    private void FindPeriods()
    {
        while (First < Count - 1 && Is(First, Traits.Period) && !PageShapeReader.IsHeadline(this, First + 1))
            First++;
        var over = new List<int>();
        for (var i = First; i < Math.Min(Count, Foot); i++)
        {
            if (!Is(i, Traits.Period) || BlockStart(i) >= 0)
                continue;
            if (i > First && PageShapeReader.IsHeadline(this, i - 1) && !PageShapeReader.IsHeadline(this, i + 1))
                this[i].Traits |= Traits.DateLine;
            else if (PageShapeReader.IsHeadline(this, i + 1))
                over.Add(i);
            else
                this[i].Traits |= Traits.Separator;
        }

        var dates = over.Count > 1 && (over.GroupBy(i => this[i].Text, StringComparer.Ordinal).Any(g => g.Skip(1).Any()) || over.Zip(over.Skip(1).Append(Math.Min(Count, Foot))).All(x => HeadlinesIn(x.First + 1, x.Second) == 1));
        foreach (var i in over)
            this[i].Traits |= dates ? Traits.DateLine : Traits.Separator;
        if (over.Count > 0 && over[0] == First && !dates)
            First++;
    }

    /// <summary>How many headlines with text under them stand between two places.</summary>
    private int HeadlinesIn(int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            count += PageShapeReader.IsHeadline(this, i) && !PageShapeReader.IsHeadline(this, i - 1) ? 1 : 0;
        return count;
    }
}
