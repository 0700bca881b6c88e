using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;

namespace NewsRoom.Core.Data;

/// <content>Releases that are translations of each other.</content>
public sealed partial class ReleaseStore
{
    /// <summary>Makes two releases, and whatever either is linked to, translations of each other.</summary>
    /// <returns><see cref="StoreResult.NotFound"/> when there is no such release; <see cref="StoreResult.Refused"/> when a language would be there twice.</returns>
    public async Task<StoreResult> LinkTranslationAsync(int id, int otherId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LoadAsync(id, cancellationToken) is not { } release || await LoadAsync(otherId, cancellationToken) is not { } other)
            return StoreResult.NotFound;
        var all = await db.Releases.Where(r => r.Id == id || r.Id == otherId
            || (r.TranslationGroup != null && (r.TranslationGroup == release.TranslationGroup || r.TranslationGroup == other.TranslationGroup))).ToListAsync(cancellationToken);
        if (all.Count < 2 || all.DistinctBy(r => r.Language.ToLowerInvariant()).Count() < all.Count)
            return StoreResult.Refused;
        foreach (var one in all.Where(r => r.Id != id))
            release.LinkTranslation(one);
        audit.Record(AuditVerbs.TranslationLinked, AuditLog.Thing(release), new { with = other.Slug, language = other.Language });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>Takes a release out of its group of translations; a group of one is none.</summary>
    public async Task<StoreResult> UnlinkTranslationAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LoadAsync(id, cancellationToken) is not { } release)
            return StoreResult.NotFound;
        if (release.TranslationGroup is not { } group)
            return StoreResult.Done;
        release.UnlinkTranslation();
        var others = await db.Releases.Where(r => r.TranslationGroup == group && r.Id != id).ToListAsync(cancellationToken);
        if (others.Count == 1)
            others[0].UnlinkTranslation();
        audit.Record(AuditVerbs.TranslationUnlinked, AuditLog.Thing(release));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }
}
