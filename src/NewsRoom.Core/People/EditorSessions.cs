using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;

namespace NewsRoom.Core.People;

/// <summary>What a request has to know of the session it names.</summary>
public sealed record SessionState(string EditorId, string? SecurityStamp, string DisplayName, DateTimeOffset LastSeenAt, IReadOnlyList<string> Roles);

/// <summary>The sessions of the people who sign in.</summary>
public sealed class EditorSessions(NewsRoomDbContext db, TimeProvider clock, AuditLog audit)
{
    /// <summary>How long what ended or expired is kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Begins a session and records the sign-in.</summary>
    /// <param name="how">"pwd", "mfa", "passkey" and the like.</param>
    public async Task<Guid> BeginAsync(Editor editor, string device, string how, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(editor);
        var now = clock.GetUtcNow();
        var old = now - Kept;
        await db.EditorSessions.Where(s => s.EditorId == editor.Id && s.LastSeenAt < old).ExecuteDeleteAsync(cancellationToken);
        var session = new EditorSession(editor.Id, device, now);
        db.EditorSessions.Add(session);
        audit.RecordAs(editor, AuditVerbs.SignedIn, new { device, how });
        await db.SaveChangesAsync(cancellationToken);
        return session.Id;
    }

    /// <summary>The session with what its owner may do at this moment; null when it ended, is too old, or its owner's account is gone.</summary>
    public async Task<SessionState?> FindOpenAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var oldest = clock.GetUtcNow() - EditorSession.MaxAge;
        return await db.EditorSessions.Where(s => s.Id == id && s.EndedAt == null && s.StartedAt > oldest)
            .Join(db.Users, s => s.EditorId, u => u.Id, (s, u) => new SessionState(u.Id, u.SecurityStamp, u.DisplayName, s.LastSeenAt,
                db.UserRoles.Where(x => x.UserId == u.Id).Join(db.Roles, x => x.RoleId, r => r.Id, (x, r) => r.Name!).ToList()))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Notes a visit, at most once a <see cref="EditorSession.Grain"/>.</summary>
    public async Task TouchAsync(Guid id, DateTimeOffset lastSeenAt, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        if (now - lastSeenAt >= EditorSession.Grain)
            await db.EditorSessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellationToken);
    }

    public Task<List<EditorSession>> ListAsync(string editorId, CancellationToken cancellationToken = default)
    {
        var oldest = clock.GetUtcNow() - EditorSession.MaxAge;
        return db.EditorSessions.AsNoTracking().Where(s => s.EditorId == editorId && s.EndedAt == null && s.StartedAt > oldest)
            .OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.StartedAt).ToListAsync(cancellationToken);
    }

    /// <summary>Ends one session of a person.</summary>
    /// <returns>False when the person has no such open session.</returns>
    public async Task<bool> EndAsync(Editor editor, Guid id, string verb = AuditVerbs.SessionEnded, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(editor);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await CloseAsync(db.EditorSessions.Where(s => s.Id == id && s.EditorId == editor.Id), cancellationToken) == 0)
            return false;
        audit.Record(verb, AuditLog.Thing(editor));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Ends every session of a person, save one. It joins the caller's transaction and records nothing: the caller says why.</summary>
    public Task<int> EndAllAsync(string editorId, Guid? except = null, CancellationToken cancellationToken = default) =>
        CloseAsync(db.EditorSessions.Where(s => s.EditorId == editorId && s.Id != except), cancellationToken);

    private Task<int> CloseAsync(IQueryable<EditorSession> sessions, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
    }
}
