namespace NewsRoom.Core.Releases;

/// <summary>A link that shows one release to one named person without an account, before it is public. Only the hash of its token is stored.</summary>
public sealed class PreviewLink
{
    public const int MaxRecipient = 200;

    /// <summary>The longest a link can live.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(90);

    private PreviewLink() { }

    public PreviewLink(int releaseId, string recipient, string tokenHash, int? revisionNumber, DateTimeOffset expiresAt, string by, DateTimeOffset at)
    {
        ReleaseId = releaseId;
        Recipient = recipient;
        TokenHash = tokenHash;
        RevisionNumber = revisionNumber;
        ExpiresAt = expiresAt;
        CreatedBy = by;
        CreatedAt = at;
    }

    public int Id { get; private set; }

    public int ReleaseId { get; private set; }

    /// <summary>Whom it was given to, in the editor's words.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>SHA-256 of the token, lower-case hex.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>The version it shows for ever; null when it follows the newest save.</summary>
    public int? RevisionNumber { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(string by, DateTimeOffset at)
    {
        if (RevokedAt is not null)
            return;
        RevokedBy = by;
        RevokedAt = at;
    }
}

/// <summary>That a preview link was opened: the time and nothing of the visitor.</summary>
public sealed class PreviewOpening
{
    private PreviewOpening() { }

    public PreviewOpening(int linkId, DateTimeOffset at)
    {
        LinkId = linkId;
        At = at;
    }

    public int Id { get; private set; }

    public int LinkId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
