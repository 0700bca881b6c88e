namespace NewsRoom.Core.Links;

/// <summary>How a visit to an address ended.</summary>
public enum LinkState
{
    /// <summary>Nobody has looked yet.</summary>
    Unchecked,

    /// <summary>It answers.</summary>
    Works,

    /// <summary>It answers at another address, for good.</summary>
    Moved,

    /// <summary>It says that there is nothing, or that it failed.</summary>
    Broken,

    /// <summary>No answer: no such host, no connection, no certificate, too slow.</summary>
    Silent,

    /// <summary>It answers that a machine may not see it: a person has to look.</summary>
    Closed,

    /// <summary>It leads to no public address, and was not visited.</summary>
    NotPublic,
}

/// <summary>A web address that stands in a release, and how the last visit to it ended.</summary>
public sealed class LinkTarget
{
    public const int MaxAddress = 2000;

    private LinkTarget() { }

    public LinkTarget(string address) => Address = address;

    public int Id { get; private set; }

    public string Address { get; private set; } = "";

    public LinkState State { get; private set; }

    /// <summary>The HTTP status of the last answer; null where there was none.</summary>
    public int? Status { get; private set; }

    /// <summary>What happened, in a sentence; null when it simply works.</summary>
    public string? Message { get; private set; }

    /// <summary>Where redirects led; null when they led nowhere else.</summary>
    public string? LeadsTo { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>Whether somebody should look at it.</summary>
    public bool Fails => State is LinkState.Broken or LinkState.Silent or LinkState.NotPublic;

    public void Note(LinkVisit visit, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(visit);
        State = visit.State;
        Status = visit.Status;
        Message = visit.Message;
        LeadsTo = visit.LeadsTo is { Length: <= MaxAddress } other ? other : null;
        CheckedAt = at;
    }
}

/// <summary>How one visit ended.</summary>
public sealed record LinkVisit(LinkState State, int? Status = null, string? Message = null, string? LeadsTo = null);

/// <summary>That an address stands in the latest version of a release.</summary>
public sealed class LinkUse
{
    private LinkUse() { }

    public LinkUse(int linkId, int releaseId)
    {
        LinkId = linkId;
        ReleaseId = releaseId;
    }

    public int LinkId { get; private set; }

    public int ReleaseId { get; private set; }
}
