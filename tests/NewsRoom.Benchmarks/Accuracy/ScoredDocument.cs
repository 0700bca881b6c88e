using System.Globalization;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>A release of the plan, moved onto the content lines of the key.</summary>
/// <param name="Start">The first content line, a start that the key also accepts counting as the start.</param>
internal sealed record PlacedRelease(ReleaseDraft Draft, HashSet<int> Covered, int Start, int End);

/// <summary>A document with its key and its plan: which lines count, whose they are, and which planned release is which of the key.</summary>
internal sealed class ScoredDocument
{
    private readonly IReadOnlyList<string> _lines;
    private readonly HashSet<int> _content;

    public ScoredDocument(GoldDocument gold, IReadOnlyList<string> lines, ImportPlan? plan)
    {
        Gold = gold;
        Plan = plan;
        _lines = lines;
        var outside = (gold.NonReleaseLines ?? []).ToHashSet();
        _content = [.. Enumerable.Range(1, lines.Count).Where(n => !IsBlank(lines[n - 1]) && !outside.Contains(n))];
        foreach (var release in gold.Releases)
            for (var n = release.StartLine; n <= release.EndLine; n++)
                if (_content.Contains(n))
                    Owner[n] = release.Index;
        Place();
        Match();
    }

    public GoldDocument Gold { get; }

    public ImportPlan? Plan { get; }

    /// <summary>The release of the key that a content line belongs to.</summary>
    public Dictionary<int, int> Owner { get; } = [];

    public List<PlacedRelease> Placed { get; } = [];

    /// <summary>Planned releases that cover no content line at all.</summary>
    public List<ReleaseDraft> Phantoms { get; } = [];

    /// <summary>Key release to planned release, one to one, by most common lines.</summary>
    public Dictionary<GoldRelease, PlacedRelease> Matches { get; } = [];

    public string Text(int line) => _lines[line - 1].Trim() is { Length: > 60 } text ? text[..60] : _lines[line - 1].Trim();

    public string AllText() => string.Join(' ', string.Join(' ', _lines).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The last content line at or before a line.</summary>
    public int Up(int line)
    {
        for (line = Math.Min(line, _lines.Count); line >= 1 && !_content.Contains(line); line--) { }
        return line;
    }

    /// <summary>The key's release that a planned one overlaps most, whether or not it was matched.</summary>
    public GoldRelease? Nearest(PlacedRelease placed) => Gold.Releases
        .Where(gold => Common(gold, placed) > 0)
        .OrderByDescending(gold => Common(gold, placed))
        .ThenBy(gold => Math.Abs(placed.Start - gold.StartLine))
        .FirstOrDefault();

    private void Place()
    {
        var starts = Gold.Releases.SelectMany(r => (r.StartLineOk ?? []).Select(n => (n, r.StartLine))).ToDictionary();
        var ends = Gold.Releases.SelectMany(r => (r.EndLineOk ?? []).Select(n => (n, r.EndLine))).ToDictionary();
        foreach (var draft in Plan?.Releases ?? [])
        {
            var covered = Enumerable.Range(1, _lines.Count)
                .Where(n => n >= draft.StartLine && n <= draft.EndLine && _content.Contains(n)).ToHashSet();
            if (covered.Count == 0)
            {
                Phantoms.Add(draft);
                continue;
            }
            var (start, end) = (covered.Min(), covered.Max());
            Placed.Add(new(draft, covered, starts.GetValueOrDefault(start, start), ends.GetValueOrDefault(end, end)));
        }
    }

    private void Match()
    {
        var taken = new HashSet<PlacedRelease>(ReferenceEqualityComparer.Instance);
        var candidates =
            from gold in Gold.Releases
            from placed in Placed
            let common = Common(gold, placed)
            where common > 0
            orderby common descending, Math.Abs(placed.Start - gold.StartLine), gold.Index descending, placed.Draft.Index descending
            select (gold, placed);
        foreach (var (gold, placed) in candidates)
            if (!Matches.ContainsKey(gold) && taken.Add(placed))
                Matches[gold] = placed;
    }

    private int Common(GoldRelease gold, PlacedRelease placed) =>
        placed.Covered.Count(n => Owner.TryGetValue(n, out var owner) && owner == gold.Index);

    private static bool IsBlank(string line) => line.All(c =>
        char.IsWhiteSpace(c) || c is '\ufeff' or '\u200b' or '\u200c' or '\u200d' or '\u2060'
        || char.GetUnicodeCategory(c) == UnicodeCategory.Control);
}
