using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.Mail;

/// <summary>
/// Sends what waits, each letter at most once: it is claimed in the database before it is handed on, by one process alone. What is cut off between the two stays
/// claimed and is not sent again by itself.
/// </summary>
public sealed class Outbox(NewsRoomDbContext db, IMailSender sender, TimeProvider clock)
{
    public const int MaxTries = 7;

    /// <summary>A claim older than this was cut off.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(10);

    /// <summary>Queues a letter; it goes out when the caller's transaction is stored.</summary>
    public void Queue(OutgoingMail mail, int? subscriberId = null, int? enquiryId = null) => db.Outbox.Add(new OutboxMail(mail, clock.GetUtcNow(), subscriberId, enquiryId));

    /// <summary>Sends one letter.</summary>
    /// <returns>Null when none waits; else what became of it.</returns>
    public async Task<SendOutcome?> SendNextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var id = await db.Outbox.Where(m => m.State == OutboxState.Waiting && m.NotBefore <= now).OrderBy(m => m.NotBefore).ThenBy(m => m.Id).Select(m => (int?)m.Id).FirstOrDefaultAsync(cancellationToken);
            if (id is null)
                return null;
            if (!await ClaimAsync(id.Value, now, cancellationToken))
                continue;
            db.ChangeTracker.Clear();
            var mail = await db.Outbox.SingleAsync(m => m.Id == id, cancellationToken);
            // Once it is handed on a stop of the program must not leave open whether it went out.
            var outcome = await sender.SendAsync(mail.ToMail(), CancellationToken.None);
            mail.Settle(outcome, clock.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
            return outcome;
        }
    }

    /// <summary>Takes a letter for this process alone.</summary>
    /// <returns>False when another one was quicker.</returns>
    internal async Task<bool> ClaimAsync(int id, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Outbox.Where(m => m.Id == id && m.State == OutboxState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Claimed).SetProperty(m => m.ClaimedAt, now).SetProperty(m => m.Tries, m => m.Tries + 1), cancellationToken) == 1;
}
