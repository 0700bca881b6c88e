namespace NewsRoom.Core.Releases;

/// <summary>One deliberate save, kept for ever and never changed: all fields, themes and contacts as they were.</summary>
public sealed class ReleaseRevision
{
    private ReleaseRevision() { }

    internal ReleaseRevision(int number, ReleaseContent content, string contactSnapshot, string by, DateTimeOffset at, string? note)
    {
        Number = number;
        Headline = content.Headline;
        HeadlineBasis = content.HeadlineBasis;
        Standfirst = content.Standfirst;
        Dateline = content.Dateline;
        Date = content.Date;
        Body = content.Body;
        Boilerplate = content.Boilerplate;
        Language = content.Language;
        ThemeIds = [.. content.ThemeIds];
        ContactIds = [.. content.ContactIds];
        AttachmentIds = [.. content.AttachmentIds];
        AttachmentCaptions = [.. content.AttachmentCaptions];
        ContactSnapshot = contactSnapshot;
        CreatedBy = by;
        CreatedAt = at;
        Note = note;
    }

    public int Id { get; private set; }

    public int ReleaseId { get; private set; }

    /// <summary>1, 2, 3 … within the release.</summary>
    public int Number { get; private set; }

    public string Headline { get; private set; } = "";

    public HeadlineBasis HeadlineBasis { get; private set; }

    public string? Standfirst { get; private set; }

    public string? Dateline { get; private set; }

    public ReleaseDate Date { get; private set; } = ReleaseDate.Unknown;

    public string Body { get; private set; } = "";

    public string? Boilerplate { get; private set; }

    public string Language { get; private set; } = "en";

    public List<int> ThemeIds { get; private set; } = [];

    public List<int> ContactIds { get; private set; } = [];

    public List<int> AttachmentIds { get; private set; } = [];

    public List<string> AttachmentCaptions { get; private set; } = [];

    /// <summary>The contacts' details as they were at this save, as JSON text: what the page of that day showed.</summary>
    public string ContactSnapshot { get; private set; } = "[]";

    /// <summary>The editor's name, or "import".</summary>
    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Why it was saved, in the editor's words.</summary>
    public string? Note { get; private set; }

    public ReleaseContent Content => new()
    {
        Headline = Headline,
        HeadlineBasis = HeadlineBasis,
        Standfirst = Standfirst,
        Dateline = Dateline,
        Date = Date,
        Body = Body,
        Boilerplate = Boilerplate,
        Language = Language,
        ThemeIds = ThemeIds,
        ContactIds = ContactIds,
        AttachmentIds = AttachmentIds,
        AttachmentCaptions = AttachmentCaptions,
    };
}
