using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.People;

/// <summary>Sets a new password through a one-time link that an administrator or the command line hands over.</summary>
public sealed class PasswordResets(NewsRoomDbContext db, UserManager<Editor> users, EditorSessions sessions, AuditLog audit, TimeProvider clock)
{
    /// <summary>Makes a link for a person; earlier links of theirs are closed.</summary>
    /// <param name="withoutSecondStep">Also switches the second step off, for somebody who lost the authenticator and the recovery codes.</param>
    /// <returns>The token: it is shown once and cannot be had again.</returns>
    public async Task<string> CreateAsync(Editor editor, bool withoutSecondStep, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(editor);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await CloseAllAsync(editor.Id, cancellationToken);
        if (withoutSecondStep && editor.TwoFactorEnabled)
        {
            await users.SetTwoFactorEnabledAsync(editor, false);
            audit.Record(AuditVerbs.SecondStepOff, AuditLog.Thing(editor));
        }

        var token = OneTimeToken.New();
        db.ResetLinks.Add(new ResetLink(OneTimeToken.HashOf(token)!, editor, clock.GetUtcNow()));
        audit.Record(AuditVerbs.ResetLinkMade, AuditLog.Thing(editor));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return token;
    }

    /// <summary>The person whose password the link sets; null when it never was, was used or replaced, is too old, or the password was changed since.</summary>
    public async Task<Editor?> FindOpenAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (OneTimeToken.HashOf(token) is not { } hash)
            return null;
        var now = clock.GetUtcNow();
        return await db.ResetLinks.Where(l => l.TokenHash == hash && l.ClosedAt == null && l.ExpiresAt > now)
            .Join(db.Users, l => new { Id = l.EditorId, Stamp = (string?)l.SecurityStamp }, u => new { u.Id, Stamp = u.SecurityStamp }, (l, u) => u).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Sets the password, ends every session and every lockout of the person and uses the link up. A second step stays as it is.</summary>
    public async Task<AccountOutcome> RedeemAsync(string? token, string password, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindOpenAsync(token, cancellationToken) is not { } editor)
            return new(null, true, []);
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, editor, password) is { Succeeded: false } refused)
                return new(null, false, [.. refused.Errors]);
        }

        editor.PasswordHash = users.PasswordHasher.HashPassword(editor, password);
        await users.UpdateSecurityStampAsync(editor);
        await users.SetLockoutEndDateAsync(editor, null);
        await users.ResetAccessFailedCountAsync(editor);
        await CloseAllAsync(editor.Id, cancellationToken);
        await sessions.EndAllAsync(editor.Id, cancellationToken: cancellationToken);
        audit.RecordAs(editor, AuditVerbs.PasswordReset);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(editor, false, []);
    }

    private Task<int> CloseAllAsync(string editorId, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.ResetLinks.Where(l => l.EditorId == editorId && l.ClosedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.ClosedAt, now), cancellationToken);
    }
}
