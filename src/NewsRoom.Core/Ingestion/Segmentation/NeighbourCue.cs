namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>What stands right before and right behind: releases taper off in short paragraphs, and a lead is followed by text rather than by a quotation or a contact.</summary>
internal sealed class NeighbourCue : ISegmentationCue
{
    /// <summary>A paragraph of so many characters is neither short nor long.</summary>
    private const double Plain = 250;

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.Shape.IsDelimited || page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0 || page.Is(at, Traits.TitleLike))
            return;
        var before = page[at - 1].Text;
        weights.Add(new("shorter-before", -2.2 * Size(before)));
        if (page.BlockStart(at - 1) < 0 && before[^1] is not ('.' or '!' or '?' or '”' or '"' or '»' or ')' or '…'))
            weights.Add(new("open-before", 0.26));
        if (at - start == 1)
            weights.Add(new("second-paragraph", -1));
        else if (at - start == 2)
            weights.Add(new("third-paragraph", -0.49));
        if (at + 1 == page.Count)
        {
            weights.Add(new("last-paragraph", -0.46));
            return;
        }

        weights.Add(new("longer-behind", 1.24 * Size(page[at + 1].Text)));
        // A paragraph alone between two contacts is a release: the second one closes it.
        if (page.BlockStart(at + 1) == at + 1 && page.BlockEnd(at - 1) != at - 1)
            weights.Add(new("contact-right-behind", -3));
        else if (page.Is(at + 1, Traits.StartsWithQuote))
            weights.Add(new("quotation-right-behind", -1.6));
        else if (page.Is(at + 1, Traits.LooksBack))
            weights.Add(new("looks-back-right-behind", 0.23));
    }

    private static double Size(string text) => Math.Log(Math.Max(30, text.Length) / Plain);
}
