namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// Finds the likeliest set of cuts of a page. What a cue says of a place depends on where the release began, so two neighbouring places often compete: a lead that begins as a story,
/// and the announcement one paragraph on. Several places where the running release may have begun are therefore kept open side by side, until one explains what follows so much
/// better that the others are given up. Each place costs as many looks as there are open starts, and these are few: time stays linear.
/// </summary>
internal sealed class CutSearch(Page page, PlaceScorer scorer)
{
    /// <summary>An open start is given up when it is this much less likely than the best, in log odds.</summary>
    private const double Margin = 3;

    private const int MostOpen = 4;

    private readonly List<Start> _starts = [];
    private List<Start> _open = [];

    /// <summary>A place where a release may begin.</summary>
    private sealed class Start(int at)
    {
        public int At { get; } = at;

        /// <summary>The start before it on the likeliest way to here.</summary>
        public Start? Previous { get; set; }

        /// <summary>Log likelihood of the likeliest way up to where the search stands, and of all ways together.</summary>
        public double Best { get; set; }

        public double All { get; set; }

        /// <summary>Log likelihood of going on without a cut from here to where the search stands.</summary>
        public double Inside { get; set; }

        /// <summary>Log likelihood of what follows; nothing follows a start that was given up.</summary>
        public double Behind { get; set; } = double.NegativeInfinity;

        public double Score { get; set; }

        public string[] Cues { get; set; } = [];

        /// <summary>The cuts by which the release that begins here may end.</summary>
        public List<(Start Next, double Likelihood)> Ends { get; } = [];
    }

    /// <summary>A cut that was decided on.</summary>
    /// <param name="At">The paragraph it stands before.</param>
    /// <param name="Score">Log odds of it: what its cues say, and no more than what is left of it beside its rivals.</param>
    /// <param name="Cues">The names of those that speak for it, the weightiest first.</param>
    public readonly record struct Found(int At, double Score, string[] Cues);

    /// <summary>The cuts in order, the page's first release not among them.</summary>
    public List<Found> Find()
    {
        var first = new Start(page.First);
        _starts.Add(first);
        _open.Add(first);
        for (var at = page.First + 1; at < page.Count; at++)
            Step(at);
        Weigh();

        var cuts = new List<Found>();
        for (var start = _open.MaxBy(s => s.Best)!; start.Previous is not null; start = start.Previous)
        {
            var share = Math.Min(0, start.All + start.Behind - first.Behind);
            cuts.Add(new(start.At, Math.Min(start.Score, share - Math.Log(1 - Math.Exp(Math.Min(share, -1e-9)))), start.Cues));
        }

        cuts.Reverse();
        return cuts;
    }

    private void Step(int at)
    {
        Start? next = null;
        foreach (var open in _open)
        {
            var score = scorer.Score(page, open.At, at, -Margin);
            if (score > -Margin)
            {
                next ??= new(at) { Best = double.NegativeInfinity, All = double.NegativeInfinity };
                var cut = LogShare(score);
                open.Ends.Add((next, open.Inside + cut));
                next.All = Sum(next.All, open.All + cut);
                if (open.Best + cut > next.Best)
                    (next.Best, next.Previous, next.Score, next.Cues) = (open.Best + cut, open, score, scorer.Reasons());
            }

            var stay = LogShare(-score);
            open.Best += stay;
            open.All += stay;
            open.Inside += stay;
        }

        if (next is null)
            return;
        _open.Add(next);
        _starts.Add(next);
        var least = _open.Max(s => s.Best) - Margin;
        _open = [.. _open.Where(s => s.Best >= least).OrderByDescending(s => s.Best).Take(MostOpen)];
    }

    /// <summary>How likely what follows each start is, from the page's end back.</summary>
    private void Weigh()
    {
        foreach (var open in _open)
            open.Behind = open.Inside;
        for (var i = _starts.Count - 1; i >= 0; i--)
        {
            foreach (var (next, likelihood) in _starts[i].Ends)
                _starts[i].Behind = Sum(_starts[i].Behind, likelihood + next.Behind);
        }

        // What stands before a start is counted up to where it begins.
        foreach (var start in _starts)
            start.All -= start.Inside;
    }

    /// <summary>The logarithm of the likelihood that belongs to log odds.</summary>
    private static double LogShare(double odds) => odds > 0 ? -Math.Log(1 + Math.Exp(-odds)) : odds - Math.Log(1 + Math.Exp(odds));

    private static double Sum(double a, double b)
    {
        var (low, high) = a < b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
