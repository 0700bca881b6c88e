using Microsoft.AspNetCore.Identity;

namespace NewsRoom.Core.People;

/// <summary>Somebody who signs in: the user name is the e-mail address.</summary>
public sealed class Editor : IdentityUser
{
    /// <summary>The name that histories show.</summary>
    public string DisplayName { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>The roles, each of which includes the ones before it in what it allows.</summary>
public static class Roles
{
    /// <summary>Writes and submits.</summary>
    public const string Editor = "editor";

    /// <summary>Approves, publishes, withdraws.</summary>
    public const string Publisher = "publisher";

    /// <summary>People and settings.</summary>
    public const string Administrator = "administrator";

    public static readonly IReadOnlyList<string> All = [Editor, Publisher, Administrator];
}
