namespace NewsRoom.Core.Rendering;

/// <summary>
/// A release as it is given away: one model that every download is written from, so that all of them say the same words in the same order.
/// The headline, place and date, standfirst, notes at the top, body, notes at the foot, closing text; then who answers for it, the terms of reuse and where it stands.
/// </summary>
public sealed record ReleaseDocument
{
    public required string Headline { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public string? Dateline { get; init; }

    /// <summary>The date with what is known of it, in words.</summary>
    public required string DateText { get; init; }

    /// <summary>2014, 2014-06 or 2014-06-13; null when the value is not known.</summary>
    public string? DateIso { get; init; }

    public string? Standfirst { get; init; }

    /// <summary>Slug and name.</summary>
    public IReadOnlyList<(string Slug, string Name)> Themes { get; init; } = [];

    /// <summary>Public notes of changes.</summary>
    public IReadOnlyList<DocumentNote> Notes { get; init; } = [];

    public required IReadOnlyList<DocumentBlock> Body { get; init; }

    /// <summary>The body as its editors wrote it.</summary>
    public required string Markdown { get; init; }

    /// <summary>What closes the release, its own heading first; empty for none.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    public IReadOnlyList<DocumentContact> Contacts { get; init; } = [];

    public IReadOnlyList<DocumentQuotation> Quotations { get; init; } = [];

    /// <summary>Pictures and documents: title and absolute address.</summary>
    public IReadOnlyList<(string Title, Uri Address)> Attachments { get; init; } = [];

    public IReadOnlyList<(string File, int StartLine, int EndLine)> Sources { get; init; } = [];

    public required string Organisation { get; init; }

    public string? ReuseTerms { get; init; }

    /// <summary>The page of the release.</summary>
    public required Uri Address { get; init; }

    /// <summary>The last change that readers could see.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>The place and the date in one line.</summary>
    public string DatedLine => Dateline is null ? DateText : $"{Dateline} · {DateText}";

    /// <summary>Whether the language is written from right to left.</summary>
    public bool IsRightToLeft => Languages.IsRightToLeft(Language);
}

/// <summary>A correction, clarification or update, with its day in words.</summary>
public sealed record DocumentNote(string Label, string Day, string Text, bool IsAtTop);

/// <param name="Phones">As they are shown, whether they can be rung or not.</param>
/// <param name="Warning">What a caller should know, such as that the details are not confirmed.</param>
public sealed record DocumentContact(string Name, string? Role, string? Office, IReadOnlyList<string> Phones, string? Email, string? Warning);

/// <param name="Address">Of the words on the release's page.</param>
public sealed record DocumentQuotation(string Text, string? Speaker, Uri Address);

/// <summary>The words that a download adds to a release, in the newsroom's language.</summary>
public sealed record DocumentLabels(string Contact, string Attachments, string Reuse, string Published);
