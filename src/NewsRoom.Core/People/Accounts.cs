using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.People;

/// <summary>How the making of an account ended: the editor, or the reasons against it.</summary>
/// <param name="LinkIsDead">The link was used, revoked or too old.</param>
/// <param name="Problems">What has to be mended in the form.</param>
public sealed record AccountOutcome(Editor? Editor, bool LinkIsDead, IReadOnlyList<IdentityError> Problems);

/// <summary>Makes accounts from invitations and changes what people may do.</summary>
public sealed class Accounts(NewsRoomDbContext db, UserManager<Editor> users, RoleManager<IdentityRole> roles, Invitations invitations, EditorSessions sessions, AuditLog audit, TimeProvider clock)
{
    /// <summary>Makes the account and uses the link up in one transaction.</summary>
    public async Task<AccountOutcome> RedeemAsync(string? token, string displayName, string email, string password, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await invitations.FindOpenAsync(token, cancellationToken) is not { } invitation || !await invitations.CloseAsync(invitation, cancellationToken))
            return new(null, true, []);
        // An invitation that names its recipient makes no account for anybody else.
        email = invitation.RecipientEmail ?? email;
        var editor = new Editor { UserName = email, Email = email, DisplayName = displayName, CreatedAt = clock.GetUtcNow(), EmailConfirmed = true };
        var made = await users.CreateAsync(editor, password);
        if (!made.Succeeded)
            return new(null, false, [.. made.Errors]);
        await EnsureRolesAsync();
        await users.AddToRolesAsync(editor, invitation.Roles.Where(Roles.All.Contains));
        audit.RecordAs(editor, AuditVerbs.Joined, new { roles = invitation.Roles, invitedBy = invitation.InvitedBy });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(editor, false, []);
    }

    /// <summary>Gives a person exactly these roles. Open sessions have them from their next request on.</summary>
    /// <returns><see cref="StoreResult.Refused"/> when nobody would be left to look after people.</returns>
    public async Task<StoreResult> SetRolesAsync(string id, IReadOnlyCollection<string> wanted, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await users.FindByIdAsync(id) is not { } editor)
            return StoreResult.NotFound;
        if (!wanted.Contains(Roles.Administrator) && await IsLastAdministratorAsync(editor))
            return StoreResult.Refused;
        await EnsureRolesAsync();
        var held = await users.GetRolesAsync(editor);
        await users.RemoveFromRolesAsync(editor, held.Except(wanted));
        await users.AddToRolesAsync(editor, wanted.Intersect(Roles.All).Except(held));
        audit.Record(AuditVerbs.RolesChanged, AuditLog.Thing(editor), new { from = held.Order(), to = wanted.Order() });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>Ends every session of a person.</summary>
    /// <returns>False when there is no such person.</returns>
    public async Task<bool> SignOutEverywhereAsync(string id, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await users.FindByIdAsync(id) is not { } editor)
            return false;
        await sessions.EndAllAsync(editor.Id, cancellationToken: cancellationToken);
        audit.Record(AuditVerbs.SignedOutEverywhere, AuditLog.Thing(editor));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Removes a person's account. Histories keep the name.</summary>
    /// <returns><see cref="StoreResult.Refused"/> when nobody would be left to look after people.</returns>
    public async Task<StoreResult> RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await users.FindByIdAsync(id) is not { } editor)
            return StoreResult.NotFound;
        if (await IsLastAdministratorAsync(editor))
            return StoreResult.Refused;
        audit.Record(AuditVerbs.Removed, AuditLog.Thing(editor), new { email = editor.Email });
        await users.DeleteAsync(editor);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    private async Task<bool> IsLastAdministratorAsync(Editor editor) =>
        await users.GetUsersInRoleAsync(Roles.Administrator) is [var only] && only.Id == editor.Id;

    private async Task EnsureRolesAsync()
    {
        var known = await roles.Roles.Select(r => r.Name).ToListAsync();
        foreach (var role in Roles.All.Except(known))
            await roles.CreateAsync(new IdentityRole(role!));
    }
}
