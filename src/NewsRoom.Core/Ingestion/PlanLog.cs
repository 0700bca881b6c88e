using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsRoom.Core.Ingestion;

/// <summary>What an editor does to a plan.</summary>
public enum PlanEditKind
{
    /// <summary>Begins a release at a line of another one.</summary>
    Split,

    /// <summary>Joins the release that holds the line with the next one.</summary>
    Merge,

    /// <summary>Moves the beginning of the release that holds the line.</summary>
    Move,

    /// <summary>Takes the release that holds the line out of the plan.</summary>
    Drop,

    /// <summary>Makes a release of lines that belong to none.</summary>
    Add,

    /// <summary>Says what the release that holds the line is to contain.</summary>
    Say,

    /// <summary>Goes back to what the import found.</summary>
    StartOver,

    /// <summary>Brings back a release that was left out, as it was.</summary>
    Restore,

    /// <summary>Notes that the release that holds the line was looked at and is right.</summary>
    Check,

    /// <summary>Takes a check back.</summary>
    Uncheck,
}

/// <summary>One edit, by whom and when. Releases are named by a line in them, so that an edit means the same on a newer plan.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Other">The line a beginning moves to, or the last line of a release that is made or restored.</param>
public sealed record PlanEdit(PlanEditKind Kind, int Line, int? Other = null, ReleaseOverride? Said = null, string By = "", DateTimeOffset At = default)
{
    /// <summary>The edit in words: "split at line 34".</summary>
    [JsonIgnore]
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{Kind switch
    {
        PlanEditKind.Split => $"split at line {Line}",
        PlanEditKind.Merge => $"merge the release at line {Line} with the next",
        PlanEditKind.Move => $"move the beginning of the release at line {Line} to line {Other}",
        PlanEditKind.Drop => $"leave out the release at line {Line}",
        PlanEditKind.Add => $"make a release of lines {Line} to {Other}",
        PlanEditKind.Say => $"edit the fields of the release at line {Line}",
        PlanEditKind.Restore => $"restore the release of lines {Line} to {Other}",
        PlanEditKind.Check => $"mark the release at line {Line} as checked",
        PlanEditKind.Uncheck => $"put the release at line {Line} back on the list",
        _ => "start over",
    }}");
}

/// <summary>What the import found in a document, and every edit since, in order: any edit can be taken back, and nothing found is ever lost.</summary>
public sealed record PlanLog(IReadOnlyList<PlannedRange> Found, IReadOnlyList<PlanEdit> Edits)
{
    /// <summary>The most edits of one document; a person does not come near it.</summary>
    public const int MaxEdits = 5000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static PlanLog Of(ImportPlan plan) => new(PlanEdits.Of(plan).Ranges, []);

    public static PlanLog FromJson(string json) =>
        JsonSerializer.Deserialize<PlanLog>(json, Options) ?? throw new InvalidOperationException("A plan log is never null.");

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>The cuts and words as they stand after every edit.</summary>
    public PlanEdits Replay()
    {
        var start = new PlanEdits(Found, new Dictionary<int, ReleaseOverride>());
        return Edits.Aggregate(start, (edits, edit) => Apply(edits, start, edit) ?? edits);
    }

    /// <summary>The log with one edit more; null when the edit means nothing here.</summary>
    public PlanLog? With(PlanEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (Edits.Count >= MaxEdits || (edit.Kind == PlanEditKind.StartOver && Edits.Count == 0))
            return null;
        return Apply(Replay(), new(Found, new Dictionary<int, ReleaseOverride>()), edit) is null ? null : this with { Edits = [.. Edits, edit] };
    }

    /// <summary>The log without its last edit; null when there is none.</summary>
    public PlanLog? WithoutLast() => Edits.Count == 0 ? null : this with { Edits = [.. Edits.Take(Edits.Count - 1)] };

    /// <summary>The 0-based place of the range that holds a line; below zero when none does.</summary>
    public static int IndexOf(PlanEdits edits, int line)
    {
        ArgumentNullException.ThrowIfNull(edits);
        for (var i = 0; i < edits.Ranges.Count; i++)
        {
            if (edits.Ranges[i].StartLine <= line && line <= edits.Ranges[i].EndLine)
                return i;
        }

        return -1;
    }

    private static PlanEdits? Apply(PlanEdits edits, PlanEdits start, PlanEdit edit)
    {
        if (edit.Kind == PlanEditKind.StartOver)
            return start;
        if (edit.Kind == PlanEditKind.Split)
            return edits.Split(edit.Line);
        if (edit.Kind == PlanEditKind.Add)
            return edit.Other is { } last ? edits.Add(edit.Line, last) : null;
        if (edit.Kind == PlanEditKind.Restore)
            return edit.Other is { } end ? edits.Restore(edit.Line, end) : null;
        var at = IndexOf(edits, edit.Line);
        return at < 0 ? null : edit.Kind switch
        {
            PlanEditKind.Merge => edits.MergeWithNext(at),
            PlanEditKind.Move => edit.Other is { } line ? edits.MoveStart(at, line) : null,
            PlanEditKind.Drop => edits.Drop(at, edit.By),
            PlanEditKind.Check or PlanEditKind.Uncheck => edits.Check(at, edit.Kind == PlanEditKind.Check),
            PlanEditKind.Say => edit.Said is { } said ? edits.Say(edits.Ranges[at].StartLine, said) : null,
            _ => null,
        };
    }
}
