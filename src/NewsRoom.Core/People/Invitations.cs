using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.People;

/// <summary>Makes and finds the one-time links that make accounts. The token itself is never stored.</summary>
public sealed class Invitations(NewsRoomDbContext db, TimeProvider clock, AuditLog audit)
{
    /// <summary>Opens an invitation for whoever has the link.</summary>
    public Task<string> CreateAsync(IEnumerable<string> roles, bool isSetup, CancellationToken cancellationToken = default) => CreateAsync(roles, isSetup, null, cancellationToken);

    /// <summary>Opens an invitation; a set-up link revokes every set-up link before it.</summary>
    /// <param name="roles">The roles of the account it will make.</param>
    /// <param name="recipient">Whom it is meant for; an earlier invitation to the same address is revoked.</param>
    /// <returns>The token: it is shown once and cannot be had again.</returns>
    public async Task<string> CreateAsync(IEnumerable<string> roles, bool isSetup, Recipient? recipient, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var token = OneTimeToken.New();
        var email = recipient?.Email;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var earlier in await db.Invitations.Where(i => i.ClosedAt == null && ((isSetup && i.IsSetup) || (email != null && i.RecipientEmail == email))).ToListAsync(cancellationToken))
            earlier.Close(now);
        var invitation = new Invitation(OneTimeToken.HashOf(token)!, roles, isSetup, now, recipient);
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(cancellationToken);
        audit.Record(AuditVerbs.Invited, Thing(invitation), new { roles = invitation.Roles, setup = isSetup });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return token;
    }

    public Task<bool> AnyEditorAsync(CancellationToken cancellationToken = default) => db.Users.AnyAsync(cancellationToken);

    /// <summary>The invitation that <paramref name="token"/> opens; null when it never was, was used, was revoked or is too old.</summary>
    public async Task<Invitation?> FindOpenAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (OneTimeToken.HashOf(token) is not { } hash)
            return null;
        var invitation = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.TokenHash == hash, cancellationToken);
        return invitation?.IsOpen(clock.GetUtcNow()) == true ? invitation : null;
    }

    /// <summary>The invitations that can still be used, newest first.</summary>
    public Task<List<Invitation>> ListOpenAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        return db.Invitations.AsNoTracking().Where(i => i.ClosedAt == null && i.ExpiresAt > now).OrderByDescending(i => i.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Closes an invitation that was not used.</summary>
    /// <returns>False when there is none that is open.</returns>
    public async Task<bool> RevokeAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Invitations.FirstOrDefaultAsync(i => i.Id == id && i.ClosedAt == null, cancellationToken) is not { } invitation)
            return false;
        invitation.Close(clock.GetUtcNow());
        audit.Record(AuditVerbs.Revoked, Thing(invitation));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Uses the invitation up, once: of two callers at the same time one is told no.</summary>
    internal async Task<bool> CloseAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return await db.Invitations.Where(i => i.Id == invitation.Id && i.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ClosedAt, now), cancellationToken) == 1;
    }

    private static AuditThing Thing(Invitation invitation) =>
        new(AuditKinds.Invitation, invitation.Id.ToString(CultureInfo.InvariantCulture), invitation.RecipientName ?? invitation.RecipientEmail ?? (invitation.IsSetup ? "the first editor" : "whoever has the link"));
}
