using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>Makes, finds and ends the links that show a release before it is public. The token itself is never stored.</summary>
public sealed class PreviewLinks(NewsRoomDbContext db, TimeProvider clock, AuditLog audit)
{
    private const int TokenBytes = 32;

    /// <summary>Openings nearer than this are one: a link that is hammered does not fill the database.</summary>
    private static readonly TimeSpan OneOpening = TimeSpan.FromMinutes(1);

    /// <param name="revisionNumber">The version it shows; null when it follows the newest save.</param>
    /// <returns>The token: it is shown once and cannot be had again.</returns>
    public async Task<string> CreateAsync(int releaseId, string recipient, int? revisionNumber, DateTimeOffset expiresAt, string by, CancellationToken cancellationToken = default)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        db.PreviewLinks.Add(new PreviewLink(releaseId, recipient, HashOf(token), revisionNumber, expiresAt, by, clock.GetUtcNow()));
        await RecordAsync(AuditVerbs.PreviewMade, releaseId, recipient, by, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>The link that <paramref name="token"/> opens; null alike when it never was, is too old or was revoked.</summary>
    public async Task<PreviewLink?> FindOpenAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(token) || token.Length > TokenBytes * 2)
            return null;
        var hash = HashOf(token);
        var link = await db.PreviewLinks.AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash, cancellationToken);
        return link?.IsOpen(clock.GetUtcNow()) == true ? link : null;
    }

    /// <summary>Notes the time of an opening, and nothing else.</summary>
    public async Task NoteOpeningAsync(int linkId, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var since = now - OneOpening;
        if (await db.PreviewOpenings.AnyAsync(o => o.LinkId == linkId && o.At > since, cancellationToken))
            return;
        db.PreviewOpenings.Add(new PreviewOpening(linkId, now));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>False when the release has no such link.</summary>
    public async Task<bool> RevokeAsync(int releaseId, int linkId, string by, CancellationToken cancellationToken = default)
    {
        if (await db.PreviewLinks.FirstOrDefaultAsync(l => l.Id == linkId && l.ReleaseId == releaseId, cancellationToken) is not { } link)
            return false;
        link.Revoke(by, clock.GetUtcNow());
        await RecordAsync(AuditVerbs.PreviewRevoked, releaseId, link.Recipient, by, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task RecordAsync(string verb, int releaseId, string recipient, string by, CancellationToken cancellationToken) =>
        audit.Record(verb, new(AuditKinds.Release, releaseId.ToString(CultureInfo.InvariantCulture), await db.Releases.Where(r => r.Id == releaseId).Select(r => r.Headline).FirstOrDefaultAsync(cancellationToken) ?? ""), new { recipient }, by);

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
