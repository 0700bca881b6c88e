namespace NewsRoom.Core.Releases;

/// <summary>Where a release stands. "Scheduled" and "live" are not states: an approved release is live once its <see cref="Release.PublishAt"/> has come.</summary>
public enum ReleaseState
{
    Draft,
    InReview,
    Approved,
    Withdrawn,
}

/// <summary>Where a headline comes from.</summary>
public enum HeadlineBasis
{
    /// <summary>An editor wrote or checked it.</summary>
    Editor,

    /// <summary>It stands in the source.</summary>
    Text,

    /// <summary>The import made it from the lead: shown as suggested until an editor has saved the release.</summary>
    Suggested,
}

/// <summary>What the flattened source lost at a place.</summary>
public enum GapKind
{
    MissingEmail,
    MissingLink,
    MissingUrl,
}
