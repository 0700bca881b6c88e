using System.Security.Cryptography;

namespace NewsRoom.Core.Alerts;

/// <summary>When an alert is mailed.</summary>
public enum AlertFrequency
{
    AtOnce,
    Daily,
    Weekly,
}

/// <summary>What somebody wants to be told of.</summary>
/// <param name="All">Every release.</param>
/// <param name="ThemeIds">Releases of these themes.</param>
/// <param name="ReleaseId">The corrections of this release; it is added to what the person follows already.</param>
public sealed record AlertChoice(bool All, IReadOnlyList<int> ThemeIds, int? ReleaseId, AlertFrequency Frequency)
{
    public bool IsEmpty => !All && ThemeIds.Count == 0 && ReleaseId is null;
}

/// <summary>
/// An address that confirmed that it wants alerts: one row a person, so that nobody is told twice of the same thing. Unsubscribing deletes it.
/// </summary>
public sealed class AlertSubscriber
{
    private AlertSubscriber() { }

    public AlertSubscriber(string email, DateTimeOffset at)
    {
        Email = email;
        Token = NewToken();
        SinceAt = LastDigestAt = at;
    }

    public int Id { get; private set; }

    public string Email { get; private set; } = "";

    /// <summary>Opens the person's own pages from their mails. It is kept as it is, since every mail needs it, and gives no more than the address beside it.</summary>
    public string Token { get; private set; } = "";

    public AlertFrequency Frequency { get; private set; }

    public bool WantsAll { get; private set; }

    public List<int> ThemeIds { get; private set; } = [];

    /// <summary>The releases whose corrections are followed.</summary>
    public List<int> ReleaseIds { get; private set; } = [];

    /// <summary>Nothing from before is told.</summary>
    public DateTimeOffset SinceAt { get; private set; }

    /// <summary>Up to when a daily or weekly mail has told everything.</summary>
    public DateTimeOffset LastDigestAt { get; private set; }

    /// <summary>When an editor noted that mails come back; nothing is sent until the address is confirmed again.</summary>
    public DateTimeOffset? BouncedAt { get; private set; }

    /// <summary>Takes over a confirmed choice. Following one release adds to the rest; any other choice replaces it.</summary>
    public void Choose(AlertChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        BouncedAt = null;
        if (choice.ReleaseId is { } release)
        {
            if (!ReleaseIds.Contains(release))
                ReleaseIds.Add(release);
            return;
        }

        (WantsAll, ThemeIds, Frequency) = (choice.All, [.. choice.ThemeIds.Distinct()], choice.Frequency);
    }

    public void Unfollow(int releaseId) => ReleaseIds.Remove(releaseId);

    /// <summary>Whether there is nothing left to tell.</summary>
    public bool WantsNothing => !WantsAll && ThemeIds.Count == 0 && ReleaseIds.Count == 0;

    public bool Wants(IEnumerable<int> themes) => WantsAll || ThemeIds.Intersect(themes).Any();

    public void NoteDigest(DateTimeOffset at) => LastDigestAt = at;

    public void MarkBounced(DateTimeOffset at) => BouncedAt = at;

    public void ClearBounce() => BouncedAt = null;

    internal static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}

/// <summary>A wish that its address has not confirmed yet. It is forgotten after <see cref="Lifetime"/>.</summary>
public sealed class AlertRequest
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    private AlertRequest() { }

    public AlertRequest(string email, AlertChoice choice, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(choice);
        Email = email;
        Token = AlertSubscriber.NewToken();
        (WantsAll, ThemeIds, ReleaseId, Frequency) = (choice.All, [.. choice.ThemeIds.Distinct()], choice.ReleaseId, choice.Frequency);
        At = at;
    }

    public int Id { get; private set; }

    public string Email { get; private set; } = "";

    public string Token { get; private set; } = "";

    public bool WantsAll { get; private set; }

    public List<int> ThemeIds { get; private set; } = [];

    public int? ReleaseId { get; private set; }

    public AlertFrequency Frequency { get; private set; }

    public DateTimeOffset At { get; private set; }

    public AlertChoice Choice => new(WantsAll, ThemeIds, ReleaseId, Frequency);
}
