using System.Runtime.CompilerServices;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Phrases that are looked for in words: case, accents and plurals do not matter, and a look-up costs one hash.</summary>
internal sealed class PhraseSet
{
    private readonly KeyMap<uint[][]> _byFirst;

    /// <param name="phrases">Phrases separated by <c>|</c>.</param>
    public PhraseSet(params ReadOnlySpan<string> phrases)
    {
        var byFirst = new Dictionary<uint, List<uint[]>>();
        foreach (var group in phrases)
        {
            foreach (var phrase in group.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var keys = Words.KeysOf(phrase);
                if (!byFirst.TryGetValue(keys[0], out var list))
                    byFirst[keys[0]] = list = [];
                list.Add(keys);
            }
        }

        // The sort is stable, but equal lengths cannot match the same words anyway.
        _byFirst = new([.. byFirst.Select(p => KeyValuePair.Create(p.Key, p.Value.OrderByDescending(k => k.Length).ToArray()))]);
    }

    /// <summary>All phrases of several sets.</summary>
    public PhraseSet(IReadOnlyCollection<PhraseSet> sets) =>
        _byFirst = new([.. sets.SelectMany(s => s._byFirst.Pairs).GroupBy(p => p.Key).Select(g => KeyValuePair.Create(g.Key, g.SelectMany(p => p.Value).OrderByDescending(k => k.Length).ToArray()))]);

    /// <summary>The keys of the words that phrases begin with.</summary>
    public IEnumerable<uint> FirstWords => _byFirst.Pairs.Select(p => p.Key);

    /// <summary>How many words the longest phrase that begins at <paramref name="at"/> has; 0 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MatchAt(Word[] words, int at) =>
        (uint)at < (uint)words.Length && _byFirst.TryGetValue(words[at].Key, out var phrases) ? Longest(phrases, words, at) : 0;

    private static int Longest(uint[][] phrases, Word[] words, int at)
    {
        foreach (var phrase in phrases)
        {
            if (at + phrase.Length > words.Length)
                continue;
            var i = 1;
            while (i < phrase.Length && words[at + i].Key == phrase[i])
                i++;
            if (i == phrase.Length)
                return i;
        }

        return 0;
    }

    /// <summary>The first place in <c>words[from..to]</c> where a phrase begins; -1 for none.</summary>
    public int Find(Word[] words, int from = 0, int to = int.MaxValue)
    {
        for (var i = from; i < words.Length && i < to; i++)
        {
            if (MatchAt(words, i) > 0)
                return i;
        }

        return -1;
    }

    public bool Starts(Word[] words) => MatchAt(words, 0) > 0;
}
