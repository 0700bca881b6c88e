namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// Looks for the likeliest cuts of a page together, not for each likely one in turn: what stands behind an unsure place can tell that the cut falls there. Where a place is unsure it is read both ways, and
/// readings that come to the same cut are one again (A. J. Viterbi, "Error bounds for convolutional codes and an asymptotically optimum decoding algorithm", 1967, with a beam).
/// </summary>
internal sealed class CutSearch(Page page, CutTrees? trees)
{
    /// <summary>Between this and its opposite, in log odds, a place is read both ways.</summary>
    private const double Unsure = 3;

    /// <summary>So many readings are followed at most.</summary>
    private const int Most = 4;

    /// <summary>A reading so much less likely than the best, in the logarithm of its likelihood, is given up.</summary>
    private const double Behind = 5;

    /// <summary>What a short line behind a contact gives to the place behind it, in log odds.</summary>
    private const double LineBehindContact = 2;

    /// <summary>A paragraph of so many characters is no line behind a contact: it announces something.</summary>
    private const int LongestLine = 60;

    private readonly PlaceScorer _here = new(trees);
    private readonly PlaceScorer _ahead = new(trees);
    private List<Reading> _readings = [new(page.First, 0, null, default)];
    private List<Reading> _next = [];

    /// <summary>The cuts in order, without the page's first release; at least one paragraph must be there.</summary>
    public List<ScoredCut> Run()
    {
        for (var at = page.First + 1; at < page.Count; at++)
            Read(at);
        var cuts = new List<ScoredCut>();
        for (var reading = _readings[0]; reading.Before is not null; reading = reading.Before)
            cuts.Add(reading.Cut);
        cuts.Reverse();
        return cuts;
    }

    private void Read(int at)
    {
        _next.Clear();
        Reading? cut = null;
        foreach (var reading in _readings)
        {
            var score = _here.Score(page, reading.Start, at, -Unsure);
            // One reading alone has nothing to be less likely than.
            if (score <= -Unsure && _readings.Count == 1)
                return;
            var givesWay = score > 0 && GivesWay(reading.Start, at, score);
            if (score > -Unsure && !givesWay && reading.Likelihood + Logistic(score) is var likelihood && (cut is null || likelihood > cut.Likelihood))
                cut = new(at, likelihood, reading, new(at, score, _here.Reasons()));
            if (givesWay)
                _next.Add(reading);
            else if (score < Unsure)
                _next.Add(reading with { Likelihood = reading.Likelihood + Logistic(-score) });
        }

        if (cut is not null)
            _next.Add(cut);
        if (_next.Count > 1)
        {
            _next.Sort((a, b) => b.Likelihood.CompareTo(a.Likelihood));
            var least = _next[0].Likelihood - Behind;
            _next.RemoveAll(r => r.Likelihood < least);
            if (_next.Count > Most)
                _next.RemoveRange(Most, _next.Count - Most);
        }

        (_readings, _next) = (_next, _readings);
    }

    /// <summary>The logarithm of the probability that log odds stand for.</summary>
    private static double Logistic(double odds) => -Math.Log(1 + Math.Exp(-odds));

    /// <summary>A line more behind the contact ("Tickets cost £5.") looks as if a release began there, since the contact closed one: the paragraph behind it may be the better place.</summary>
    private bool GivesWay(int start, int at, double score) =>
        !page.Shape.IsDelimited && page.BlockStart(at - 1) >= 0 && page.HeadStart(at) < 0 && !page.Is(at, Traits.TitleLike | Traits.Dateline) && page[at].Text.Length < LongestLine
        && at + 1 < page.Count && page.BlockStart(at + 1) < 0 && page[at + 1].Text.Length > 60
        && _ahead.Score(page, start, at + 1, score - LineBehindContact) > score - LineBehindContact;

    /// <summary>One way to cut the page so far.</summary>
    /// <param name="Start">Where its last release begins.</param>
    /// <param name="Likelihood">The logarithm of it.</param>
    /// <param name="Before">What it was before its last cut; null when it has none.</param>
    private sealed record Reading(int Start, double Likelihood, Reading? Before, ScoredCut Cut);
}
