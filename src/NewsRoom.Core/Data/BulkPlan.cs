using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>What can be done to many releases at once.</summary>
public enum BulkKind
{
    AddTheme,
    RemoveTheme,
    AttachContact,
    ReplaceContact,
    DetachContact,
    Submit,
    Publish,
    Withdraw,
    ReturnToDraft,

    /// <summary>Each release has a content of its own, from a table.</summary>
    Table,
}

/// <summary>What is asked.</summary>
public sealed record BulkRequest(BulkKind Kind)
{
    public int? ThemeId { get; init; }

    /// <summary>The contact that is attached, detached, or replaced.</summary>
    public int? ContactId { get; init; }

    /// <summary>The contact that comes in the place of <see cref="ContactId"/>.</summary>
    public int? ReplacementId { get; init; }

    /// <summary>Why it is withdrawn, for readers.</summary>
    public string? Reason { get; init; }

    /// <summary>Of <see cref="BulkKind.Table"/>: what each release is to hold.</summary>
    public IReadOnlyDictionary<int, BulkRow> Rows { get; init; } = new Dictionary<int, BulkRow>();

    public bool IsStep => Kind is BulkKind.Submit or BulkKind.Publish or BulkKind.Withdraw or BulkKind.ReturnToDraft;
}

/// <summary>A line of a table: what is null stays as it is.</summary>
/// <param name="Problem">Why the line cannot be used; null when it can.</param>
public sealed record BulkRow(IReadOnlyList<int>? ThemeIds, IReadOnlyList<int>? ContactIds, ReleaseDate? Date, int? Version = null, string? Problem = null);

/// <summary>What will become of one release.</summary>
/// <param name="Version">The version that was looked at: when somebody saves meanwhile, nothing is done to it.</param>
/// <param name="Now">What it is, in words; of what changes alone.</param>
/// <param name="Refusal">Why nothing will be done to it; null when something will.</param>
/// <param name="IsAtOnce">Readers see the change at once.</param>
public sealed record BulkPlanRow(int ReleaseId, int Version, string Headline, string Status, string Now, string Then, string? Refusal, bool IsAtOnce)
{
    /// <summary>What the release is to hold; null for a step.</summary>
    internal ReleaseContent? Content { get; init; }
}
