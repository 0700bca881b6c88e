using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Media;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>How an upload ended: with an asset, or with the sentence that says why not.</summary>
/// <param name="WasThere">The very same file was uploaded before: that asset is returned.</param>
public sealed record UploadOutcome(StoreResult Result, Asset? Asset, string? Problem, bool WasThere = false);

/// <summary>A release that uses an asset.</summary>
/// <param name="IsApproved">Readers see it there, or will at its time.</param>
/// <param name="IsPending">Only a version that waits for approval uses it.</param>
public sealed record AssetUse(int ReleaseId, string Headline, ReleaseState State, DateTimeOffset? PublishAt, bool IsApproved, bool IsPending);

/// <summary>The path of every change an editor makes to media: the file first, then one transaction; a file that no asset names any more goes last.</summary>
public sealed class MediaStore(NewsRoomDbContext db, MediaFiles files, ReleaseStore releases, TimeProvider clock, AuditLog audit)
{
    /// <param name="fileName">What the uploader calls it; only its letters survive, in the readable part of the address.</param>
    public async Task<UploadOutcome> AddAsync(string fileName, Stream content, string by, CancellationToken cancellationToken = default)
    {
        var (file, problem) = await ReadAsync(content, cancellationToken);
        if (file is null)
            return new(StoreResult.Refused, null, problem);
        var sha256 = Sha256Of(file);
        using var turn = await files.LockAsync(cancellationToken);
        // Saved anew even where it is known: a file that was lost from the folder comes back.
        await files.SaveAsync(sha256, file.Bytes, cancellationToken);
        if (await db.Assets.FirstOrDefaultAsync(a => a.Sha256 == sha256, cancellationToken) is { } known)
            return new(StoreResult.Done, known, null, WasThere: true);
        var original = LastPart(fileName);
        var asset = new Asset(file, sha256, NameOf(original), original, by, clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Assets.Add(asset);
        await db.SaveChangesAsync(cancellationToken);
        audit.Record(AuditVerbs.Uploaded, AuditLog.Thing(asset), by: by);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(StoreResult.Done, asset, null);
    }

    /// <summary>Saves what an editor says about it. Refused when a release that is approved would be left without alternative text.</summary>
    public async Task<StoreResult> DescribeAsync(int id, int expectedVersion, AssetDetails details, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Assets.FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } asset)
            return StoreResult.NotFound;
        if (asset.Version != expectedVersion)
            return StoreResult.Outdated;
        asset.Describe(details, clock.GetUtcNow());
        if (asset.LacksAltText && await IsApprovedAsync(id, cancellationToken))
            return StoreResult.Refused;
        audit.Record(AuditVerbs.Saved, AuditLog.Thing(asset));
        await db.SaveChangesAsync(cancellationToken);
        await RenderAgainAsync(id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>Puts another file in its place: a picture for a picture, a document for a document.</summary>
    /// <param name="mayChangePublic">Whether this person may change what readers see at once.</param>
    public async Task<UploadOutcome> ReplaceAsync(int id, int expectedVersion, string fileName, Stream content, bool mayChangePublic, CancellationToken cancellationToken = default)
    {
        var (file, problem) = await ReadAsync(content, cancellationToken);
        if (file is null)
            return new(StoreResult.Refused, null, problem);
        var sha256 = Sha256Of(file);
        using var turn = await files.LockAsync(cancellationToken);
        await files.SaveAsync(sha256, file.Bytes, cancellationToken);
        string? before = null;
        var outcome = await ReplaceOnceAsync();
        await ForgetFileAsync(outcome.Result == StoreResult.Done ? before : sha256, cancellationToken);
        return outcome;

        async Task<UploadOutcome> ReplaceOnceAsync()
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.Assets.FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } asset)
                return new(StoreResult.NotFound, null, null);
            if (asset.Version != expectedVersion)
                return new(StoreResult.Outdated, asset, null);
            if (asset.IsImage != file.Kind.IsImage())
                return new(StoreResult.Refused, asset, asset.IsImage ? "Replace a picture by a picture." : "Replace a PDF by a PDF.");
            if (!mayChangePublic && await IsApprovedAsync(id, cancellationToken))
                return new(StoreResult.NotLegal, asset, "It is on a release that is approved: a publisher replaces it.");
            before = asset.Sha256;
            asset.ReplaceFile(file, sha256, LastPart(fileName), clock.GetUtcNow());
            audit.Record(AuditVerbs.Replaced, AuditLog.Thing(asset));
            await db.SaveChangesAsync(cancellationToken);
            await RenderAgainAsync(id, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new(StoreResult.Done, asset, null);
        }
    }

    /// <summary>Deletes it with its file, and takes it off drafts and withdrawn releases. Refused while an approved release shows it, now or at its time.</summary>
    public async Task<StoreResult> DeleteAsync(int id, CancellationToken cancellationToken = default)
    {
        using var turn = await files.LockAsync(cancellationToken);
        string sha256;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (await db.Assets.FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } asset)
                return StoreResult.NotFound;
            if (await IsApprovedAsync(id, cancellationToken))
                return StoreResult.Refused;
            sha256 = asset.Sha256;
            var users = await db.Releases.Include(r => r.Attachments).Where(r => r.Attachments.Any(a => a.AssetId == id)).ToListAsync(cancellationToken);
            users.ForEach(r => r.Detach(id));
            audit.Record(AuditVerbs.Deleted, AuditLog.Thing(asset));
            db.Assets.Remove(asset);
            await db.SaveChangesAsync(cancellationToken);
            await RenderAgainAsync(users, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await ForgetFileAsync(sha256, cancellationToken);
        return StoreResult.Done;
    }

    /// <summary>Every release that shows it or would, once its waiting change is approved.</summary>
    public async Task<IReadOnlyList<AssetUse>> UsesAsync(int id, CancellationToken cancellationToken = default)
    {
        var attached = await db.Releases.Where(r => r.Attachments.Any(a => a.AssetId == id))
            .Select(r => new AssetUse(r.Id, r.Headline, r.State, r.PublishAt, r.State == ReleaseState.Approved, false)).ToListAsync(cancellationToken);
        var pending = await PendingVersions().Where(v => v.AttachmentIds.Contains(id))
            .Join(db.Releases, v => v.ReleaseId, r => r.Id, (v, r) => new AssetUse(r.Id, v.Headline, r.State, r.PublishAt, false, true)).ToListAsync(cancellationToken);
        return [.. attached, .. pending.Where(p => attached.TrueForAll(a => a.ReleaseId != p.ReleaseId))];
    }

    /// <summary>The assets that no release shows, nor any change that waits for approval.</summary>
    public async Task<IQueryable<Asset>> UnusedAsync(CancellationToken cancellationToken = default)
    {
        var waiting = (await PendingVersions().Select(v => v.AttachmentIds).ToListAsync(cancellationToken)).SelectMany(ids => ids).Distinct().ToList();
        return db.Assets.Where(a => !waiting.Contains(a.Id) && !db.Releases.SelectMany(r => r.Attachments).Any(x => x.AssetId == a.Id));
    }

    /// <summary>The latest versions that differ from what was approved. Before any approval the release's own row says what its latest version says.</summary>
    private IQueryable<ReleaseRevision> PendingVersions() => db.Releases
        .Where(r => r.ApprovedRevisionNumber != null && r.ApprovedRevisionNumber != r.LatestRevisionNumber)
        .SelectMany(r => r.Revisions.Where(v => v.Number == r.LatestRevisionNumber));

    private Task<bool> IsApprovedAsync(int id, CancellationToken cancellationToken) =>
        db.Releases.AnyAsync(r => r.State == ReleaseState.Approved && r.Attachments.Any(a => a.AssetId == id), cancellationToken);

    private async Task RenderAgainAsync(int assetId, CancellationToken cancellationToken) =>
        await RenderAgainAsync(await db.Releases.Where(r => r.Attachments.Any(a => a.AssetId == assetId)).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Bodies hold a picture's address, size and words as they were when they were rendered.</summary>
    private async Task RenderAgainAsync(List<Release> users, CancellationToken cancellationToken)
    {
        foreach (var release in users.Where(r => MediaReferences.In(r.Body).Count > 0))
            release.RenderAgain(await db.RenderBodyAsync(release.Body, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await releases.ReindexAsync(users.Select(r => r.Id), cancellationToken);
    }

    private async Task ForgetFileAsync(string? sha256, CancellationToken cancellationToken)
    {
        if (sha256 is not null && !await db.Assets.AsNoTracking().AnyAsync(a => a.Sha256 == sha256, cancellationToken))
            files.Delete(sha256);
    }

    private static async Task<MediaReading> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        // One byte more than the limit is enough to know.
        for (var read = await content.ReadAsync(buffer, cancellationToken); read > 0; read = await content.ReadAsync(buffer, cancellationToken))
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MediaLimits.MaxBytes)
                break;
        }

        return MediaReader.Read(bytes.ToArray());
    }

    private static string Sha256Of(MediaFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes));

    /// <summary>Whatever a browser sends as a name, without folders, control characters and undue length.</summary>
    private static string LastPart(string fileName)
    {
        var last = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return clean.Length > 200 ? clean[..200] : clean;
    }

    private static string NameOf(string original)
    {
        var dot = original.LastIndexOf('.');
        return Slug.From(dot > 0 ? original[..dot] : original, "file").Value;
    }
}
