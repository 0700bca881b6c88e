namespace NewsRoom.Core.Releases;

/// <summary>
/// A press release. The row holds what was approved (before any approval: the latest revision); <see cref="Revisions"/> hold what editors do.
/// Live is derived: see <see cref="IsLive"/> and <see cref="ReleaseQueries.Live"/>.
/// </summary>
public sealed partial class Release
{
    private readonly List<ReleaseRevision> _revisions = [];
    private readonly List<ReleaseTheme> _themes = [];
    private readonly List<ReleaseContact> _contacts = [];
    private readonly List<ReleaseSource> _sources = [];
    private readonly List<Gap> _gaps = [];
    private readonly List<Quotation> _quotations = [];

    private Release() { }

    /// <summary>Begins a draft with its first revision.</summary>
    public Release(string slug, ReleaseContent content, RenderedBody body, string contactSnapshot, string by, DateTimeOffset at, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        PublicId = Guid.NewGuid();
        Slug = slug;
        CreatedAt = at;
        State = ReleaseState.Draft;
        Save(content, body, contactSnapshot, by, at, note);
    }

    public int Id { get; private set; }

    /// <summary>The identifier in feeds: it never changes, whatever the headline or address.</summary>
    public Guid PublicId { get; private set; }

    public string Slug { get; private set; } = "";

    public ReleaseState State { get; private set; }

    public string Headline { get; private set; } = "";

    public HeadlineBasis HeadlineBasis { get; private set; }

    public string? Standfirst { get; private set; }

    public string? Dateline { get; private set; }

    public ReleaseDate Date { get; private set; } = ReleaseDate.Unknown;

    /// <summary>The body in Markdown.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The body as safe HTML, rendered when it was saved.</summary>
    public string BodyHtml { get; private set; } = "";

    /// <summary>The body as plain text.</summary>
    public string BodyText { get; private set; } = "";

    /// <summary>What closes the release beside its body ("About X"), in plain text; null for none.</summary>
    public string? Boilerplate { get; private set; }

    public string Language { get; private set; } = "en";

    /// <summary>The latest day the date allows; lists sort by it, none last.</summary>
    public DateOnly? SortDay { get; private set; }

    /// <summary>Ties within a day: larger is newer. From the order on the source page.</summary>
    public long SortOrder { get; private set; }

    /// <summary>The instant it becomes visible, once approved; null before.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>Whether <see cref="PublishAt"/> is an embargo that journalists were told of.</summary>
    public bool IsEmbargo { get; private set; }

    /// <summary>An embargo that the import found in the text and an editor has yet to confirm, as written.</summary>
    public string? EmbargoNotice { get; private set; }

    public int? ApprovedRevisionId { get; private set; }

    /// <summary>The number of the revision that was approved last; null before any approval.</summary>
    public int? ApprovedRevisionNumber { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public string? ApprovedBy { get; private set; }

    /// <summary>When the public could first see it (ahead of now while it is scheduled); null when it never could.</summary>
    public DateTimeOffset? FirstPublicAt { get; private set; }

    /// <summary>The last change that readers could see: the <c>updated</c> of feeds.</summary>
    public DateTimeOffset? PublicChangeAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was withdrawn, shown in public on its 410 page.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>The release that stands in the place of this one, once it was withdrawn for it: its address leads there for ever.</summary>
    public int? ReplacedById { get; private set; }

    /// <summary>What the import was unsure of, one sentence a line; null when an editor has looked or nothing was unsure.</summary>
    public string? UnsureNotes { get; private set; }

    /// <summary>Whether an editor has saved it since it was imported: an import never changes such a release.</summary>
    public bool IsEdited { get; private set; }

    /// <summary>SHA-256 of the folded words, hex; equal for texts that differ in quotes, spaces or dashes only. Null when written here.</summary>
    public string? WordsHash { get; private set; }

    /// <summary>MinHash sketch of the words, 64 bytes, for finding a nearly equal release again; null when written here.</summary>
    public byte[]? Sketch { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The number of the latest revision, and the version a save is checked against.</summary>
    public int LatestRevisionNumber { get; private set; }

    public IReadOnlyList<ReleaseRevision> Revisions => _revisions;

    public IReadOnlyList<ReleaseTheme> Themes => _themes;

    public IReadOnlyList<ReleaseContact> Contacts => _contacts;

    public IReadOnlyList<ReleaseSource> Sources => _sources;

    public IReadOnlyList<Gap> Gaps => _gaps;

    public IReadOnlyList<Quotation> Quotations => _quotations;

    /// <summary>Whether the public may see it. Queries ask <see cref="ReleaseQueries.Live"/>, which says the same.</summary>
    public bool IsLive(DateTimeOffset now) => State == ReleaseState.Approved && PublishAt <= now;

    public bool IsScheduled(DateTimeOffset now) => State == ReleaseState.Approved && PublishAt > now;

    /// <summary>Whether the public could ever see it (so that its address must lead somewhere for ever).</summary>
    public bool WasEverPublic(DateTimeOffset now) => FirstPublicAt <= now;

    /// <summary>Whether the row lags behind the latest revision: a change waits for approval.</summary>
    public bool HasPendingChange => ApprovedRevisionNumber is { } approved && approved != LatestRevisionNumber;

    /// <summary>Appends a revision. Before any approval the row follows it; afterwards it waits for <see cref="Approve"/>.</summary>
    /// <param name="body">The rendered body of <paramref name="content"/>.</param>
    /// <param name="contactSnapshot">JSON of the contacts' details at this moment.</param>
    public ReleaseRevision Save(ReleaseContent content, RenderedBody body, string contactSnapshot, string by, DateTimeOffset at, string? note)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(body);
        var revision = new ReleaseRevision(LatestRevisionNumber + 1, content, contactSnapshot, by, at, note);
        _revisions.Add(revision);
        LatestRevisionNumber = revision.Number;
        UpdatedAt = at;
        if (ApprovedRevisionNumber is null)
            TakeOver(content, body);
        return revision;
    }

    /// <summary>
    /// Appends a version after words were taken out of the release and of its whole history: who, when and why, with the text as it stands now. What was approved stays approved, and readers are
    /// not told of a change.
    /// </summary>
    /// <param name="latest">The latest version, without the words.</param>
    /// <param name="approvedBody">The row's own body, rendered without them.</param>
    public ReleaseRevision NoteRedaction(ReleaseRevision latest, RenderedBody approvedBody, string by, DateTimeOffset at, string note)
    {
        ArgumentNullException.ThrowIfNull(latest);
        ArgumentNullException.ThrowIfNull(approvedBody);
        var isApproved = ApprovedRevisionNumber == latest.Number;
        var revision = new ReleaseRevision(latest.Number + 1, latest.Content, latest.ContactSnapshot, by, at, note);
        _revisions.Add(revision);
        LatestRevisionNumber = revision.Number;
        if (isApproved)
            ApprovedRevisionNumber = revision.Number;
        BodyHtml = approvedBody.Html;
        BodyText = approvedBody.Text;
        // No import fills it again from another printing, and no undo of an import takes it and its page away.
        IsEdited = true;
        UpdatedAt = at;
        return revision;
    }

    /// <summary>Notes that an editor has looked at it: doubts are settled and no import touches it any more.</summary>
    public void MarkEdited()
    {
        IsEdited = true;
        UnsureNotes = null;
    }

    /// <summary>Puts <paramref name="to"/> in the place of <paramref name="from"/>, after a merge: pages show a contact as it is now.</summary>
    public void ReplaceContact(int from, int to)
    {
        if (_contacts.Find(c => c.ContactId == from) is not { } old)
            return;
        _contacts.Remove(old);
        if (_contacts.TrueForAll(c => c.ContactId != to))
            _contacts.Add(new ReleaseContact(to, old.Position));
    }

    /// <summary>Gives the release another address. The caller keeps the old one as a <see cref="PastSlug"/> when it was ever public.</summary>
    public void MoveTo(string slug) => Slug = slug;

    private void TakeOver(ReleaseContent content, RenderedBody body)
    {
        Headline = content.Headline;
        HeadlineBasis = content.HeadlineBasis;
        Standfirst = content.Standfirst;
        Dateline = content.Dateline;
        Date = content.Date;
        SortDay = content.Date.SortDay;
        Body = content.Body;
        BodyHtml = body.Html;
        BodyText = body.Text;
        Boilerplate = content.Boilerplate;
        Language = content.Language;
        _themes.RemoveAll(t => !content.ThemeIds.Contains(t.ThemeId));
        foreach (var id in content.ThemeIds.Where(id => _themes.All(t => t.ThemeId != id)))
            _themes.Add(new ReleaseTheme(id));
        _contacts.RemoveAll(c => !content.ContactIds.Contains(c.ContactId));
        for (var i = 0; i < content.ContactIds.Count; i++)
        {
            if (_contacts.Find(c => c.ContactId == content.ContactIds[i]) is { } known)
                known.Position = i;
            else
                _contacts.Add(new ReleaseContact(content.ContactIds[i], i));
        }

        TakeOverAttachments(content);
    }
}
