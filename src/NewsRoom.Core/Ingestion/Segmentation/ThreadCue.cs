namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>What a release is about runs through it from its lead on: a word that appears here for the first time and keeps coming back opens a thread, and the threads of the release before end.</summary>
internal sealed class ThreadCue : ISegmentationCue
{
    /// <summary>How many paragraphs are read ahead and behind.</summary>
    private const int Ahead = 6, Behind = 12;

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.HeadStart(at) >= 0 || page.BlockStart(at) >= 0 || page.Is(at, Traits.TitleLike | Traits.Bullet | Traits.LooksBack))
            return;
        var ahead = Spread(page, at + 1, 1, Ahead, page.Count - 1, out var next);
        var behind = Spread(page, at - 1, -1, Behind, start, out var before);
        if (Introduces(page, at, behind))
            weights.Add(new("introduces-actor", 0.9));
        if (next >= 2)
            Opens(page, at, ahead, behind, next, weights);
        if (before >= 3)
            Ends(page, start, at, ahead, behind, before, weights);
    }

    /// <summary>An actor in full, "the Migration for Development (MIDA) programme", here or in the next paragraph, who was not named before.</summary>
    private static bool Introduces(Page page, int at, Dictionary<uint, int> behind)
    {
        for (var p = at; p <= Math.Min(at + 1, page.Count - 1) && page.BlockStart(p) < 0; p++)
        {
            foreach (var word in page[p].Words)
            {
                if (word.Is(WordTraits.AllCapitals) && word.Length >= 3 && word.Start > 0 && page[p].Text[word.Start - 1] == '(' && word.End < page[p].Text.Length && page[p].Text[word.End] == ')' && !behind.ContainsKey(word.Key))
                    return true;
            }
        }

        return false;
    }

    private static void Opens(Page page, int at, Dictionary<uint, int> ahead, Dictionary<uint, int> behind, int next, List<CueWeight> weights)
    {
        var threads = 0.0;
        var seen = new HashSet<uint>();
        foreach (var word in page[at].Words)
        {
            if (Counts(word) && seen.Add(word.Key) && !behind.ContainsKey(word.Key) && ahead.GetValueOrDefault(word.Key) >= Math.Max(2, (next + 1) / 2))
                threads += word.Is(WordTraits.Capital) ? 1.5 : 1;
        }

        if (threads > 0)
            weights.Add(new("opens-thread", Math.Min(4.5, threads * 0.8)));
    }

    private static void Ends(Page page, int start, int at, Dictionary<uint, int> ahead, Dictionary<uint, int> behind, int before, List<CueWeight> weights)
    {
        int threads = 0, gone = 0;
        var here = new HashSet<uint>(page[at].Words.Select(w => w.Key));
        foreach (var key in page[start].Words.Where(Counts).Select(w => w.Key).Distinct())
        {
            if (behind.GetValueOrDefault(key) < Math.Max(2, before / 2))
                continue;
            threads++;
            gone += here.Contains(key) || ahead.ContainsKey(key) ? 0 : 1;
        }

        if (threads > 0 && gone == threads)
            weights.Add(new("threads-end", Math.Min(1.5, 0.6 * gone)));
    }

    private static bool Counts(Word word) => !word.Is(WordTraits.Stop) && !word.Is(WordTraits.Number) && word.Length > 3;

    /// <summary>In how many paragraphs each word stands, up to the next contact block.</summary>
    private static Dictionary<uint, int> Spread(Page page, int from, int step, int most, int last, out int paragraphs)
    {
        var spread = new Dictionary<uint, int>();
        var seen = new HashSet<uint>();
        paragraphs = 0;
        for (var p = from; (step > 0 ? p <= last : p >= last) && paragraphs < most && page.BlockStart(p) < 0 && !(step > 0 && page.HeadStart(p) == p); p += step)
        {
            paragraphs++;
            seen.Clear();
            foreach (var word in page[p].Words.AsSpan(0, Math.Min(page[p].Words.Length, 400)))
            {
                if (Counts(word) && seen.Add(word.Key))
                    spread[word.Key] = spread.GetValueOrDefault(word.Key) + 1;
            }
        }

        return spread;
    }
}
