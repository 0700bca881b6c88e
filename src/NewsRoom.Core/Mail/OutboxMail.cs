namespace NewsRoom.Core.Mail;

/// <summary>Where a letter stands.</summary>
public enum OutboxState
{
    Waiting,

    /// <summary>Taken for sending. A letter that stays so was cut off in the middle and may have gone out: a person decides.</summary>
    Claimed,

    Sent,

    /// <summary>Given up.</summary>
    Failed,
}

/// <summary>
/// A letter that waits in the database, so that it survives a restart. What it says is erased once it is sent; its key stays, so that it is never sent again.
/// </summary>
public sealed class OutboxMail
{
    private OutboxMail() { }

    public OutboxMail(OutgoingMail mail, DateTimeOffset at, int? subscriberId = null, int? enquiryId = null)
    {
        ArgumentNullException.ThrowIfNull(mail);
        Key = mail.Key;
        To = mail.To;
        Subject = mail.Subject;
        Text = mail.Text;
        ReplyTo = mail.ReplyTo;
        Unsubscribe = mail.Unsubscribe?.AbsoluteUri;
        QueuedAt = NotBefore = at;
        SubscriberId = subscriberId;
        EnquiryId = enquiryId;
    }

    public int Id { get; private set; }

    /// <summary>Unique: see <see cref="OutgoingMail.Key"/>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Empty once it is sent.</summary>
    public string To { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string? ReplyTo { get; private set; }

    public string? Unsubscribe { get; private set; }

    /// <summary>Whose alert it is: who unsubscribes gets nothing that still waits.</summary>
    public int? SubscriberId { get; private set; }

    /// <summary>The enquiry it tells of: they are erased together.</summary>
    public int? EnquiryId { get; private set; }

    public OutboxState State { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>It is not tried before this instant.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    public DateTimeOffset? ClaimedAt { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public OutgoingMail ToMail() => new(Key, To, Subject, Text) { ReplyTo = ReplyTo, Unsubscribe = Unsubscribe is null ? null : new Uri(Unsubscribe) };

    /// <summary>Notes what became of it.</summary>
    public void Settle(SendOutcome outcome, DateTimeOffset at)
    {
        switch (outcome)
        {
            case SendOutcome.Sent:
                State = OutboxState.Sent;
                SentAt = at;
                Erase();
                break;
            case SendOutcome.TryLater when Tries < Outbox.MaxTries:
                State = OutboxState.Waiting;
                ClaimedAt = null;
                // 1, 4, 16, 64 minutes, 4 hours, 17 hours.
                NotBefore = at + TimeSpan.FromMinutes(Math.Pow(4, Tries - 1));
                break;
            case SendOutcome.TryLater or SendOutcome.Refused:
                State = OutboxState.Failed;
                break;
            default:
                State = OutboxState.Claimed;
                break;
        }
    }

    /// <summary>Puts a letter that failed or was cut off back into the queue, on a person's word.</summary>
    public void SendAgain(DateTimeOffset at)
    {
        if (State is not (OutboxState.Failed or OutboxState.Claimed))
            throw new InvalidOperationException("Only a letter that failed or was cut off is sent again.");
        State = OutboxState.Waiting;
        ClaimedAt = null;
        Tries = 0;
        NotBefore = at;
    }

    private void Erase()
    {
        To = Subject = Text = "";
        ReplyTo = Unsubscribe = null;
    }
}
