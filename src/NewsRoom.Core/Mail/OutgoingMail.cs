namespace NewsRoom.Core.Mail;

/// <summary>A letter in plain text, ready to go out.</summary>
/// <param name="Key">Names it once and for all: a second one with the same key is never queued, and receivers see the same Message-ID.</param>
/// <param name="To">One address.</param>
public sealed record OutgoingMail(string Key, string To, string Subject, string Text)
{
    /// <summary>Who is answered; null for the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Where one POST ends the subscription (RFC 8058); null where there is none.</summary>
    public Uri? Unsubscribe { get; init; }
}

/// <summary>What became of a letter.</summary>
public enum SendOutcome
{
    Sent,

    /// <summary>Certainly not sent; it may be tried again.</summary>
    TryLater,

    /// <summary>Certainly not sent, and it never will be.</summary>
    Refused,

    /// <summary>The connection broke when it may have been sent: it is not sent again by itself.</summary>
    Unsure,
}

/// <summary>Takes letters out of the house.</summary>
public interface IMailSender
{
    /// <summary>Sends one letter. Failures of the way are outcomes, not exceptions.</summary>
    Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
