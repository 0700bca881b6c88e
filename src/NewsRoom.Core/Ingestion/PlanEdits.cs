using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

/// <summary>A release of an edited plan, as lines of its document.</summary>
/// <param name="StartLine">1-based, inclusive.</param>
/// <param name="EndLine">1-based, inclusive.</param>
/// <param name="Cut">The cut before it; an editor's has confidence 1 and the cue "editor".</param>
public sealed record PlannedRange(int StartLine, int EndLine, Cut Cut);

/// <summary>What an editor said of one release beyond its lines; null leaves what the import found.</summary>
public sealed record ReleaseOverride
{
    public string? Headline { get; init; }

    public string? Standfirst { get; init; }

    public string? Dateline { get; init; }

    /// <summary>"2014", "2014-06", "2014-06-13"; empty for unknown.</summary>
    public string? Date { get; init; }

    /// <summary>Slugs.</summary>
    public IReadOnlyList<string>? Themes { get; init; }

    public IReadOnlyList<ContactOverride>? Contacts { get; init; }
}

/// <summary>A contact as an editor typed it.</summary>
public sealed record ContactOverride(string Name, string? Role, string? Office, string? Phone, string? Email);

/// <summary>
/// What editors did to a plan: where its releases begin and end, and what they are to say. The plan itself is made anew from the document and these edits,
/// so that nothing is lost and everything can be taken back. Immutable: each edit gives new ones.
/// </summary>
/// <param name="Ranges">The releases in the order of the page; they do not overlap.</param>
/// <param name="Overrides">By the start line of the release.</param>
public sealed record PlanEdits(IReadOnlyList<PlannedRange> Ranges, IReadOnlyDictionary<int, ReleaseOverride> Overrides)
{
    private static readonly Cut ByEditor = new(1, ["editor"]);

    /// <summary>The edits that leave a plan as it is.</summary>
    public static PlanEdits Of(ImportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new([.. plan.Releases.Select(r => new PlannedRange(r.StartLine, r.EndLine, r.Cut))], new Dictionary<int, ReleaseOverride>());
    }

    /// <summary>Begins a new release at a line of another one. Null when the line is in no release, or begins one already.</summary>
    public PlanEdits? Split(int line)
    {
        var at = IndexOf(line);
        if (at < 0 || Ranges[at].StartLine == line)
            return null;
        var range = Ranges[at];
        return With([.. Ranges.Take(at), range with { EndLine = line - 1 }, new(line, range.EndLine, ByEditor), .. Ranges.Skip(at + 1)]);
    }

    /// <summary>Joins a release with the next one, and whatever stands between them. Null for the last.</summary>
    /// <param name="index">0-based.</param>
    public PlanEdits? MergeWithNext(int index)
    {
        if (index < 0 || index + 1 >= Ranges.Count)
            return null;
        return With([.. Ranges.Take(index), Ranges[index] with { EndLine = Ranges[index + 1].EndLine }, .. Ranges.Skip(index + 2)]);
    }

    /// <summary>Moves the beginning of a release; the one before it ends where it begins. Null when the line leaves one of them empty.</summary>
    /// <param name="index">0-based.</param>
    public PlanEdits? MoveStart(int index, int line)
    {
        if (index < 0 || index >= Ranges.Count)
            return null;
        var least = index == 0 ? 1 : Ranges[index - 1].StartLine + 1;
        var range = Ranges[index];
        if (line < least || line > range.EndLine || line == range.StartLine)
            return null;
        var moved = range with { StartLine = line, Cut = ByEditor };
        var ranges = Ranges.ToList();
        ranges[index] = moved;
        if (index > 0 && (ranges[index - 1].EndLine >= line || line > range.StartLine))
            ranges[index - 1] = ranges[index - 1] with { EndLine = line - 1 };
        var overrides = Overrides.ToDictionary();
        if (overrides.Remove(range.StartLine, out var own))
            overrides[line] = own;
        return new(ranges, overrides);
    }

    /// <summary>Takes a release out of the plan: its lines become navigation. Null when there is none.</summary>
    /// <param name="index">0-based.</param>
    public PlanEdits? Drop(int index) => index < 0 || index >= Ranges.Count ? null : With([.. Ranges.Take(index), .. Ranges.Skip(index + 1)]);

    /// <summary>Makes a release of lines that belong to none. Null when they touch one.</summary>
    public PlanEdits? Add(int startLine, int endLine)
    {
        if (startLine > endLine || startLine < 1 || Ranges.Any(r => r.StartLine <= endLine && r.EndLine >= startLine))
            return null;
        return With([.. Ranges.Append(new(startLine, endLine, ByEditor)).OrderBy(r => r.StartLine)]);
    }

    /// <summary>Sets what a release is to say. Null when no release begins at the line, or the date cannot be read.</summary>
    public PlanEdits? Say(int startLine, ReleaseOverride said)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (Ranges.All(r => r.StartLine != startLine) || !ReleaseDate.TryParse(said.Date, out _))
            return null;
        return this with { Overrides = new Dictionary<int, ReleaseOverride>(Overrides) { [startLine] = said } };
    }

    private int IndexOf(int line)
    {
        for (var i = 0; i < Ranges.Count; i++)
        {
            if (Ranges[i].StartLine <= line && line <= Ranges[i].EndLine)
                return i;
        }

        return -1;
    }

    private PlanEdits With(IReadOnlyList<PlannedRange> ranges)
    {
        var starts = ranges.Select(r => r.StartLine).ToHashSet();
        return new(ranges, Overrides.Where(o => starts.Contains(o.Key)).ToDictionary());
    }
}
