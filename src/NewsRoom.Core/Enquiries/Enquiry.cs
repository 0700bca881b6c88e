namespace NewsRoom.Core.Enquiries;

/// <summary>A journalist's question to the press office. It is personal data: it is deleted when its retention period is over.</summary>
public sealed class Enquiry
{
    public const int MaxQuestion = 5000;

    private Enquiry() { }

    public Enquiry(EnquiryForm form, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(form);
        (Name, Outlet, Email, Phone, Question) = (form.Name, form.Outlet, form.Email, form.Phone, form.Question);
        (DeadlineAt, DeadlineZone, ContactId, ReleaseId) = (form.DeadlineAt, form.DeadlineZone, form.ContactId, form.ReleaseId);
        ReceivedAt = at;
    }

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public string? Outlet { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public string Question { get; private set; } = "";

    public DateTimeOffset? DeadlineAt { get; private set; }

    /// <summary>IANA name of the zone the deadline was given in.</summary>
    public string? DeadlineZone { get; private set; }

    public int? ContactId { get; private set; }

    public int? ReleaseId { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The editor who answers; null while nobody has taken it.</summary>
    public string? AssignedToId { get; private set; }

    public string? AssignedTo { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    /// <summary>Counts the changes: a change that was begun from an older version is refused.</summary>
    public int Version { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public void AssignTo(string? editorId, string? name)
    {
        (AssignedToId, AssignedTo) = (editorId, name);
        Version++;
    }

    public void Close(string by, DateTimeOffset at)
    {
        if (!IsOpen)
            throw new InvalidOperationException("The enquiry is closed already.");
        (ClosedBy, ClosedAt) = (by, at);
        Version++;
    }

    public void Reopen()
    {
        (ClosedBy, ClosedAt) = (null, null);
        Version++;
    }
}

/// <summary>What a journalist sends. At least one of <see cref="Email"/> and <see cref="Phone"/> is there.</summary>
public sealed record EnquiryForm(string Name, string? Outlet, string? Email, string? Phone, string Question, DateTimeOffset? DeadlineAt, string? DeadlineZone, int? ContactId, int? ReleaseId);
