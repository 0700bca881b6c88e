namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A release as lines of its page, with the reasons for the cut before it.</summary>
/// <param name="First">Index of its first paragraph, heads included.</param>
/// <param name="Last">Index of its last paragraph.</param>
internal sealed record Segment(int First, int Last, Cut Cut);

/// <summary>Cuts a page into releases: each cue weighs every place, and a cut falls where the reasons for it outweigh those against.</summary>
internal static class ReleaseSegmenter
{
    /// <summary>The log odds of a cut before any cue has spoken: most paragraphs do not begin a release.</summary>
    private const double Prior = -3.35;

    /// <param name="known">Cuts by a key instead of the score: whether a release begins at a line; for fitting the weights.</param>
    /// <param name="trace">Is told the score and the weights at each place, for looking into a page.</param>
    public static List<Segment> Segment(Page page, Action<int, double, IReadOnlyList<CueWeight>>? trace = null, Func<int, bool>? known = null)
    {
        var segments = new List<Segment>();
        if (page.First >= page.Count)
            return segments;
        ISegmentationCue[] cues = [new HeadCue(), new ContactLineCue(), new TailCue(), new TitleLineCue(), new LeadCue(), new NoveltyCue(), new OrganisationCue(), new ReferenceCue(), new ThreadCue(), new TopicShiftCue()];
        var start = page.First;
        var cut = FirstCut(page);
        var weights = new List<CueWeight>();
        for (var at = start + 1; at < page.Count; at++)
        {
            weights.Clear();
            var score = Prior;
            foreach (var cue in cues)
            {
                // Where topic-shift, the dearest by far, could not tip the scales any more it need not look.
                if (cue is TopicShiftCue && score + TopicShiftCue.Most <= 0 && trace is null && known is null)
                    break;
                var before = weights.Count;
                cue.Weigh(page, start, at, weights);
                for (var i = before; i < weights.Count; i++)
                    score += weights[i].Weight;
                // Nothing outweighs "inside a head": the dear cues need not look.
                if (score < -7.5)
                    break;
            }

            trace?.Invoke(at, score, weights);
            if (known is null ? score <= 0 : !known(page[at].StartLine))
                continue;
            segments.Add(new(start, at - 1, cut));
            cut = new(Confidence(score), [.. weights.Where(w => w.Weight > 0.3).OrderByDescending(w => w.Weight).Select(w => w.Name).Distinct()]);
            start = at;
        }

        segments.Add(new(start, page.Count - 1, cut));
        return segments;
    }

    private static Cut FirstCut(Page page) => new(0.98, [page.First > 0 ? "page-header" : "page-start"]);

    /// <summary>Scores and the share of cuts with that score that are right, as measured on the case collection; straight lines between them.</summary>
    private static readonly (double Score, double Right)[] Calibration = [(0, 0.5), (1, 0.72), (2, 0.8), (3, 0.9), (4, 0.97), (6, 0.985), (9, 0.99)];

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
