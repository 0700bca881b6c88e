using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>What editors have typed and not saved, and who has which release open. Nothing here is ever part of the history.</summary>
public sealed class WorkingCopies(NewsRoomDbContext db, TimeProvider clock)
{
    /// <param name="releaseId">Null for a release that is new.</param>
    public async Task<DateTimeOffset> KeepAsync(string editorId, int? releaseId, int baseVersion, string fields, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var copy = await db.WorkingCopies.FirstOrDefaultAsync(c => c.EditorId == editorId && c.ReleaseId == releaseId, cancellationToken);
        if (copy is null)
            db.WorkingCopies.Add(copy = new WorkingCopy(editorId, releaseId));
        copy.Keep(baseVersion, fields, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return copy.SavedAt;
    }

    public Task<WorkingCopy?> FindAsync(string editorId, int? releaseId, CancellationToken cancellationToken = default) =>
        db.WorkingCopies.AsNoTracking().FirstOrDefaultAsync(c => c.EditorId == editorId && c.ReleaseId == releaseId, cancellationToken);

    public Task DiscardAsync(string editorId, int? releaseId, CancellationToken cancellationToken = default) =>
        db.WorkingCopies.Where(c => c.EditorId == editorId && c.ReleaseId == releaseId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Notes that the form was opened.</summary>
    public Task OpenAsync(string editorId, string name, int releaseId, CancellationToken cancellationToken = default) =>
        ChangeAsync(editorId, releaseId, p => p.Open(name, clock.GetUtcNow()), cancellationToken);

    /// <summary>Notes that the form is still open, as its script says.</summary>
    public Task ReportAsync(string editorId, string name, int releaseId, CancellationToken cancellationToken = default) => ChangeAsync(editorId, releaseId, p =>
    {
        if (p.Name.Length == 0)
            p.Open(name, clock.GetUtcNow());
        p.Report(clock.GetUtcNow());
    }, cancellationToken);

    public Task LeaveAsync(string editorId, int releaseId, CancellationToken cancellationToken = default) =>
        db.Presences.Where(p => p.EditorId == editorId && p.ReleaseId == releaseId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Who else has it open, the earliest first.</summary>
    public async Task<IReadOnlyList<Presence>> OthersAsync(string editorId, int releaseId, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var known = await db.Presences.AsNoTracking().Where(p => p.ReleaseId == releaseId && p.EditorId != editorId).OrderBy(p => p.OpenedAt).ToListAsync(cancellationToken);
        return [.. known.Where(p => p.IsHere(now))];
    }

    private async Task ChangeAsync(string editorId, int releaseId, Action<Presence> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var presence = await db.Presences.FirstOrDefaultAsync(p => p.EditorId == editorId && p.ReleaseId == releaseId, cancellationToken);
        if (presence is null)
            db.Presences.Add(presence = new Presence(editorId, releaseId));
        change(presence);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
