namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Phrases that are looked for in words: case, accents and plurals do not matter, and a look-up costs one hash.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<uint, List<uint[]>> _byFirst = [];

    /// <param name="phrases">Phrases separated by <c>|</c>.</param>
    public PhraseSet(params ReadOnlySpan<string> phrases)
    {
        foreach (var group in phrases)
        {
            foreach (var phrase in group.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var keys = Words.Of(phrase).Select(w => w.Key).ToArray();
                if (!_byFirst.TryGetValue(keys[0], out var list))
                    _byFirst[keys[0]] = list = [];
                list.Add(keys);
            }
        }

        foreach (var list in _byFirst.Values)
            list.Sort((a, b) => b.Length - a.Length);
    }

    /// <summary>How many words the longest phrase that begins at <paramref name="at"/> has; 0 for none.</summary>
    public int MatchAt(Word[] words, int at)
    {
        if ((uint)at >= (uint)words.Length || !_byFirst.TryGetValue(words[at].Key, out var list))
            return 0;
        foreach (var phrase in list)
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
