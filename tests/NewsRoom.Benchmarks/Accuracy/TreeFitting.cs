using System.Globalization;
using System.Text;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>A place of a page for fitting.</summary>
/// <param name="Sum">What the cues say of it, in log odds.</param>
/// <param name="Values">Everything that trees may ask for, in the order of the names.</param>
/// <param name="IsCut">Whether the key cuts there.</param>
internal sealed record FittingPlace(double Sum, float[] Values, bool IsCut);

/// <summary>Stochastic gradient boosting of regression trees for the logistic loss (J. H. Friedman, "Greedy function approximation", 2001, and "Stochastic Gradient Boosting", 2002), with Newton's leaves.</summary>
internal sealed class TreeFitting(IReadOnlyList<string> names, int seed)
{
    private const int Trees = 300;
    private const int Depth = 3;
    private const double Rate = 0.05;
    private const int FewestInLeaf = 12;
    private const double RowShare = 0.7;
    private const int ColumnShare = 3;

    /// <summary>Pulls leaves of few places towards nothing.</summary>
    private const double Ridge = 3;

    private const double LeastGain = 0.3;

    /// <summary>So many questions are tried of each feature.</summary>
    private const int Questions = 12;

#pragma warning disable CA5394 // Chance for sampling; the same seed gives the same trees.
    private readonly Random _chance = new(seed);

    /// <summary>The trees as <c>CutTrees</c> reads them.</summary>
    public string Fit(IReadOnlyList<FittingPlace> places)
    {
        var (n, text) = (places.Count, new StringBuilder());
        var questions = Enumerable.Range(0, names.Count).Select(f => QuestionsOf(places, f)).ToArray();
        var scores = places.Select(p => Core.Ingestion.Segmentation.CutTrees.Share * p.Sum).ToArray();
        var (slopes, curves) = (new double[n], new double[n]);
        for (var tree = 0; tree < Trees; tree++)
        {
            for (var i = 0; i < n; i++)
            {
                var p = 1 / (1 + Math.Exp(-scores[i]));
                (slopes[i], curves[i]) = (p - (places[i].IsCut ? 1 : 0), p * (1 - p));
            }

            var drawn = Enumerable.Range(0, n).Where(_ => _chance.NextDouble() < RowShare).ToList();
            Grow(new(places, questions, slopes, curves), drawn, [.. Enumerable.Range(0, n)], Depth, scores, text);
            text.Length--;
            text.Append('\n');
        }

        return text.ToString();
    }

    private void Grow(Ground ground, List<int> drawn, List<int> all, int depth, double[] scores, StringBuilder text)
    {
        if (depth > 0 && drawn.Count >= 2 * FewestInLeaf && BestQuestion(ground, drawn) is var (feature, value))
        {
            text.Append(CultureInfo.InvariantCulture, $"{names[feature]}<{value:0.####} ");
            Grow(ground, [.. drawn.Where(i => ground.Places[i].Values[feature] < value)], [.. all.Where(i => ground.Places[i].Values[feature] < value)], depth - 1, scores, text);
            Grow(ground, [.. drawn.Where(i => ground.Places[i].Values[feature] >= value)], [.. all.Where(i => ground.Places[i].Values[feature] >= value)], depth - 1, scores, text);
            return;
        }

        var leaf = Math.Round(-drawn.Sum(i => ground.Slopes[i]) / (drawn.Sum(i => ground.Curves[i]) + Ridge) * Rate, 4);
        text.Append(CultureInfo.InvariantCulture, $"{leaf:0.####} ");
        foreach (var i in all)
            scores[i] += leaf;
    }

    private (int Feature, float Value)? BestQuestion(Ground ground, List<int> drawn)
    {
        double slope = drawn.Sum(i => ground.Slopes[i]), curve = drawn.Sum(i => ground.Curves[i]);
        var (best, found) = (LeastGain, ((int, float)?)null);
        foreach (var feature in Enumerable.Range(0, names.Count).OrderBy(_ => _chance.Next()).Take(Math.Max(8, names.Count / ColumnShare)))
        {
            foreach (var value in ground.Questions[feature])
            {
                var (slopeYes, curveYes, yes) = (0.0, 0.0, 0);
                foreach (var i in drawn)
                {
                    if (ground.Places[i].Values[feature] >= value)
                        continue;
                    slopeYes += ground.Slopes[i];
                    curveYes += ground.Curves[i];
                    yes++;
                }

                if (yes < FewestInLeaf || drawn.Count - yes < FewestInLeaf)
                    continue;
                var gain = (slopeYes * slopeYes / (curveYes + Ridge)) + ((slope - slopeYes) * (slope - slopeYes) / (curve - curveYes + Ridge)) - (slope * slope / (curve + Ridge));
                if (gain > best)
                    (best, found) = (gain, (feature, value));
            }
        }

        return found;
    }
#pragma warning restore CA5394

    /// <summary>The values that part the places into about equal shares, rounded as they are written.</summary>
    private static float[] QuestionsOf(IReadOnlyList<FittingPlace> places, int feature)
    {
        var sorted = places.Select(p => p.Values[feature]).Order().ToArray();
        var different = sorted.Distinct().ToArray();
        var values = different.Length <= Questions ? different : [.. Enumerable.Range(1, Questions - 1).Select(k => sorted[sorted.Length * k / Questions])];
        return [.. values.Select(v => float.Parse(v.ToString("0.####", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).Distinct()];
    }

    private sealed record Ground(IReadOnlyList<FittingPlace> Places, float[][] Questions, double[] Slopes, double[] Curves);
}
