using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Mail;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Alerts;

/// <summary>Signing up, changing one's mind and leaving. Whether an address is known already is told to its owner alone, by mail.</summary>
public sealed class AlertSignUp(NewsRoomDbContext db, Outbox outbox, Letterhead house, TimeProvider clock)
{
    /// <summary>Confirmations that one address is sent in a day, whoever asks: nobody shall be flooded by a stranger.</summary>
    public const int MaxRequestsADay = 3;

    /// <summary>Keeps a wish and mails its address for confirmation.</summary>
    public async Task RequestAsync(EmailAddress email, AlertChoice choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.AlertRequests.CountAsync(r => r.Email == email.Value && r.At > now.AddDays(-1), cancellationToken) >= MaxRequestsADay)
            return;
        var followed = choice.ReleaseId is { } id ? await db.Releases.Live(now).Where(r => r.Id == id).Select(r => r.Headline).FirstOrDefaultAsync(cancellationToken) : null;
        if (choice.ReleaseId is not null && followed is null)
            return;
        var request = new AlertRequest(email.Value, choice, now);
        db.AlertRequests.Add(request);
        outbox.Queue(AlertLetters.Confirm(request, followed, house));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The wish that a link from a mail stands for; null when it was confirmed before, or is too old.</summary>
    public async Task<AlertRequest?> FindRequestAsync(string token, CancellationToken cancellationToken = default)
    {
        var oldest = clock.GetUtcNow() - AlertRequest.Lifetime;
        return await db.AlertRequests.FirstOrDefaultAsync(r => r.Token == token && r.At > oldest, cancellationToken);
    }

    /// <summary>Confirms a wish. What the address confirmed before is replaced, or added to when the wish was to follow one release.</summary>
    public async Task<AlertSubscriber?> ConfirmAsync(string token, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindRequestAsync(token, cancellationToken) is not { } request)
            return null;
        var subscriber = await db.AlertSubscribers.FirstOrDefaultAsync(s => s.Email == request.Email, cancellationToken);
        if (subscriber is null)
        {
            subscriber = new AlertSubscriber(request.Email, clock.GetUtcNow());
            db.AlertSubscribers.Add(subscriber);
        }

        subscriber.Choose(request.Choice);
        db.AlertRequests.Remove(request);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return subscriber;
    }

    public Task<AlertSubscriber?> FindAsync(string token, CancellationToken cancellationToken = default) =>
        db.AlertSubscribers.FirstOrDefaultAsync(s => s.Token == token, cancellationToken);

    /// <summary>Changes what a person receives.</summary>
    /// <param name="unfollow">Releases whose corrections are no longer wanted.</param>
    /// <returns>False when the link leads to nobody.</returns>
    public async Task<bool> ChangeAsync(string token, AlertChoice choice, IEnumerable<int> unfollow, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(unfollow);
        if (await FindAsync(token, cancellationToken) is not { } subscriber)
            return false;
        subscriber.Choose(choice);
        foreach (var release in unfollow)
            subscriber.Unfollow(release);
        if (subscriber.WantsNothing)
            return await LeaveAsync(token, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Deletes an address with all that waits for it.</summary>
    /// <returns>False when it was gone already.</returns>
    public async Task<bool> LeaveAsync(string token, CancellationToken cancellationToken = default)
    {
        var id = await db.AlertSubscribers.Where(s => s.Token == token).Select(s => (int?)s.Id).FirstOrDefaultAsync(cancellationToken);
        return id is { } known && await RemoveAsync(known, cancellationToken);
    }

    /// <inheritdoc cref="LeaveAsync" />
    public async Task<bool> RemoveAsync(int id, CancellationToken cancellationToken = default)
    {
        await db.OpenForErasingAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Outbox.Where(m => m.SubscriberId == id && m.State != OutboxState.Sent).ExecuteDeleteAsync(cancellationToken);
        var removed = await db.AlertSubscribers.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return removed > 0;
    }

    /// <summary>Forgets wishes that nobody confirmed in time.</summary>
    public async Task<int> ForgetOldAsync(CancellationToken cancellationToken = default)
    {
        var oldest = clock.GetUtcNow() - AlertRequest.Lifetime;
        await db.OpenForErasingAsync(cancellationToken);
        return await db.AlertRequests.Where(r => r.At <= oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
