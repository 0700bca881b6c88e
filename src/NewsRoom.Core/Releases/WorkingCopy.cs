namespace NewsRoom.Core.Releases;

/// <summary>What an editor has typed and not saved: one for each editor and release, overwritten by itself, never part of the history.</summary>
public sealed class WorkingCopy
{
    private WorkingCopy() { }

    public WorkingCopy(string editorId, int? releaseId)
    {
        EditorId = editorId;
        ReleaseId = releaseId;
    }

    public int Id { get; private set; }

    public string EditorId { get; private set; } = "";

    /// <summary>Null while the release is new.</summary>
    public int? ReleaseId { get; private set; }

    /// <summary>The version the editor began from.</summary>
    public int BaseVersion { get; private set; }

    /// <summary>The form's fields as JSON, letters unescaped.</summary>
    public string Fields { get; private set; } = "{}";

    public DateTimeOffset SavedAt { get; private set; }

    public void Keep(int baseVersion, string fields, DateTimeOffset at)
    {
        BaseVersion = baseVersion;
        Fields = fields;
        SavedAt = at;
    }
}

/// <summary>That an editor has a release open in the form, and since when.</summary>
public sealed class Presence
{
    /// <summary>A form that reports itself is gone when it has been silent for so long.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(90);

    /// <summary>A form without scripts cannot report itself: it counts as open for so long.</summary>
    public static readonly TimeSpan Assumed = TimeSpan.FromMinutes(30);

    private Presence() { }

    public Presence(string editorId, int releaseId)
    {
        EditorId = editorId;
        ReleaseId = releaseId;
    }

    public int Id { get; private set; }

    public string EditorId { get; private set; } = "";

    public int ReleaseId { get; private set; }

    public string Name { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Whether the form has reported itself since it was opened.</summary>
    public bool Reports { get; private set; }

    public bool IsHere(DateTimeOffset now) => now - SeenAt < (Reports ? Silence : Assumed);

    public void Open(string name, DateTimeOffset at)
    {
        if (!IsHere(at))
            OpenedAt = at;
        Name = name;
        SeenAt = at;
        Reports = false;
    }

    public void Report(DateTimeOffset at)
    {
        if (!IsHere(at))
            OpenedAt = at;
        SeenAt = at;
        Reports = true;
    }
}
