namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>What a release is about runs through it from its lead on: a word that appears here for the first time and keeps coming back opens a thread, and the threads of the release before end.</summary>
internal sealed class ThreadCue : ISegmentationCue
{
    /// <summary>How many paragraphs are read ahead and behind.</summary>
    private const int Ahead = 6, Behind = 12;

    /// <summary>How many words of a long paragraph are read for it.</summary>
    private const int MaxWords = 400;

    private Page? _page;
    private WordCounts _ahead = new(0), _behind = new(0);
    private WordMarks _seen = new(0), _first = new(0);
    private int[]?[] _threads = [];
    private int _start = -1;

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0 || page.Is(at, Traits.TitleLike | Traits.Bullet | Traits.LooksBack))
            return;
        Prepare(page, start);
        var next = Spread(page, at + 1, 1, Ahead, page.Count - 1, _ahead);
        var before = Spread(page, at - 1, -1, Behind, start, _behind);
        if (Introduces(page, at))
            weights.Add(new("introduces-actor", 1.1));
        if (next >= 2)
            Opens(page, at, next, weights);
        if (before >= 3)
            Ends(page, at, before, weights);
        if (!page.Shape.IsDelimited)
            Crosses(page, at, weights);
    }

    private void Prepare(Page page, int start)
    {
        if (!ReferenceEquals(_page, page))
        {
            var count = page.Vocabulary.Count;
            _page = page;
            (_ahead, _behind, _seen, _first) = (new(count), new(count), new(count), new(count));
            _threads = new int[page.Count][];
            _start = -1;
        }

        if (_start == start)
            return;
        _start = start;
        _first.Clear();
        var words = page[start].Words;
        var ids = page.Vocabulary[start];
        for (var i = 0; i < Math.Min(words.Length, MaxWords); i++)
        {
            if (Counts(words[i]))
                _first.Add(ids[i]);
        }
    }

    /// <summary>An actor in full, "the Migration for Development (MIDA) programme", here or in the next paragraph, who was not named before.</summary>
    private bool Introduces(Page page, int at)
    {
        for (var p = at; p <= Math.Min(at + 1, page.Count - 1) && page.BlockStart(p) < 0; p++)
        {
            var text = page[p].Text;
            if (!text.Contains('(', StringComparison.Ordinal))
                continue;
            var words = page[p].Words;
            for (var i = 0; i < words.Length; i++)
            {
                var word = words[i];
                if (word.Is(WordTraits.AllCapitals) && word.Length >= 3 && word.Start > 0 && text[word.Start - 1] == '(' && word.End < text.Length && text[word.End] == ')' && _behind[page.Vocabulary[p][i]] == 0)
                    return true;
            }
        }

        return false;
    }

    private void Opens(Page page, int at, int next, List<CueWeight> weights)
    {
        var threads = 0.0;
        var least = Math.Max(2, (next + 1) / 2);
        var words = page[at].Words;
        var ids = page.Vocabulary[at];
        _seen.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            if (_ahead[ids[i]] >= least && Counts(words[i]) && _seen.Add(ids[i]) && _behind[ids[i]] == 0)
                threads += words[i].Is(WordTraits.Capital) ? 1.5 : 1;
        }

        if (threads > 0)
            weights.Add(new("opens-thread", Math.Min(3.7, threads * 0.81)));
    }

    private void Ends(Page page, int at, int before, List<CueWeight> weights)
    {
        int threads = 0, gone = 0;
        var least = Math.Max(2, before / 2);
        _seen.Clear();
        foreach (var id in page.Vocabulary[at])
            _seen.Add(id);
        foreach (var id in _behind.Counted)
        {
            if (_behind[id] < least || !_first.Contains(id))
                continue;
            threads++;
            gone += _seen.Contains(id) || _ahead[id] > 0 ? 0 : 1;
        }

        if (threads > 0 && gone == threads)
            weights.Add(new("threads-end", Math.Min(0.6, 0.24 * gone)));
    }

    /// <summary>Words that are rare on the page and stand on both sides tie them together; rare words that stand here and behind, and not before, do not.</summary>
    private void Crosses(Page page, int at, List<CueWeight> weights)
    {
        var spread = page.Vocabulary.Spread;
        var rare = Math.Max(4, page.Count / 8);
        double back = 0, over = 0, own = 0;
        var here = _threads[at] ??= Threads(page, at);
        foreach (var id in here)
        {
            if (spread[id] > rare)
                continue;
            if (_behind[id] > 0)
                back += Rarity(page, spread[id]);
            else if (_ahead[id] > 0)
                own += Rarity(page, spread[id]);
        }

        _seen.Clear();
        foreach (var id in here)
            _seen.Add(id);
        foreach (var id in _behind.Counted)
        {
            if (_ahead[id] > 0 && spread[id] <= rare && !_seen.Contains(id))
                over += Rarity(page, spread[id]);
        }

        if (back > 0)
            weights.Add(new("tied-back", -0.024 * Math.Min(12, back)));
        if (over > 0)
            weights.Add(new("threads-cross", -0.124 * Math.Min(16, over)));
        if (own > 0)
            weights.Add(new("own-words", 0.091 * Math.Min(12, own)));
    }

    private static double Rarity(Page page, int spread) => Math.Min(4, Math.Log((double)page.Count / spread));

    private static bool Counts(Word word) => !word.Is(WordTraits.Stop | WordTraits.Number) && word.Length > 3;

    /// <summary>Counts in how many paragraphs each word stands, up to the next contact block, and tells how many paragraphs that were.</summary>
    private int Spread(Page page, int from, int step, int most, int last, WordCounts spread)
    {
        spread.Clear();
        var paragraphs = 0;
        for (var p = from; (step > 0 ? p <= last : p >= last) && paragraphs < most && page.BlockStart(p) < 0 && !(step > 0 && page.HeadStart(p) == p); p += step)
        {
            paragraphs++;
            foreach (var id in _threads[p] ??= Threads(page, p))
                spread.Add(id);
        }

        return paragraphs;
    }

    /// <summary>The words of a paragraph that can be threads, each once.</summary>
    private int[] Threads(Page page, int at)
    {
        var words = page[at].Words.AsSpan(0, Math.Min(page[at].Words.Length, MaxWords));
        var ids = page.Vocabulary[at];
        Span<int> found = stackalloc int[MaxWords];
        var count = 0;
        _seen.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            if (Counts(words[i]) && _seen.Add(ids[i]))
                found[count++] = ids[i];
        }

        return found[..count].ToArray();
    }
}
