namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>Which releases of a set are the same, as unordered pairs; what is the same as the same is the same.</summary>
internal sealed class DuplicatePairs
{
    private readonly Dictionary<GoldReference, GoldReference> _parents = [];

    public void Join(GoldReference one, GoldReference other) => _parents[Root(one)] = Root(other);

    public HashSet<(GoldReference, GoldReference)> All()
    {
        var pairs = new HashSet<(GoldReference, GoldReference)>();
        foreach (var group in _parents.Keys.ToList().GroupBy(Root))
        {
            var same = group.OrderBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Index).ToList();
            for (var i = 0; i < same.Count; i++)
                for (var j = i + 1; j < same.Count; j++)
                    pairs.Add((same[i], same[j]));
        }
        return pairs;
    }

    /// <summary>Counts the pairs of a set's key, of its plans, and those in both.</summary>
    public static void Score(IReadOnlyList<ScoredDocument> documents, Tally tally, List<string> notes)
    {
        var (wanted, found, unmapped) = (new DuplicatePairs(), new DuplicatePairs(), 0);
        var byFile = documents.ToDictionary(d => d.Gold.File, StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var gold in document.Gold.Releases)
                if (gold.DuplicateOf is { } target && byFile.ContainsKey(target.File))
                    wanted.Join(new(document.Gold.File, gold.Index), target);
            foreach (var placed in document.Placed.Where(p => p.Draft.DuplicateOf is not null))
            {
                var target = placed.Draft.DuplicateOf!;
                var here = KeyOf(document, placed.Draft.Index);
                var there = byFile.TryGetValue(target.File, out var other) ? KeyOf(other, target.Index) : null;
                if (here is null || there is null)
                    unmapped++;
                else if (here != there)
                    found.Join(here, there);
            }
        }
        var (inKey, inPlans) = (wanted.All(), found.All());
        tally.Add(Count.PairsInKey, inKey.Count);
        tally.Add(Count.PairsFound, inPlans.Count + unmapped);
        tally.Add(Count.PairsRight, inKey.Count(inPlans.Contains));
        notes.AddRange(inKey.Except(inPlans).Select(p => $"duplicate missed: {p.Item1} = {p.Item2}"));
        notes.AddRange(inPlans.Except(inKey).Select(p => $"not duplicates: {p.Item1}, {p.Item2}"));
    }

    private static GoldReference? KeyOf(ScoredDocument document, int index) => document.Matches
        .Where(m => m.Value.Draft.Index == index)
        .Select(m => new GoldReference(document.Gold.File, m.Key.Index))
        .FirstOrDefault();

    private GoldReference Root(GoldReference one)
    {
        _parents.TryAdd(one, one);
        while (_parents[one] != one)
            one = _parents[one];
        return one;
    }
}
