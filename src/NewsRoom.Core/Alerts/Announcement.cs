namespace NewsRoom.Core.Alerts;

/// <summary>That something was told, or begun to be: one row a release (or a note on it), whichever process comes first.</summary>
public sealed class Announcement
{
    /// <summary>In place of a note's id: the release itself.</summary>
    public const int TheRelease = 0;

    private Announcement() { }

    public Announcement(int releaseId, int noteId, DateTimeOffset dueAt, DateTimeOffset at)
    {
        ReleaseId = releaseId;
        NoteId = noteId;
        DueAt = dueAt;
        At = at;
    }

    public int Id { get; private set; }

    public int ReleaseId { get; private set; }

    /// <summary>The public note; <see cref="TheRelease"/> for the release itself.</summary>
    public int NoteId { get; private set; }

    /// <summary>When readers could first see it.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>That a person was told: unique, so that nobody is told twice.</summary>
public sealed class AlertDelivery
{
    private AlertDelivery() { }

    public AlertDelivery(int subscriberId, int releaseId, int noteId, DateTimeOffset at)
    {
        SubscriberId = subscriberId;
        ReleaseId = releaseId;
        NoteId = noteId;
        At = at;
    }

    public int Id { get; private set; }

    public int SubscriberId { get; private set; }

    public int ReleaseId { get; private set; }

    public int NoteId { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>Up to when everything was announced: what a start after downtime goes on from. One row.</summary>
public sealed class AnnouncementMark
{
    private AnnouncementMark() { }

    public AnnouncementMark(DateTimeOffset at)
    {
        Id = 1;
        At = at;
    }

    public int Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public void MoveTo(DateTimeOffset at) => At = at;
}
