namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A release as lines of its page, with the reasons for the cut before it.</summary>
/// <param name="First">Index of its first paragraph, heads included.</param>
/// <param name="Last">Index of its last paragraph.</param>
internal sealed record Segment(int First, int Last, Cut Cut);

/// <summary>Cuts a page into releases: each cue weighs every place, and of all sets of cuts the one is taken that the weights make likeliest.</summary>
internal static class ReleaseSegmenter
{
    public static List<Segment> Segment(Page page)
    {
        var segments = new List<Segment>();
        if (page.First >= page.Count)
            return segments;
        var (start, cut) = (page.First, new Cut(0.98, [page.First > 0 ? "page-header" : "page-start"]));
        foreach (var (at, score, cues) in Cuts(page))
        {
            segments.Add(new(start, at - 1, cut));
            (start, cut) = (at, new(Confidence(score), cues));
        }

        segments.Add(new(start, page.Count - 1, cut));
        return segments;
    }

    /// <summary>The cuts with their log odds; at least one paragraph must be there.</summary>
    public static List<CutSearch.Found> Cuts(Page page) => new CutSearch(page, new PlaceScorer()).Find();

    /// <summary>Tells what the cues say of each place when the releases begin where <paramref name="begins"/> says: for looking into a page and for fitting the weights.</summary>
    public static void Trace(Page page, Func<int, bool> begins, Action<int, double, IReadOnlyList<CueWeight>> tell)
    {
        var scorer = new PlaceScorer();
        var start = page.First;
        for (var at = start + 1; at < page.Count; at++)
        {
            tell(at, scorer.Score(page, start, at, double.NegativeInfinity), scorer.Weights);
            if (begins(at))
                start = at;
        }
    }

    /// <summary>
    /// Scores and the share of cuts with that score that are right: what <c>calibration</c> of the benchmarks counts on the part of the case collection that is worked on,
    /// set under it, since cross-validation by document finds fewer right. Straight lines between them.
    /// </summary>
    private static readonly (double Score, double Right)[] Calibration = [(0, 0.6), (1, 0.8), (2, 0.85), (3, 0.9), (4, 0.97), (6, 0.985), (9, 0.99)];

    private static double Confidence(double score)
    {
        if (score <= Calibration[0].Score)
            return Calibration[0].Right;
        for (var i = 1; i < Calibration.Length; i++)
        {
            var (low, high) = (Calibration[i - 1], Calibration[i]);
            if (score < high.Score)
                return Math.Round(low.Right + (high.Right - low.Right) * (score - low.Score) / (high.Score - low.Score), 2);
        }

        return Calibration[^1].Right;
    }
}
