namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// Lexical cohesion between the blocks on both sides of a cut (TextTiling, Hearst 1997): cosine of weighted word counts, and how much lower it is than to either side.
/// </summary>
internal sealed class TopicShiftCue : ISegmentationCue
{
    /// <summary>A block has up to this many paragraphs.</summary>
    private const int BlockParagraphs = 4;

    private const int BlockWords = 160;

    private Page? _page;
    private Dictionary<uint, int> _spread = [];
    private readonly Dictionary<int, double> _cohesion = [];

    public void Weigh(Page page, int start, int at, List<CueWeight> weights)
    {
        if (page.HeadStart(at) == at || page.HeadStart(at - 1) >= 0 || page[at].Is(Traits.Bullet | Traits.StartsLow))
            return;
        Prepare(page);
        var here = Cohesion(page, start, at);
        var left = at - 1 > start ? Cohesion(page, start, at - 1) : here;
        var right = at + 1 < page.Count ? Cohesion(page, at, at + 1) : here;
        var depth = (Math.Max(left, here) - here + Math.Max(right, here) - here) / 2;
        var weight = Math.Clamp((0.16 - here) * 14 + (depth - 0.06) * 10, -2.5, 2.6);
        weights.Add(weight > 0 ? new("topic-shift", weight * 1.05) : new("same-topic", weight * 1.45));
    }

    private void Prepare(Page page)
    {
        if (ReferenceEquals(_page, page))
            return;
        _page = page;
        _cohesion.Clear();
        _spread = [];
        var seen = new HashSet<uint>();
        foreach (var paragraph in page.Paragraphs)
        {
            seen.Clear();
            foreach (var word in paragraph.Words)
            {
                if (!word.Is(WordTraits.Stop) && seen.Add(word.Key))
                    _spread[word.Key] = _spread.GetValueOrDefault(word.Key) + 1;
            }
        }
    }

    private double Cohesion(Page page, int start, int at)
    {
        if (start <= at - BlockParagraphs && _cohesion.TryGetValue(at, out var known))
            return known;
        var left = Block(page, at - 1, -1, start);
        var right = Block(page, at, 1, page.Count - 1);
        double dot = 0, a = 0, b = 0;
        foreach (var (key, value) in left)
        {
            a += value * value;
            if (right.TryGetValue(key, out var other))
                dot += value * other;
        }

        foreach (var value in right.Values)
            b += value * value;
        var cohesion = a == 0 || b == 0 ? 0 : dot / Math.Sqrt(a * b);
        if (start <= at - BlockParagraphs)
            _cohesion[at] = cohesion;
        return cohesion;
    }

    private Dictionary<uint, double> Block(Page page, int from, int step, int last)
    {
        var counts = new Dictionary<uint, double>();
        var words = 0;
        var paragraphs = 0;
        for (var p = from; p >= 0 && (step < 0 ? p >= last : p <= last) && paragraphs < BlockParagraphs && words < BlockWords; p += step)
        {
            if (page.BlockStart(p) >= 0)
            {
                if (step > 0 && paragraphs > 0)
                    break;
                continue;
            }

            paragraphs++;
            foreach (var word in page[p].Words.AsSpan(0, Math.Min(page[p].Words.Length, 400)))
            {
                if (word.Is(WordTraits.Stop) || word.Is(WordTraits.Number))
                    continue;
                words++;
                counts[word.Key] = counts.GetValueOrDefault(word.Key) + (word.Is(WordTraits.Capital) ? 1.5 : 1);
            }
        }

        foreach (var key in counts.Keys)
            counts[key] = (1 + Math.Log(counts[key])) * Math.Log(1 + (double)page.Count / _spread.GetValueOrDefault(key, 1));
        return counts;
    }
}
