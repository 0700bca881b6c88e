namespace NewsRoom.Core.Releases;

/// <summary>A publication of one's own text without anybody's second look, in an office that has more than one publisher. The others see it until one of them acknowledges it.</summary>
public sealed class LonePublication
{
    public const int MaxReason = 500;

    private LonePublication() { }

    public LonePublication(int releaseId, int revisionNumber, string by, string reason, DateTimeOffset at)
    {
        ReleaseId = releaseId;
        RevisionNumber = revisionNumber;
        By = by;
        Reason = reason;
        At = at;
    }

    public int Id { get; private set; }

    public int ReleaseId { get; private set; }

    public int RevisionNumber { get; private set; }

    public string By { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public string? AcknowledgedBy { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public bool IsOpen => AcknowledgedAt is null;

    /// <summary>False when it is one's own: that needs somebody else.</summary>
    public bool Acknowledge(string by, DateTimeOffset at)
    {
        if (!IsOpen || by == By)
            return false;
        AcknowledgedBy = by;
        AcknowledgedAt = at;
        return true;
    }
}

/// <summary>What a publisher says to the writer when a change goes back.</summary>
public sealed class ReviewNote
{
    public const int MaxText = 1000;

    private ReviewNote() { }

    public ReviewNote(int releaseId, int revisionNumber, string text, string by, DateTimeOffset at)
    {
        ReleaseId = releaseId;
        RevisionNumber = revisionNumber;
        Text = text;
        By = by;
        At = at;
    }

    public int Id { get; private set; }

    public int ReleaseId { get; private set; }

    /// <summary>The version it speaks of: a newer save answers it.</summary>
    public int RevisionNumber { get; private set; }

    public string Text { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
