namespace NewsRoom.Core.Releases;

/// <summary>What an approved change to a live release is to its readers.</summary>
public enum ChangeKind
{
    /// <summary>A typing error: silent.</summary>
    Minor,

    /// <summary>Something new became known.</summary>
    Update,

    /// <summary>Something was wrong.</summary>
    Correction,

    /// <summary>Something could be misunderstood.</summary>
    Clarification,
}

/// <summary>Where a public note stands on the page of its release.</summary>
public enum NotePlace
{
    Top,
    Foot,
}

/// <summary>What a publisher says of a change to a live release: its kind and, unless it is minor, the words that readers are told.</summary>
public sealed record ChangeNote(ChangeKind Kind, string? Text = null, NotePlace Place = NotePlace.Top)
{
    public const int MaxText = 1000;

    /// <summary>Everything that is missing; the fields are those of the form that asks for it.</summary>
    public IEnumerable<PublishRefusal> Refusals()
    {
        if (Kind == ChangeKind.Minor)
            yield break;
        if (string.IsNullOrWhiteSpace(Text))
            yield return new("NoteText", "Write the note that readers are told of this change, or call it minor.");
        else if (Text.Length > MaxText)
            yield return new("NoteText", $"Use at most {MaxText} characters in the note for readers.");
    }
}

/// <summary>
/// What readers are told of a change to a live release: on its page, on the page of corrections and in its feed. Never changed afterwards.
/// Whoever mails followers finds here all it needs: what, when, of which release and version.
/// </summary>
public sealed class PublicNote
{
    private PublicNote() { }

    public PublicNote(int releaseId, int revisionNumber, ChangeKind kind, string text, NotePlace place, string by, DateTimeOffset at)
    {
        PublicId = Guid.NewGuid();
        ReleaseId = releaseId;
        RevisionNumber = revisionNumber;
        Kind = kind;
        Text = text;
        Place = place;
        By = by;
        At = at;
    }

    public int Id { get; private set; }

    /// <summary>The identifier in the feed of corrections.</summary>
    public Guid PublicId { get; private set; }

    public int ReleaseId { get; private set; }

    /// <summary>The version that brought the change.</summary>
    public int RevisionNumber { get; private set; }

    public ChangeKind Kind { get; private set; }

    /// <summary>Plain text.</summary>
    public string Text { get; private set; } = "";

    public NotePlace Place { get; private set; }

    /// <summary>The publisher; not shown in public.</summary>
    public string By { get; private set; } = "";

    /// <summary>When readers could first see it.</summary>
    public DateTimeOffset At { get; private set; }
}
