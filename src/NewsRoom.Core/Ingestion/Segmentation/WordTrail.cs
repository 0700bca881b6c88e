namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Where each word of a page stood last, read along as the cues move down the page; contact blocks are passed over.</summary>
internal sealed class WordTrail
{
    private Page? _page;

    /// <summary>One more than the index of the last paragraph that a word stands in.</summary>
    private int[] _last = [];
    private int _read;

    /// <summary>Reads on up to a paragraph, which itself stays unread.</summary>
    public void Read(Page page, int at)
    {
        if (!ReferenceEquals(_page, page) || _read > at)
        {
            _page = page;
            _last = new int[page.Vocabulary.Count];
            _read = 0;
        }

        for (; _read < at; _read++)
        {
            if (page.BlockStart(_read) >= 0)
                continue;
            foreach (var id in page.Vocabulary[_read])
                _last[id] = _read + 1;
        }
    }

    /// <summary>Whether a word stands in what was read, from a paragraph on.</summary>
    public bool Has(int id, int from) => _last[id] > from;
}
