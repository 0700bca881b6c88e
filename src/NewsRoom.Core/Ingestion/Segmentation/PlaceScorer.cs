namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// The log odds of a cut at one place, as the sum of what the cues say. The weights of the cues that read the text were fitted by logistic regression over the worked-on cases and the
/// seed pages, pulled towards the weights set by hand and cross-validated by document; those of marks and lines are set by hand. <see cref="CutTrees"/> then weighs them together.
/// </summary>
/// <param name="trees">Those that weigh the cues together; the fitted ones when none are given.</param>
internal sealed class PlaceScorer(CutTrees? trees = null)
{
    /// <summary>The log odds of a cut before any cue has spoken: most paragraphs do not begin a release.</summary>
    private const double Prior = -2.7;

    /// <summary>Nothing outweighs "inside a head": below this the dear cues need not look.</summary>
    private const double Hopeless = -9;

    /// <summary>A sum of the cues below this one is beyond what the trees could make up for.</summary>
    public const double Reach = -4;

    private readonly PlaceMeasures _measures = new();
    private readonly CutTrees _trees = trees ?? CutTrees.Shared;
    private float[]? _values;
    private readonly ISegmentationCue[] _cues = [new HeadCue(), new ContactLineCue(), new TailCue(), new TitleLineCue(), new LeadCue(), new OpeningCue(), new NoticeCue(), new NeighbourCue(), new ClosureCue(), new PracticalitiesCue(), new PeopleCue(), new NoveltyCue(), new OrganisationCue(), new ReferenceCue(), new ThreadCue(), new LanguageCue(), new TopicShiftCue()];

    /// <summary>What the cues said of the place that was scored last.</summary>
    public List<CueWeight> Weights { get; } = [];

    /// <param name="start">Where the release that would end began.</param>
    /// <param name="floor">A score up to this one decides nothing: it need not be exact.</param>
    public double Score(Page page, int start, int at, double floor)
    {
        var sum = SumOfCues(page, start, at, Math.Min(floor, Reach));
        if (sum <= Reach)
            return sum;
        _values ??= new float[_trees.Features];
        _measures.Read(page, start, at, _values);
        var score = (CutTrees.Share * sum) + _trees.Sum(sum, Weights, _values);
        Weights.Add(new("together", score - sum));
        return score;
    }

    /// <summary>The sum of the cues alone.</summary>
    public double SumOfCues(Page page, int start, int at, double floor)
    {
        Weights.Clear();
        var score = Prior;
        foreach (var cue in _cues)
        {
            // Where topic-shift, the dearest by far, could not tip the scales any more it need not look.
            if (cue is TopicShiftCue && score + TopicShiftCue.Most <= floor)
                break;
            var before = Weights.Count;
            cue.Weigh(page, start, at, Weights);
            for (var i = before; i < Weights.Count; i++)
                score += Weights[i].Weight;
            if (score < Hopeless && !double.IsNegativeInfinity(floor))
                break;
        }

        return score;
    }

    /// <summary>The names of those that spoke for a cut, the weightiest first.</summary>
    public string[] Reasons()
    {
        var reasons = new List<CueWeight>(Weights.Count);
        foreach (var weight in Weights)
        {
            if (weight.Weight <= 0.3)
                continue;
            var at = reasons.Count;
            while (at > 0 && reasons[at - 1].Weight < weight.Weight)
                at--;
            reasons.Insert(at, weight);
        }

        return [.. reasons.Select(r => r.Name).Distinct()];
    }
}
