namespace NewsRoom.Core.Releases;

/// <summary>One change of many releases at once: what was asked, by whom, and what became of each release. It can be undone once.</summary>
public sealed class BulkChange
{
    private BulkChange() { }

    public BulkChange(string words, string by, DateTimeOffset at)
    {
        Words = words;
        By = by;
        At = at;
    }

    public int Id { get; private set; }

    /// <summary>What was asked: "add the theme Harbour".</summary>
    public string Words { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string? UndoneBy { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public void NoteUndone(string by, DateTimeOffset at)
    {
        UndoneBy = by;
        UndoneAt = at;
    }
}

/// <summary>What a bulk change did to one release.</summary>
public sealed class BulkItem
{
    private BulkItem() { }

    public BulkItem(int changeId, int releaseId, string headline, int versionBefore, ReleaseState stateBefore, DateTimeOffset? publishAtBefore)
    {
        ChangeId = changeId;
        ReleaseId = releaseId;
        Headline = headline;
        VersionBefore = versionBefore;
        StateBefore = stateBefore;
        PublishAtBefore = publishAtBefore;
    }

    public int Id { get; private set; }

    public int ChangeId { get; private set; }

    /// <summary>The release may be gone by now: this is no foreign key.</summary>
    public int ReleaseId { get; private set; }

    public string Headline { get; private set; } = "";

    public int VersionBefore { get; private set; }

    public ReleaseState StateBefore { get; private set; }

    public DateTimeOffset? PublishAtBefore { get; private set; }

    public int VersionAfter { get; private set; }

    public ReleaseState StateAfter { get; private set; }

    /// <summary>Whether readers saw the change at once.</summary>
    public bool WasApproved { get; private set; }

    /// <summary>Why nothing was done to it; null when something was.</summary>
    public string? Refused { get; private set; }

    /// <summary>Why the undo left it as it is; null when it went back or was not tried.</summary>
    public string? KeptBecause { get; private set; }

    public void Done(int version, ReleaseState state, bool wasApproved)
    {
        VersionAfter = version;
        StateAfter = state;
        WasApproved = wasApproved;
    }

    public void Refuse(string reason) => Refused = reason;

    public void Keep(string reason) => KeptBecause = reason;
}
