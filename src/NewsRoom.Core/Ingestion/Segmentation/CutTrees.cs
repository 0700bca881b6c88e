using System.Collections.Frozen;
using System.Globalization;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>
/// Decision trees that weigh what the cues say of a place together: a short paragraph speaks against a cut where a contact is still to come, and not where the one before was short too.
/// Their sum is added to a share of the cues' own. Grown by stochastic gradient boosting (J. H. Friedman, "Stochastic Gradient Boosting", 2002) over the worked-on cases: <c>fit</c> of the
/// benchmarks writes <c>cut-trees.txt</c>.
/// </summary>
internal sealed class CutTrees
{
    /// <summary>The share of the cues' sum that the trees leave in force.</summary>
    public const double Share = 0.6;

    /// <summary>The name under which the sum of the cues stands among what the trees ask for.</summary>
    public const string SumName = "sum";

    private const string Resource = "NewsRoom.Core.Ingestion.Segmentation.cut-trees.txt";

    private static readonly Lazy<CutTrees> Fitted = new(() =>
    {
        using var reader = new StreamReader(typeof(CutTrees).Assembly.GetManifestResourceStream(Resource)!);
        return Parse(reader.ReadToEnd());
    });

    private readonly FrozenDictionary<string, int> _features;
    private readonly Node[] _nodes;
    private readonly int[] _roots;

    private CutTrees(string text)
    {
        var features = new Dictionary<string, int>(StringComparer.Ordinal) { [SumName] = PlaceMeasures.Names.Length };
        for (var i = 0; i < PlaceMeasures.Names.Length; i++)
            features[PlaceMeasures.Names[i]] = i;
        var (nodes, roots) = (new List<Node>(), new List<int>());
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            roots.Add(nodes.Count);
            var at = 0;
            Add(nodes, line.Split(' '), ref at, features);
        }

        (_nodes, _roots) = ([.. nodes], [.. roots]);
        _features = features.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static CutTrees Shared => Fitted.Value;

    /// <summary>How many numbers the trees look at.</summary>
    public int Features => _features.Count;

    /// <summary>Reads trees: one a line, each node before its branches, "length&lt;140" for a question whose first branch is yes, a number for a leaf in log odds.</summary>
    public static CutTrees Parse(string text) => new(text);

    /// <summary>What the trees add to the share of the cues' sum, in log odds.</summary>
    /// <param name="values">Room for <see cref="Features"/> numbers, with the measures of the place already in it.</param>
    public double Sum(double sum, List<CueWeight> weights, Span<float> values)
    {
        values[PlaceMeasures.Names.Length..].Clear();
        values[PlaceMeasures.Names.Length] = (float)sum;
        foreach (var weight in weights)
        {
            if (_features.TryGetValue(weight.Name, out var feature))
                values[feature] += (float)weight.Weight;
        }

        var total = 0.0;
        var nodes = _nodes;
        foreach (var root in _roots)
        {
            var at = root;
            while (nodes[at].Feature is >= 0 and var feature)
                at = values[feature] < nodes[at].Value ? at + 1 : nodes[at].No;
            total += nodes[at].Value;
        }

        return total;
    }

    private static void Add(List<Node> nodes, string[] tokens, ref int at, Dictionary<string, int> features)
    {
        var token = tokens[at++];
        var index = nodes.Count;
        var question = token.LastIndexOf('<');
        if (question < 0)
        {
            nodes.Add(new(-1, Number(token), 0));
            return;
        }

        if (!features.TryGetValue(token[..question], out var feature))
            features[token[..question]] = feature = features.Count;
        nodes.Add(default);
        Add(nodes, tokens, ref at, features);
        nodes[index] = new(feature, Number(token.AsSpan(question + 1)), nodes.Count);
        Add(nodes, tokens, ref at, features);
    }

    private static float Number(ReadOnlySpan<char> text) => float.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A question, or a leaf. Where the value is smaller the next node follows.</summary>
    /// <param name="Feature">What is asked for; -1 in a leaf.</param>
    /// <param name="Value">The number it is compared with, or the leaf's log odds.</param>
    /// <param name="No">The node where it is not smaller.</param>
    private readonly record struct Node(int Feature, float Value, int No);
}
