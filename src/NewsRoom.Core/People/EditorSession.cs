namespace NewsRoom.Core.People;

/// <summary>A browser in which somebody is signed in. Its cookie is worth nothing once the session is ended.</summary>
public sealed class EditorSession
{
    /// <summary>How long a session lives, however busy it is.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(14);

    /// <summary>How finely the last visit is noted.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(10);

    private EditorSession() { }

    public EditorSession(string editorId, string device, DateTimeOffset at)
    {
        Id = Guid.NewGuid();
        EditorId = editorId;
        Device = device;
        StartedAt = at;
        LastSeenAt = at;
    }

    public Guid Id { get; private set; }

    public string EditorId { get; private set; } = "";

    /// <summary>"Firefox on Linux": as much of the browser as helps its owner to know it again.</summary>
    public string Device { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>The last visit, give or take <see cref="Grain"/>.</summary>
    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }
}
