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

    /// <summary>How many of the places are also told as a search meets them that went astray, and how much those count.</summary>
    private const double ShareAstray = 0.5, WeightAstray = 0.3;

    /// <summary>So many paragraphs at most lie between a place and a start that a search went astray from.</summary>
    private const int MostAstray = 24;

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
            Walk(document, (_, _, weights, _, _) => cues.UnionWith(weights.Select(w => w.Name)));
        return [.. PlaceMeasures.Names, CutTrees.SumName, .. cues];
    }

    private static List<FittingPlace> Places(Marked document, List<string> names)
    {
        var places = new List<FittingPlace>();
        Walk(document, (at, sum, weights, measures, share) =>
        {
            var values = new float[names.Count];
            measures.CopyTo(values, 0);
            values[measures.Length] = (float)sum;
            foreach (var weight in weights)
                values[names.IndexOf(weight.Name)] += (float)weight.Weight;
            places.Add(new(sum, values, document.IsRight(at), share));
        });
        return places;
    }

    /// <summary>
    /// Every place within the trees' reach, the releases before it being those of the key, and some of them also as a search meets them that has missed a cut or made a false one: those count less
    /// (after S. Ross, G. Gordon and J. A. Bagnell, "A Reduction of Imitation Learning and Structured Prediction to No-Regret Online Learning", 2011).
    /// </summary>
    private static void Walk(Marked document, Action<int, double, List<CueWeight>, float[], double> tell)
    {
        var (scorer, measures, values) = (new PlaceScorer(), new PlaceMeasures(), new float[PlaceMeasures.Names.Length]);
#pragma warning disable CA5394 // Chance for sampling; the same document gives the same places.
        var chance = new Random(document.Page.Count);
        var (start, before) = (document.Page.First, -1);
        for (var at = start + 1; at < document.Page.Count; at++)
        {
            Tell(start, at, 1);
            if (before >= 0 && at - before < MostAstray && chance.NextDouble() < ShareAstray)
                Tell(before, at, WeightAstray);
            if (at - start > 1 && chance.NextDouble() < ShareAstray)
                Tell(chance.Next(start + 1, at), at, WeightAstray);
            if (document.IsRight(at))
                (before, start) = (start, at);
        }
#pragma warning restore CA5394

        void Tell(int from, int at, double share)
        {
            if (scorer.SumOfCues(document.Page, from, at, PlaceScorer.Reach) is not (> PlaceScorer.Reach and var sum))
                return;
            measures.Read(document.Page, from, at, values);
            tell(at, sum, scorer.Weights, values, share);
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
