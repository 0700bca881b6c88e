namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A release as lines of its page, with the reasons for the cut before it.</summary>
/// <param name="First">Index of its first paragraph, heads included.</param>
/// <param name="Last">Index of its last paragraph.</param>
internal sealed record Segment(int First, int Last, Cut Cut)
{
    /// <summary>Index of the first paragraph that may be called its own: a date line over the lines that an editor chose dates it from outside.</summary>
    public int Own { get; init; } = First;
}

/// <summary>A cut that was decided on.</summary>
/// <param name="At">The paragraph it stands before.</param>
/// <param name="Score">Its log odds.</param>
/// <param name="Cues">The names of those that speak for it, the weightiest first.</param>
internal readonly record struct ScoredCut(int At, double Score, string[] Cues);

/// <summary>Cuts a page into releases: each cue weighs every place, and a cut falls where the reasons for it outweigh those against.</summary>
internal static class ReleaseSegmenter
{
    public static List<Segment> Segment(Page page)
    {
        var segments = new List<Segment>();
        if (page.First >= page.Count)
            return segments;
        var cuts = Cuts(page);
        // The names of the site and of the page over the first headline are no release.
        if (cuts.Count > 0 && IsFurniture(page, page.First, cuts[0].At - 1))
        {
            page.BeginAt(cuts[0].At);
            cuts.RemoveAt(0);
        }

        var (start, cut) = (page.First, new Cut(BeginsLikeOthers(page, cuts) ? 0.98 : 0.85, [page.First > 0 ? "page-header" : "page-start"]));
        foreach (var (at, score, cues) in cuts)
        {
            segments.Add(new(start, at - 1, cut));
            (start, cut) = (at, new(Confidence(score), cues));
        }

        segments.Add(new(start, page.Count - 1, cut));
        return segments;
    }

    /// <summary>Whether the first release begins with text or a mark, or with a line of a kind that others begin with: else a line of the page's header may have been taken for its.</summary>
    private static bool BeginsLikeOthers(Page page, List<ScoredCut> cuts)
    {
        const Traits marks = Traits.DateLine | Traits.MetaLine | Traits.ReleaseMarker | Traits.Embargo | Traits.EventCard | Traits.Dateline;
        const Traits kinds = Traits.TitleLike | Traits.PhotoCredit | Traits.ContactLead | Traits.ContactDetail;
        return page.IsText(page.First) || page.Is(page.First, marks) || cuts.Count == 0 || cuts.Exists(c => page.Is(c.At, page[page.First].Traits & kinds));
    }

    /// <summary>The cuts in order, without the page's first release; at least one paragraph must be there.</summary>
    /// <param name="trees">Those that weigh the cues together; the fitted ones when none are given.</param>
    public static List<ScoredCut> Cuts(Page page, CutTrees? trees = null) => new CutSearch(page, trees).Run();

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

    /// <summary>Short lines without a full stop, a date or a number: nothing that anybody would release.</summary>
    private static bool IsFurniture(Page page, int first, int last)
    {
        if (last - first > 3)
            return false;
        for (var i = first; i <= last; i++)
        {
            if (page[i].Text.Length > 80 || page.Is(i, Traits.DateLine | Traits.MetaLine | Traits.EventCard | Traits.ContactDetail | Traits.Embargo | Traits.ReleaseMarker) || page[i].Text[^1] is '.' or '!' or '?')
                return false;
        }

        return true;
    }

    /// <summary>
    /// Scores and the share of cuts with that score that are right: what <c>calibration</c> and <c>fit</c> of the benchmarks count on documents that nothing was fitted to, the lower of the two
    /// where they differ. Straight lines between them.
    /// </summary>
    private static readonly (double Score, double Right)[] Calibration = [(-3, 0.1), (0, 0.45), (1, 0.65), (2, 0.78), (3, 0.85), (4.5, 0.9), (5.5, 0.96), (6, 0.98), (9, 0.99)];

    private static double Confidence(double score)
    {
        for (var i = 1; i < Calibration.Length; i++)
        {
            var (low, high) = (Calibration[i - 1], Calibration[i]);
            if (score < high.Score)
                return Math.Round(low.Right + (high.Right - low.Right) * (score - low.Score) / (high.Score - low.Score), 2);
        }

        return Calibration[^1].Right;
    }
}
