using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.People;

/// <summary>Makes and finds the one-time links that make accounts. The token itself is never stored.</summary>
public sealed class Invitations(NewsRoomDbContext db, TimeProvider clock)
{
    private const int TokenBytes = 32;

    /// <summary>Opens an invitation; a set-up link revokes every set-up link before it.</summary>
    /// <param name="roles">The roles of the account it will make.</param>
    /// <returns>The token: it is shown once and cannot be had again.</returns>
    public async Task<string> CreateAsync(IEnumerable<string> roles, bool isSetup, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (isSetup)
        {
            foreach (var earlier in await db.Invitations.Where(i => i.IsSetup && i.ClosedAt == null).ToListAsync(cancellationToken))
                earlier.Close(now);
        }

        db.Invitations.Add(new Invitation(HashOf(token), roles, isSetup, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return token;
    }

    public Task<bool> AnyEditorAsync(CancellationToken cancellationToken = default) => db.Users.AnyAsync(cancellationToken);

    /// <summary>The invitation that <paramref name="token"/> opens; null when it never was, was used, was revoked or is too old.</summary>
    public async Task<Invitation?> FindOpenAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(token) || token.Length > TokenBytes * 2)
            return null;
        var hash = HashOf(token);
        var invitation = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.TokenHash == hash, cancellationToken);
        return invitation?.IsOpen(clock.GetUtcNow()) == true ? invitation : null;
    }

    /// <summary>Uses the invitation up, once: of two callers at the same time one is told no.</summary>
    internal async Task<bool> CloseAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return await db.Invitations.Where(i => i.Id == invitation.Id && i.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ClosedAt, now), cancellationToken) == 1;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
