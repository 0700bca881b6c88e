using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

public enum PlanStatus
{
    /// <summary>Holds releases that can be applied.</summary>
    Planned,

    /// <summary>Could be read but holds no release.</summary>
    Empty,

    /// <summary>Could not be read: too large, binary, wrongly encoded.</summary>
    Refused,
}

/// <summary>What a document becomes: pure data, made without database, clock or logger. Every line belongs to one release or one named part.</summary>
/// <param name="Document">The document that was read; for a refused one it has its bytes' hash but no lines.</param>
/// <param name="Message">What to do, when refused or empty; null otherwise.</param>
/// <param name="Releases">In the order of the page.</param>
public sealed record ImportPlan(
    SourceDocument Document,
    PlanStatus Status,
    string? Message,
    IReadOnlyList<NonReleasePart> NonRelease,
    IReadOnlyList<ReleaseDraft> Releases);

/// <summary>Lines that belong to no release. Blank lines between two parts are separators.</summary>
/// <param name="StartLine">1-based, inclusive.</param>
/// <param name="EndLine">1-based, inclusive.</param>
/// <param name="Kind">page-header, date-line, separator, navigation, boilerplate.</param>
public sealed record NonReleasePart(int StartLine, int EndLine, string Kind);

/// <summary>A release as the import proposes it.</summary>
public sealed record ReleaseDraft
{
    /// <summary>1-based order in the document.</summary>
    public required int Index { get; init; }

    /// <summary>1-based, inclusive.</summary>
    public required int StartLine { get; init; }

    /// <summary>1-based, inclusive; never a blank line.</summary>
    public required int EndLine { get; init; }

    public required Cut Cut { get; init; }

    public required string Language { get; init; }

    public required string Headline { get; init; }

    /// <summary><see cref="HeadlineBasis.Text"/> or <see cref="HeadlineBasis.Suggested"/>.</summary>
    public required HeadlineBasis HeadlineBasis { get; init; }

    public string? Standfirst { get; init; }

    public string? Dateline { get; init; }

    public required ReleaseDate Date { get; init; }

    /// <summary>Markdown in which the source's own marks are escaped and each gap is a marker in brackets.</summary>
    public required string Body { get; init; }

    /// <summary>What this and other releases of the document close with ("About X"), in plain text, paragraphs parted by an empty line; the body leaves it out. Null for none.</summary>
    public string? Boilerplate { get; init; }

    public IReadOnlyList<FoundContact> Contacts { get; init; } = [];

    public IReadOnlyList<FoundTheme> Themes { get; init; } = [];

    public IReadOnlyList<FoundQuote> Quotes { get; init; } = [];

    public IReadOnlyList<FoundGap> Gaps { get; init; } = [];

    public FoundEmbargo? Embargo { get; init; }

    public required Deduplication.Fingerprint Fingerprint { get; init; }

    /// <summary>The release of the same run that this one repeats; null when it is the first of its kind.</summary>
    public DuplicateReference? DuplicateOf { get; init; }

    /// <summary>The release in the database that this one repeats.</summary>
    public int? ExistingReleaseId { get; init; }

    /// <summary>What an editor should look at, one sentence each; empty when the import is sure.</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];

    /// <summary>Whether an editor looked at it and found it right.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Whether there is something that an editor should look at and nobody has.</summary>
    public bool IsOpen => Unsure.Count > 0 && !IsChecked;
}

/// <summary>The boundary before a release.</summary>
/// <param name="Confidence">0 to 1: the share of such cuts that are right.</param>
/// <param name="Cues">The reasons, strongest first: page-header, contact-line, date-line, title-line, lead-paragraph, topic-shift, …</param>
public sealed record Cut(double Confidence, IReadOnlyList<string> Cues);

/// <param name="Line">1-based line of the contact line.</param>
public sealed record FoundContact(string Name, string? Role, string? Office, PhoneNumber? Phone, PhoneNumber? OtherPhone, string? Email, int Line);

/// <param name="Score">0 to 1; a theme is tagged from 0.5 on.</param>
public sealed record FoundTheme(string Slug, double Score, IReadOnlyList<FoundPhrase> Phrases);

public sealed record FoundPhrase(int Line, string Text);

/// <param name="Text">The words without their quotation marks.</param>
public sealed record FoundQuote(string? Speaker, int StartLine, string Text);

/// <param name="Text">The words at the gap: "Email:".</param>
/// <param name="Sentence">The sentence around it.</param>
public sealed record FoundGap(GapKind Kind, int Line, string Text, string Sentence);

/// <param name="Text">The notice as written.</param>
/// <param name="Until">The local time it names, to be read in the newsroom's zone; null when it names none.</param>
public sealed record FoundEmbargo(string Text, int Line, DateTime? Until);

/// <param name="File">File name without folder.</param>
/// <param name="Index">1-based order in that document.</param>
public sealed record DuplicateReference(string File, int Index);
