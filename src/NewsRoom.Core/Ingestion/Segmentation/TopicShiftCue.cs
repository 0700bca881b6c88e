namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// Lexical cohesion between the blocks on both sides of a cut (TextTiling, Hearst 1997): cosine of weighted word counts, and how much lower it is than to either side.
/// </summary>
internal sealed class TopicShiftCue : ISegmentationCue
{
    /// <summary>What it can say for a cut at most.</summary>
    public const double Most = 2.6 * ForCut;

    private const double ForCut = 0.95;

    /// <summary>A block has up to this many paragraphs.</summary>
    private const int BlockParagraphs = 4;

    private const int BlockWords = 160;

    /// <summary>How many words of a long paragraph are read.</summary>
    private const int MaxWords = 400;

    private Page? _page;

    /// <summary>In how many paragraphs a word stands.</summary>
    private int[] _spread = [];

    /// <summary>The weight of a word's rarity; 0 until it is asked for.</summary>
    private double[] _rarity = [];

    /// <summary>Cohesion at places whose blocks do not reach back to the start of the release; NaN until it is asked for.</summary>
    private double[] _cohesion = [];

    private double[] _counts = [];
    private double[] _weights = [];
    private readonly List<int> _ids = [];
    private readonly Block _left = new();
    private Block _right = new();
    private Block _rightBefore = new();
    private (int Start, int At, double Value) _latest = (-1, -1, 0);
    private (int Start, int At, double Value) _earlier = (-1, -1, 0);

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
        weights.Add(weight > 0 ? new("topic-shift", weight * ForCut) : new("same-topic", weight * 1.5));
    }

    private void Prepare(Page page)
    {
        if (ReferenceEquals(_page, page))
            return;
        _page = page;
        var count = page.Vocabulary.Count;
        _spread = page.Vocabulary.Spread;
        _rarity = new double[count];
        _counts = new double[count];
        _weights = new double[count];
        _cohesion = new double[page.Count];
        Array.Fill(_cohesion, double.NaN);
        _right.At = _rightBefore.At = -1;
        _latest = _earlier = (-1, -1, 0);
    }

    private double Cohesion(Page page, int start, int at)
    {
        var far = start <= at - BlockParagraphs;
        if (far && !double.IsNaN(_cohesion[at]))
            return _cohesion[at];
        // The place before was asked for a moment ago.
        if (_latest.Start == start && _latest.At == at)
            return Keep(_latest.Value);
        if (_earlier.Start == start && _earlier.At == at)
            return Keep(_earlier.Value);
        var cohesion = Cosine(Read(_left, page, at - 1, -1, start), Right(page, at));
        if (start < at - 1)
            (_earlier, _latest) = (_latest, (start, at, cohesion));
        return Keep(cohesion);

        double Keep(double value)
        {
            if (far)
                _cohesion[at] = value;
            return value;
        }
    }

    private double Cosine(Block left, Block right)
    {
        double dot = 0, a = 0;
        for (var i = 0; i < right.Count; i++)
            _weights[right.Ids[i]] = right.Weights[i];
        for (var i = 0; i < left.Count; i++)
        {
            var value = left.Weights[i];
            a += value * value;
            dot += value * _weights[left.Ids[i]];
        }

        for (var i = 0; i < right.Count; i++)
            _weights[right.Ids[i]] = 0;
        return a == 0 || right.Norm == 0 ? 0 : dot / Math.Sqrt(a * right.Norm);
    }

    /// <summary>The block from a paragraph on: each is asked for at two places in a row.</summary>
    private Block Right(Page page, int at)
    {
        if (_right.At == at)
            return _right;
        if (_rightBefore.At == at)
            return _rightBefore;
        (_right, _rightBefore) = (_rightBefore, _right);
        return Read(_right, page, at, 1, page.Count - 1);
    }

    /// <summary>The weighted words of a block, in the order in which they first stand there.</summary>
    private Block Read(Block block, Page page, int from, int step, int last)
    {
        _ids.Clear();
        var read = 0;
        var paragraphs = 0;
        for (var p = from; p >= 0 && (step < 0 ? p >= last : p <= last) && paragraphs < BlockParagraphs && read < BlockWords; p += step)
        {
            if (page.BlockStart(p) >= 0)
            {
                if (step > 0 && paragraphs > 0)
                    break;
                continue;
            }

            paragraphs++;
            read += Count(page[p].Words.AsSpan(0, Math.Min(page[p].Words.Length, MaxWords)), page.Vocabulary[p]);
        }

        block.Hold(_ids.Count);
        var norm = 0.0;
        for (var i = 0; i < block.Count; i++)
        {
            var id = block.Ids[i] = _ids[i];
            ref var rarity = ref _rarity[id];
            if (rarity == 0)
                rarity = Math.Log(1 + (double)page.Count / Math.Max(1, _spread[id]));
            var weight = block.Weights[i] = (1 + Log(_counts[id])) * rarity;
            norm += weight * weight;
            _counts[id] = 0;
        }

        block.At = from;
        block.Norm = norm;
        return block;
    }

    /// <summary>Counts go up by halves, and nearly all of them are small.</summary>
    private static double Log(double count) => count * 2 < Logs.Length ? Logs[(int)(count * 2)] : Math.Log(count);

    private static readonly double[] Logs = [.. Enumerable.Range(0, 64).Select(half => Math.Log(half / 2.0))];

    private int Count(ReadOnlySpan<Word> words, int[] ids)
    {
        var counted = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Is(WordTraits.Stop | WordTraits.Number))
                continue;
            counted++;
            ref var count = ref _counts[ids[i]];
            if (count == 0)
                _ids.Add(ids[i]);
            count += words[i].Is(WordTraits.Capital) ? 1.5 : 1;
        }

        return counted;
    }

    /// <summary>Weighted words; its arrays are used again and again.</summary>
    private sealed class Block
    {
        /// <summary>The paragraph it begins at; -1 while it holds nothing.</summary>
        public int At { get; set; } = -1;

        public int Count { get; private set; }

        public int[] Ids { get; private set; } = [];

        public double[] Weights { get; private set; } = [];

        /// <summary>The sum of the squared weights.</summary>
        public double Norm { get; set; }

        public void Hold(int count)
        {
            Count = count;
            if (Ids.Length >= count)
                return;
            Ids = new int[count * 2];
            Weights = new double[count * 2];
        }
    }
}
