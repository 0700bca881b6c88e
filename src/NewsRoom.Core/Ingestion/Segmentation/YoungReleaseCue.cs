namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// A release of one paragraph: what comes second elaborates the lead, with its words, unless it begins the next release. Whether the two share a word that is not all over the page tells
/// more there than anywhere else.
/// </summary>
internal sealed class YoungReleaseCue : ISegmentationCue
{
    /// <summary>How many words of a long paragraph are read.</summary>
    private const int MaxWords = 400;

    private Page? _page;
    private WordMarks _lead = new(0);
    private int _marked = -1;

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (at - start != 1 || page.Shape.IsDelimited || page.HeadStart(at) >= 0 || page.HeadStart(start) >= 0 || page.BlockStart(at) >= 0 || page.BlockStart(start) >= 0 || page.Is(at, Traits.TitleLike) || page.Is(start, Traits.TitleLike))
            return;
        if (!ReferenceEquals(_page, page))
            (_page, _lead, _marked) = (page, new(page.Vocabulary.Count), -1);
        var spread = page.Vocabulary.Spread;
        var common = Math.Max(4, page.Count * 3 / 10);
        if (_marked != start)
        {
            _marked = start;
            _lead.Clear();
            Words(page, start, id => spread[id] <= common && _lead.Add(id));
        }

        var shared = Words(page, at, id => _lead.Contains(id));
        weights.Add(shared == 0 ? new("unrelated-to-lead", 0.5) : new("related-to-lead", -0.3 * Math.Min(3, shared)));
    }

    /// <summary>How many words of content fit.</summary>
    private static int Words(Page page, int at, Func<int, bool> fits)
    {
        var words = page[at].Words;
        var ids = page.Vocabulary[at];
        var count = 0;
        for (var i = 0; i < Math.Min(words.Length, MaxWords); i++)
            count += words[i].Length > 3 && !words[i].Is(WordTraits.Stop | WordTraits.Number) && fits(ids[i]) ? 1 : 0;
        return count;
    }
}
