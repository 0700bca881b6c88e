namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A new release brings new names; the next paragraph of an old one names what was named before.</summary>
internal sealed class NoveltyCue : ISegmentationCue
{
    private const int Reach = 10;

    private readonly WordTrail _trail = new();

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0 || page.Is(at, Traits.TitleLike))
            return;
        int known = 0, fresh = 0, knownWords = 0, freshWords = 0;
        _trail.Read(page, at);
        var spread = page.Vocabulary.Spread;
        var rare = Math.Max(4, page.Count / 8);
        var again = 0;
        var from = Math.Max(start, at - Reach);
        var words = page[at].Words;
        var ids = page.Vocabulary[at];
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.Is(WordTraits.Stop) || word.Is(WordTraits.Number))
                continue;
            var name = word.Is(WordTraits.Capital) && !word.Is(WordTraits.SentenceStart);
            if (_trail.Has(ids[i], from))
            {
                (known, knownWords) = (known + (name ? 1 : 0), knownWords + 1);
                again += name && spread[ids[i]] <= rare ? 1 : 0;
            }
            else
                (fresh, freshWords) = (fresh + (name ? 1 : 0), freshWords + 1);
        }

        // A name that few paragraphs of the page have, and one of this release before.
        if (again > 0 && !page.Shape.IsDelimited)
            weights.Add(new("name-again", -0.2 * Math.Min(3, again)));
        if (knownWords + freshWords < 8)
            return;
        var share = (double)freshWords / (knownWords + freshWords);
        if (share < 0.78)
            weights.Add(new("known-words", (share - 0.78) * 2.2));
        if (known + fresh >= 2)
        {
            var names = (double)fresh / (known + fresh);
            if (names > 0.7)
                weights.Add(new("new-names", (names - 0.7) * 1.3));
        }
    }
}
