namespace NewsRoom.Core.People;

/// <summary>A one-time link that makes an account. Only the hash of its token is stored.</summary>
public sealed class Invitation
{
    /// <summary>How long a link lives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private Invitation() { }

    public Invitation(string tokenHash, IEnumerable<string> roles, bool isSetup, DateTimeOffset at, Recipient? recipient = null)
    {
        (RecipientName, RecipientEmail, InvitedBy) = (recipient?.Name, recipient?.Email, recipient?.InvitedBy);
        TokenHash = tokenHash;
        Roles = [.. roles];
        IsSetup = isSetup;
        CreatedAt = at;
        ExpiresAt = at + Lifetime;
    }

    public int Id { get; private set; }

    /// <summary>SHA-256 of the token, lower-case hex.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>The roles of the account it makes.</summary>
    public List<string> Roles { get; private set; } = [];

    /// <summary>Whether it is the first-run link: each start without an editor revokes and reprints it.</summary>
    public bool IsSetup { get; private set; }

    /// <summary>Whom it is meant for; null when the person names themselves.</summary>
    public string? RecipientName { get; private set; }

    /// <summary>The address of the account it makes; null when the person chooses it.</summary>
    public string? RecipientEmail { get; private set; }

    public string? InvitedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used or revoked; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now < ExpiresAt;

    public void Close(DateTimeOffset at) => ClosedAt ??= at;
}

/// <summary>Whom an invitation is meant for.</summary>
/// <param name="Name">Suggested; the person may write it otherwise.</param>
/// <param name="Email">Binding: the account has this address.</param>
/// <param name="InvitedBy">The name of who invites.</param>
public sealed record Recipient(string? Name, string? Email, string InvitedBy);
