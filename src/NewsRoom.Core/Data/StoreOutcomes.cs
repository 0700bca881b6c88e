using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>How an editor's request ended.</summary>
public enum StoreResult
{
    Done,

    /// <summary>There is no such row.</summary>
    NotFound,

    /// <summary>The row stands where this cannot be done to it.</summary>
    NotLegal,

    /// <summary>Somebody saved since the editor looked: nothing was changed.</summary>
    Outdated,

    /// <summary>It may be done, but something has to be mended first: see the refusals.</summary>
    Refused,
}

/// <summary>How a save ended. When somebody was quicker, <paramref name="Newer"/> is their revision and nothing was changed.</summary>
public sealed record SaveOutcome(StoreResult Result, int Version, ReleaseRevision? Newer = null);

/// <summary>How an approval ended, with every reason why it was refused.</summary>
public sealed record ApproveOutcome(StoreResult Result, IReadOnlyList<PublishRefusal> Refusals);
