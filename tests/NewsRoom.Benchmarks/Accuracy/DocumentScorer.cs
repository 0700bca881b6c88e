namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>Measures one plan against the key: the same counts as the project's scoring script, and how far a cut's confidence can be trusted.</summary>
internal sealed class DocumentScorer(ScoredDocument document)
{
    private static readonly string[] CoreThemes = ["trafficking", "diaspora", "resettlement", "climate"];

    public Tally Tally { get; } = new();

    /// <summary>What went wrong, a line each.</summary>
    public List<string> Notes { get; } = [];

    public void Score()
    {
        Tally.Add(Count.ReleasesInKey, document.Gold.Releases.Count);
        Tally.Add(Count.ReleasesFound, document.Plan?.Releases.Count ?? 0);
        Tally.Add(Count.Phantoms, document.Phantoms.Count);
        Notes.AddRange(document.Phantoms.Select(p => $"phantom release at {p.StartLine}-{p.EndLine}"));
        ScoreCuts();
        ScoreCoverage();
        foreach (var gold in document.Gold.Releases)
            ScoreFields(gold, document.Matches.GetValueOrDefault(gold));
        foreach (var placed in document.Placed.Except(document.Matches.Values))
            ScoreUnmatched(placed);
        ScoreGaps();
    }

    private void ScoreCuts()
    {
        int? first = document.Gold.Releases is [var opening, ..] ? opening.StartLine : null;
        var right = document.Gold.Releases.Skip(1).Select(r => r.StartLine).ToHashSet();
        var found = document.Placed.Select(p => p.Start).Where(n => n != first).ToHashSet();
        Tally.Add(Count.CutsRight, right.Count(found.Contains));
        foreach (var line in found.Except(right).Order())
            Note(Count.CutsWrong, $"false cut at line {line} (inside release {document.Owner.GetValueOrDefault(line)}): {document.Text(line)}");
        foreach (var line in right.Except(found).Order())
            Note(Count.CutsMissed, $"missed cut at line {line}: {document.Text(line)}");
        foreach (var placed in document.Placed.Where(p => p.Start != first))
            ScoreConfidence(placed.Draft.Cut.Confidence, right.Contains(placed.Start));
        foreach (var phantom in document.Phantoms)
            ScoreConfidence(phantom.Cut.Confidence, right: false);
        var ranges = document.Placed.Select(p => (p.Start, p.End)).ToHashSet();
        Tally.Add(Count.SegmentsInKey, document.Gold.Releases.Count);
        Tally.Add(Count.SegmentsRight, document.Gold.Releases.Count(r => ranges.Contains((r.StartLine, document.Up(r.EndLine)))));
    }

    private void ScoreConfidence(double confidence, bool right)
    {
        var sure = confidence >= 0.9;
        Tally.Add(sure ? Count.SureCuts : Count.UnsureCuts);
        Tally.AddIf(right, sure ? Count.SureCutsRight : Count.UnsureCutsRight);
    }

    private void ScoreCoverage()
    {
        var times = document.Placed.SelectMany(p => p.Covered).CountBy(n => n).ToDictionary();
        var optional = new HashSet<int>();
        foreach (var gold in document.Gold.Releases)
        {
            for (var n = gold.StartLine; n < (gold.StartLineOk is { Count: > 0 } starts ? starts.Max() : gold.StartLine); n++)
                optional.Add(n);
            for (var n = gold.EndLine; n > (gold.EndLineOk is { Count: > 0 } ends ? ends.Min() : gold.EndLine); n--)
                optional.Add(n);
        }
        var lost = document.Owner.Keys.Where(n => !times.ContainsKey(n) && !optional.Contains(n)).ToList();
        Tally.Add(Count.LinesInKey, document.Owner.Count);
        Tally.Add(Count.LinesLost, lost.Count);
        Tally.Add(Count.LinesTwice, times.Values.Count(n => n > 1));
        Tally.Add(Count.ReleasesLost, document.Gold.Releases.Count(r => !document.Owner.Any(o => o.Value == r.Index && times.ContainsKey(o.Key))));
        if (lost.Count > 0)
            Notes.Add($"lost lines: {string.Join(", ", lost.Take(12))}");
    }

    private void ScoreFields(GoldRelease gold, PlacedRelease? placed)
    {
        ContactScorer.Score(gold, placed?.Draft.Contacts ?? [], Tally, Notes);
        ScoreThemes(gold, Themes(placed));
        DateScorer.Score(gold, placed?.Draft.Date, document.AllText, Tally, Notes);
        if (gold.Title is not null)
        {
            Tally.Add(Count.TitlesInKey);
            Tally.AddIf(placed is not null && Names.Fold(placed.Draft.Headline) == Names.Fold(gold.Title), Count.TitlesRight);
        }
        if (placed is not null)
        {
            Tally.Add(Count.LanguagesInKey);
            Tally.AddIf(placed.Draft.Language.StartsWith(gold.Language, StringComparison.OrdinalIgnoreCase), Count.LanguagesRight);
        }
    }

    private void ScoreThemes(GoldRelease gold, HashSet<string> found)
    {
        Tally.Add(Count.ThemesRight, gold.Themes.Count(found.Contains));
        Tally.Add(Count.ThemeTraps, gold.ThemesTraps.Count);
        Tally.Add(Count.ThemeTrapsHit, gold.ThemesTraps.Count(found.Contains));
        foreach (var missed in gold.Themes.Where(t => !found.Contains(t)))
            Note(Count.ThemesMissed, $"r{gold.Index} theme missed: {missed}");
        foreach (var wrong in found.Except(gold.Themes).Except(gold.ThemesAcceptable))
            Note(Count.ThemesWrong, $"r{gold.Index} theme wrong: {wrong}{(gold.ThemesTraps.Contains(wrong) ? " (trap)" : "")}");
    }

    private void ScoreUnmatched(PlacedRelease placed)
    {
        var nearest = document.Nearest(placed);
        Tally.Add(Count.ThemesWrong, Themes(placed).Except(nearest is null ? [] : nearest.Themes.Concat(nearest.ThemesAcceptable)).Count());
        Tally.Add(Count.ContactsWrong, ContactScorer.Merge(placed.Draft.Contacts).Count);
    }

    private void ScoreGaps()
    {
        var found = (document.Plan?.Releases ?? []).SelectMany(r => r.Gaps).Select(g => (Kind: Kebab(g.Kind.ToString()), g.Line)).ToHashSet();
        var acceptable = document.Gold.Releases.SelectMany(r => r.GapsAcceptable).Select(g => g.Line).ToHashSet();
        var explained = new HashSet<(string, int)>();
        foreach (var group in document.Gold.Releases.SelectMany(r => r.Gaps).GroupBy(g => (g.Kind, g.Line)))
        {
            var kinds = group.SelectMany(g => g.KindAcceptable ?? []).Append(group.Key.Kind).Select(k => (k, group.Key.Line)).ToList();
            explained.UnionWith(kinds);
            Tally.Add(Count.GapsInKey);
            if (kinds.Any(found.Contains))
                Tally.Add(Count.GapsRight);
            else
                Notes.Add($"gap missed: {group.Key.Kind} at line {group.Key.Line}");
        }
        foreach (var (kind, line) in found.Where(g => !explained.Contains(g) && !acceptable.Contains(g.Line)).Order())
            Note(Count.GapsWrong, $"gap wrong: {kind} at line {line}");
    }

    private static HashSet<string> Themes(PlacedRelease? placed) =>
        placed is null ? [] : [.. placed.Draft.Themes.Select(t => t.Slug).Intersect(CoreThemes)];

    private static string Kebab(string kind) => kind switch
    {
        "MissingEmail" => "missing-email",
        "MissingLink" => "missing-link",
        _ => "missing-url",
    };

    private void Note(Count count, string note)
    {
        Tally.Add(count);
        Notes.Add(note);
    }
}
