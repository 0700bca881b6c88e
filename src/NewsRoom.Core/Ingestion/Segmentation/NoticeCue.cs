namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// Whether the release before is a notice that says all it has to in one paragraph ("The swimming pool will close on Mondays. Tickets stay valid."). The lead of a longer
/// release is one long sentence, and what follows it takes up its words; a notice has two or three sentences, and the release behind it brings in something else.
/// </summary>
internal sealed class NoticeCue : ISegmentationCue
{
    /// <summary>Shorter words tie nothing together.</summary>
    private const int LeastLetters = 4;

    private WordMarks? _marks;
    private Page? _page;

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (at != start + 1 || page.Shape.IsDelimited || page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0 || page.BlockStart(start) >= 0 || page.Is(start, Traits.TitleLike) || page.Is(at, Traits.TitleLike | Traits.Dateline))
            return;
        weights.Add(Sentences(page[start]) switch { 1 => new("lead-before", -0.6), 2 => new("notice-before", 0.8), _ => new("notice-before", 1.7) });
        if (OpeningCue.BringsIn(page[at]) && !IsTakenUp(page, start, at))
            weights.Add(new("stands-apart", 1.4));
    }

    private static int Sentences(Paragraph paragraph)
    {
        var count = 0;
        foreach (var word in paragraph.Words)
            count += word.Is(WordTraits.SentenceStart) ? 1 : 0;
        return count;
    }

    /// <summary>Whether the paragraph or the one behind it shares a word with the one before, other than those that stand all over the page.</summary>
    private bool IsTakenUp(Page page, int start, int at)
    {
        if (!ReferenceEquals(_page, page))
            (_page, _marks) = (page, new(page.Vocabulary.Count));
        _marks!.Clear();
        var common = Math.Max(3, page.Count / 5);
        Each(page, start, common, id => _marks.Add(id));
        var shared = false;
        Each(page, at, common, id => shared |= _marks.Contains(id));
        if (at + 1 < page.Count && page.BlockStart(at + 1) < 0)
            Each(page, at + 1, common, id => shared |= _marks.Contains(id));
        return shared;
    }

    private static void Each(Page page, int at, int common, Action<int> tell)
    {
        var (words, ids) = (page[at].Words, page.Vocabulary[at]);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length >= LeastLetters && !words[i].Is(WordTraits.Stop | WordTraits.Number) && page.Vocabulary.Spread[ids[i]] <= common)
                tell(ids[i]);
        }
    }
}
