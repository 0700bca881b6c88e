namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>The words of a page by small numbers, so that the cues count them in arrays rather than look each up again at every paragraph.</summary>
internal sealed class Vocabulary
{
    private readonly int[][] _ids;
    private int[]? _spread;

    public Vocabulary(List<Paragraph> paragraphs)
    {
        using var numbers = new KeyNumbers();
        _ids = new int[paragraphs.Count][];
        for (var p = 0; p < _ids.Length; p++)
        {
            var words = paragraphs[p].Words;
            var ids = _ids[p] = new int[words.Length];
            for (var i = 0; i < ids.Length; i++)
                ids[i] = numbers.Of(words[i].Key);
        }

        Count = numbers.Count;
    }

    /// <summary>In how many paragraphs each word stands; counted when a cue first asks.</summary>
    public int[] Spread => _spread ??= CountSpread();

    /// <summary>How many different words there are; their numbers are below it.</summary>
    public int Count { get; }

    /// <summary>The numbers of the words of a paragraph, in their order.</summary>
    public int[] this[int paragraph] => _ids[paragraph];

    private int[] CountSpread()
    {
        var spread = new int[Count];
        var seen = new WordMarks(Count);
        foreach (var ids in _ids)
        {
            seen.Clear();
            foreach (var id in ids)
            {
                if (seen.Add(id))
                    spread[id]++;
            }
        }

        return spread;
    }
}

/// <summary>A set of word numbers that is emptied at once.</summary>
internal sealed class WordMarks(int count)
{
    private readonly int[] _marks = new int[count];
    private int _mark = 1;

    public void Clear() => _mark++;

    /// <summary>Whether it was not in the set before.</summary>
    public bool Add(int id)
    {
        if (_marks[id] == _mark)
            return false;
        _marks[id] = _mark;
        return true;
    }

    public bool Contains(int id) => _marks[id] == _mark;
}

/// <summary>Counts by word number that are emptied at the cost of what was counted.</summary>
internal sealed class WordCounts(int count)
{
    private readonly int[] _counts = new int[count];
    private readonly List<int> _counted = [];

    public int this[int id] => _counts[id];

    /// <summary>The words with a count.</summary>
    public List<int> Counted => _counted;

    public void Add(int id)
    {
        if (_counts[id]++ == 0)
            _counted.Add(id);
    }

    public void Clear()
    {
        foreach (var id in _counted)
            _counts[id] = 0;
        _counted.Clear();
    }
}
