using System.Collections.Immutable;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

/// <summary>A release of an edited plan, as lines of its document.</summary>
/// <param name="StartLine">1-based, inclusive.</param>
/// <param name="EndLine">1-based, inclusive.</param>
/// <param name="Cut">The cut before it; an editor's has confidence 1 and the cue "editor".</param>
public sealed record PlannedRange(int StartLine, int EndLine, Cut Cut)
{
    /// <summary>Whether both have the same lines.</summary>
    public bool IsAt(PlannedRange other) => other is not null && StartLine == other.StartLine && EndLine == other.EndLine;
}

/// <summary>What an editor said of one release beyond its lines; null leaves what the import found.</summary>
public sealed record ReleaseOverride
{
    public string? Headline { get; init; }

    public string? Standfirst { get; init; }

    public string? Dateline { get; init; }

    /// <summary>"2014", "2014-06", "2014-06-13"; empty for unknown.</summary>
    public string? Date { get; init; }

    /// <summary>What colleagues should know of that date; null for nothing.</summary>
    public string? DateNote { get; init; }

    /// <summary>Slugs.</summary>
    public IReadOnlyList<string>? Themes { get; init; }

    public IReadOnlyList<ContactOverride>? Contacts { get; init; }
}

/// <summary>A contact as an editor typed it.</summary>
/// <param name="OtherPhone">A second number; null leaves what the import found under the name, empty is none.</param>
public sealed record ContactOverride(string Name, string? Role, string? Office, string? Phone, string? Email, string? OtherPhone = null);

/// <summary>A release that an editor left out, kept so that it can come back exactly as it was.</summary>
/// <param name="Said">What editors had said of it; null for nothing.</param>
/// <param name="By">Who left it out.</param>
public sealed record DroppedRelease(PlannedRange Range, ReleaseOverride? Said, bool WasChecked, string By);

/// <summary>
/// What editors did to a plan: where its releases begin and end, and what they are to say. The plan itself is made anew from the document and these edits,
/// so that nothing is lost and everything can be taken back. Immutable: each edit gives new ones.
/// </summary>
/// <param name="Ranges">The releases in the order of the page; they do not overlap.</param>
/// <param name="Overrides">By the start line of the release.</param>
public sealed record PlanEdits(IReadOnlyList<PlannedRange> Ranges, IReadOnlyDictionary<int, ReleaseOverride> Overrides)
{
    private static readonly Cut ByEditor = new(1, ["editor"]);

    /// <summary>Releases that editors left out, in the order in which they did.</summary>
    public IReadOnlyList<DroppedRelease> Dropped { get; init; } = [];

    /// <summary>The lines of the releases that an editor looked at and found right. A release whose lines change is no longer among them.</summary>
    public ImmutableHashSet<(int Start, int End)> Checked { get; init; } = [];

    /// <summary>Those of the dropped releases whose lines are still free, in the order of the page. Of two that overlap, the one that was left out last.</summary>
    public IReadOnlyList<DroppedRelease> Restorable
    {
        get
        {
            var free = new List<DroppedRelease>();
            foreach (var dropped in Dropped.Reverse())
            {
                if (!Touches(dropped.Range) && !free.Exists(f => f.Range.StartLine <= dropped.Range.EndLine && f.Range.EndLine >= dropped.Range.StartLine))
                    free.Add(dropped);
            }

            return [.. free.OrderBy(f => f.Range.StartLine)];
        }
    }

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

    /// <summary>
    /// Moves the beginning of a release; the one before it ends where it begins, unless a release between them was left out: then nothing takes its lines. Null when the line leaves one of them empty.
    /// </summary>
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
        if (index > 0 && (ranges[index - 1].EndLine >= line || (line > range.StartLine && !LeftOutBetween(index - 1).Any())))
            ranges[index - 1] = ranges[index - 1] with { EndLine = line - 1 };
        var overrides = Overrides.ToDictionary();
        if (overrides.Remove(range.StartLine, out var own))
            overrides[line] = own;
        return (this with { Overrides = overrides }).With(ranges);
    }

    /// <summary>Takes a release out of the plan: its lines belong to none. Null when there is none.</summary>
    /// <param name="index">0-based.</param>
    public PlanEdits? Drop(int index, string by = "")
    {
        if (index < 0 || index >= Ranges.Count)
            return null;
        var range = Ranges[index];
        var dropped = new DroppedRelease(range, Overrides.GetValueOrDefault(range.StartLine), Checked.Contains((range.StartLine, range.EndLine)), by);
        return With([.. Ranges.Take(index), .. Ranges.Skip(index + 1)]) with { Dropped = [.. Dropped.Where(d => !d.Range.IsAt(range)), dropped] };
    }

    /// <summary>Brings back the release of these lines that was left out, with its cut and what was said of it. Null when there is none, or its lines are in a release again.</summary>
    public PlanEdits? Restore(int startLine, int endLine)
    {
        if (Restorable.FirstOrDefault(d => d.Range.StartLine == startLine && d.Range.EndLine == endLine) is not { } dropped)
            return null;
        var overrides = Overrides.ToDictionary();
        if (dropped.Said is { } said)
            overrides[startLine] = said;
        var restored = (this with { Overrides = overrides }).With([.. Ranges.Append(dropped.Range).OrderBy(r => r.StartLine)]);
        return restored with
        {
            Dropped = [.. Dropped.Where(d => !d.Range.IsAt(dropped.Range))],
            Checked = dropped.WasChecked ? restored.Checked.Add((startLine, endLine)) : restored.Checked,
        };
    }

    /// <summary>Notes that somebody looked at a release and found it right, or takes that back. Null when nothing would change.</summary>
    /// <param name="index">0-based.</param>
    public PlanEdits? Check(int index, bool isRight)
    {
        if (index < 0 || index >= Ranges.Count)
            return null;
        var lines = (Ranges[index].StartLine, Ranges[index].EndLine);
        return Checked.Contains(lines) == isRight ? null : this with { Checked = isRight ? Checked.Add(lines) : Checked.Remove(lines) };
    }

    /// <summary>Makes a release of lines that belong to none. Null when they touch one.</summary>
    public PlanEdits? Add(int startLine, int endLine)
    {
        var range = new PlannedRange(startLine, endLine, ByEditor);
        return startLine > endLine || startLine < 1 || Touches(range) ? null : With([.. Ranges.Append(range).OrderBy(r => r.StartLine)]);
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

    /// <summary>What was left out between a release and the next one.</summary>
    /// <param name="index">0-based.</param>
    public IEnumerable<DroppedRelease> LeftOutBetween(int index) => Restorable.Where(d => d.Range.StartLine > Ranges[index].EndLine && d.Range.EndLine < Ranges[index + 1].StartLine);

    private PlanEdits With(IReadOnlyList<PlannedRange> ranges)
    {
        var starts = ranges.Select(r => r.StartLine).ToHashSet();
        return this with
        {
            Ranges = ranges,
            Overrides = Overrides.Where(o => starts.Contains(o.Key)).ToDictionary(),
            Checked = Checked.IsEmpty ? Checked : Checked.Intersect(ranges.Select(r => (r.StartLine, r.EndLine))),
        };
    }

    private bool Touches(PlannedRange range) => Ranges.Any(r => r.StartLine <= range.EndLine && r.EndLine >= range.StartLine);
}
