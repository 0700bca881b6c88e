namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A release as lines of its page, with the reasons for the cut before it.</summary>
/// <param name="First">Index of its first paragraph, heads included.</param>
/// <param name="Last">Index of its last paragraph.</param>
internal sealed record Segment(int First, int Last, Cut Cut);

/// <summary>
/// Cuts a page into releases: each cue weighs every place, and a cut falls where the reasons for it outweigh those against. The weights of the cues that read the text were fitted
/// by logistic regression over the worked-on cases and the seed pages, pulled towards the weights set by hand and cross-validated by document; those of marks and lines are set by hand.
/// </summary>
internal static class ReleaseSegmenter
{
    /// <summary>The log odds of a cut before any cue has spoken: most paragraphs do not begin a release.</summary>
    private const double Prior = -3.63;

    /// <summary>What a short line behind a contact gives to the place behind it, in log odds.</summary>
    private const double LineBehindContact = 2;

    /// <param name="known">Cuts by a key instead of the score: whether a release begins at a line; for fitting the weights.</param>
    /// <param name="trace">Is told the score and the weights at each place, for looking into a page.</param>
    public static List<Segment> Segment(Page page, Action<int, double, IReadOnlyList<CueWeight>>? trace = null, Func<int, bool>? known = null)
    {
        var segments = new List<Segment>();
        if (page.First >= page.Count)
            return segments;
        ISegmentationCue[] cues = [new HeadCue(), new ContactLineCue(), new TailCue(), new TitleLineCue(), new LeadCue(), new OpeningCue(), new NeighbourCue(), new ClosureCue(), new NoveltyCue(), new OrganisationCue(), new ReferenceCue(), new ThreadCue(), new TopicShiftCue()];
        var start = page.First;
        var cut = FirstCut(page);
        List<CueWeight> weights = [], ahead = [];
        var exact = trace is not null || known is not null;
        for (var at = start + 1; at < page.Count; at++)
        {
            var score = Weigh(cues, page, start, at, weights, exact ? double.NegativeInfinity : 0);
            trace?.Invoke(at, score, weights);
            if (known is null ? score <= 0 : !known(page[at].StartLine))
                continue;
            if (known is null && IsLineBehindContact(page, at) && Weigh(cues, page, start, at + 1, ahead, score - LineBehindContact) > score - LineBehindContact)
                continue;
            segments.Add(new(start, at - 1, cut));
            cut = new(Confidence(score), [.. weights.Where(w => w.Weight > 0.3).OrderByDescending(w => w.Weight).Select(w => w.Name).Distinct()]);
            start = at;
        }

        segments.Add(new(start, page.Count - 1, cut));
        return segments;
    }

    /// <param name="floor">A score up to this one decides nothing: it need not be exact.</param>
    private static double Weigh(ISegmentationCue[] cues, Page page, int start, int at, List<CueWeight> weights, double floor)
    {
        weights.Clear();
        var score = Prior;
        foreach (var cue in cues)
        {
            // Where topic-shift, the dearest by far, could not tip the scales any more it need not look.
            if (cue is TopicShiftCue && score + TopicShiftCue.Most <= floor)
                break;
            var before = weights.Count;
            cue.Weigh(page, start, at, weights);
            for (var i = before; i < weights.Count; i++)
                score += weights[i].Weight;
            // Nothing outweighs "inside a head": the dear cues need not look.
            if (score < -7.5)
                break;
        }

        return score;
    }

    /// <summary>A line more behind the contact ("Tickets cost £5.") looks as if a release began there, since the contact closed one: the paragraph behind it may be the better place.</summary>
    private static bool IsLineBehindContact(Page page, int at) =>
        !page.Shape.IsDelimited && page.BlockStart(at - 1) >= 0 && page.HeadStart(at) < 0 && !page.Is(at, Traits.TitleLike | Traits.Dateline) && page[at].Text.Length < 200
        && at + 1 < page.Count && page.BlockStart(at + 1) < 0 && page[at + 1].Text.Length > 60;

    private static Cut FirstCut(Page page) => new(0.98, [page.First > 0 ? "page-header" : "page-start"]);

    /// <summary>
    /// Scores and the share of cuts with that score that are right: what <c>calibration</c> of the benchmarks counts on the part of the case collection that is worked on,
    /// set under it, since cross-validation by document finds fewer right. Straight lines between them.
    /// </summary>
    private static readonly (double Score, double Right)[] Calibration = [(0, 0.6), (1, 0.8), (2, 0.85), (3, 0.9), (4, 0.97), (6, 0.985), (9, 0.99)];

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
