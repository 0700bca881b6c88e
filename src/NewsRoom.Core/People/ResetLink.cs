namespace NewsRoom.Core.People;

/// <summary>A one-time link with which a person sets a new password. Only the hash of its token is stored.</summary>
public sealed class ResetLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private ResetLink() { }

    public ResetLink(string tokenHash, Editor editor, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(editor);
        TokenHash = tokenHash;
        EditorId = editor.Id;
        SecurityStamp = editor.SecurityStamp ?? "";
        ExpiresAt = at + Lifetime;
    }

    public int Id { get; private set; }

    public string TokenHash { get; private set; } = "";

    public string EditorId { get; private set; } = "";

    /// <summary>The account's stamp when the link was made: a password that was changed since makes the link void.</summary>
    public string SecurityStamp { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used or replaced; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }
}
