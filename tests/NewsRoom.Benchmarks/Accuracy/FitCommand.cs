using System.Globalization;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>
/// <c>fit FILE DIR…</c>: grows the trees that weigh the cues together (<c>CutTrees</c>) over documents with keys, tells how well such trees do on documents they did not see
/// (cross-validation by archive), and writes those of all documents to FILE.
/// </summary>
internal static class FitCommand
{
    private const int Folds = 6;

    /// <summary>How often the documents are dealt into folds anew.</summary>
    private const int Rounds = 2;

    public static int Run(string file, IReadOnlyList<string> folders, TextWriter output)
    {
        var documents = folders.SelectMany(folder => Marked.Read(folder)).ToList();
        if (documents.Count < Folds)
        {
            output.WriteLine("Name folders with documents and their keys.");
            return 2;
        }

        var names = Names(documents);
        var archives = Archives.Of(documents);
        var places = documents.ToDictionary(d => d, d => Places(d, names));
        output.WriteLine($"{documents.Count} documents of {archives.Values.Distinct().Count()} archives, {places.Values.Sum(p => p.Count)} places, {places.Values.Sum(p => p.Count(x => x.IsCut))} cuts, {names.Count} features.");
        output.WriteLine("as the program cuts them   " + Score(documents, d => ReleaseSegmenter.Cuts(d.Page)));
        var bands = new SortedDictionary<int, (int Right, int All)>();
        var found = new Dictionary<(int, Marked), List<ScoredCut>>();
        for (var round = 0; round < Rounds; round++)
        {
            for (var fold = 0; fold < Folds; fold++)
            {
                var unseen = documents.Where(d => (uint)HashCode(archives[d], round) % Folds == fold).ToHashSet();
                var trees = CutTrees.Parse(new TreeFitting(names, fold).Fit([.. documents.Where(d => !unseen.Contains(d)).SelectMany(d => places[d])]));
                foreach (var document in unseen)
                    found[(round, document)] = ReleaseSegmenter.Cuts(document.Page, trees);
            }

            output.WriteLine("documents it did not see   " + Score(documents, d => found[(round, d)]));
        }

        foreach (var ((_, document), cuts) in found)
        {
            foreach (var cut in cuts)
                Marked.Count(bands, cut.Score, document.IsRight(cut.At));
        }

        Marked.Write(bands, output);
        File.WriteAllText(file, new TreeFitting(names, 0).Fit([.. places.Values.SelectMany(p => p)]));
        return 0;
    }

    /// <summary>The same for the same name in every run, which string hashes are not.</summary>
    private static int HashCode(string name, int round) => name.Aggregate(round + 17, (h, c) => unchecked((h * 16777619) ^ c));

    private static List<string> Names(List<Marked> documents)
    {
        var cues = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
            Walk(document, (_, _, weights, _) => cues.UnionWith(weights.Select(w => w.Name)));
        return [.. PlaceMeasures.Names, CutTrees.SumName, .. cues];
    }

    private static List<FittingPlace> Places(Marked document, List<string> names)
    {
        var places = new List<FittingPlace>();
        Walk(document, (at, sum, weights, measures) =>
        {
            var values = new float[names.Count];
            measures.CopyTo(values, 0);
            values[measures.Length] = (float)sum;
            foreach (var weight in weights)
                values[names.IndexOf(weight.Name)] += (float)weight.Weight;
            places.Add(new(sum, values, document.IsRight(at)));
        });
        return places;
    }

    /// <summary>Every place within the trees' reach, the releases before it being those of the key.</summary>
    private static void Walk(Marked document, Action<int, double, List<CueWeight>, float[]> tell)
    {
        var (scorer, measures, values) = (new PlaceScorer(), new PlaceMeasures(), new float[PlaceMeasures.Names.Length]);
        var start = document.Page.First;
        for (var at = start + 1; at < document.Page.Count; at++)
        {
            if (scorer.SumOfCues(document.Page, start, at, PlaceScorer.Reach) is var sum && sum > PlaceScorer.Reach)
            {
                measures.Read(document.Page, start, at, values);
                tell(at, sum, scorer.Weights, values);
            }

            if (document.IsRight(at))
                start = at;
        }
    }

    private static string Score(List<Marked> documents, Func<Marked, List<ScoredCut>> cut)
    {
        var (right, made, wanted) = (0, 0, 0);
        foreach (var document in documents)
        {
            var cuts = cut(document);
            right += cuts.Count(c => document.IsRight(c.At));
            made += cuts.Count;
            wanted += document.Wanted;
        }

        var (precision, recall) = ((double)right / made, (double)right / wanted);
        return string.Create(CultureInfo.InvariantCulture, $"precision {precision:0.000}, recall {recall:0.000}, F1 {2 * precision * recall / (precision + recall):0.000}");
    }
}
