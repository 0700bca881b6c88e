using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Data;

/// <summary>How a mend ended.</summary>
/// <param name="Message">What to do instead; null when it was done.</param>
public sealed record GapOutcome(StoreResult Result, string? Message = null);

/// <summary>Mends what the archive lost: an address or a link in the place of its marker, as an ordinary revision by the editor.</summary>
public sealed partial class GapStore(NewsRoomDbContext db, ReleaseStore releases, TimeProvider clock, AuditLog audit)
{
    private const string Unknown = "The text was changed since it was imported, and the place of this gap cannot be told any more. Edit the release by hand, then choose “Nothing was lost here”.";

    /// <summary>Puts an address or a link where it was lost.</summary>
    /// <param name="expectedVersion">The latest revision of the release that the editor looked at.</param>
    /// <param name="typed">An e-mail address, or an http or https address.</param>
    public async Task<GapOutcome> MendAsync(int gapId, int expectedVersion, string? typed, string by, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(gapId, cancellationToken) is not var (gap, release, latest))
            return new(StoreResult.NotFound);
        var address = typed?.Trim() ?? "";
        var markdown = gap.Kind == GapKind.MissingEmail ? Email(address) : Link(address);
        if (markdown is null)
            return new(StoreResult.Refused, gap.Kind == GapKind.MissingEmail ? "Write an e-mail address such as name@example.org." : "Paste a web address that begins with https:// or http://.");
        if (await BodyWithAsync(gap, latest, markdown, cancellationToken) is not { } body)
            return new(StoreResult.Refused, Unknown);
        return await SaveAsync(gap, release, latest, expectedVersion, body, address, by, $"Mended what was lost at “{gap.Text}” (line {gap.Line})", cancellationToken);
    }

    /// <summary>Notes that nothing was lost at a gap: its marker goes from the text where it still stands.</summary>
    public async Task<GapOutcome> DismissAsync(int gapId, int expectedVersion, string by, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(gapId, cancellationToken) is not var (gap, release, latest))
            return new(StoreResult.NotFound);
        if (await BodyWithAsync(gap, latest, "", cancellationToken) is { } body)
            return await SaveAsync(gap, release, latest, expectedVersion, body, "", by, $"Nothing was lost at “{gap.Text}” (line {gap.Line})", cancellationToken);
        if (latest.Number != expectedVersion)
            return new(StoreResult.Outdated);
        gap.MendWith("", by, clock.GetUtcNow());
        release.MarkEdited();
        audit.Record(AuditVerbs.Dismissed, new(AuditKinds.Gap, gap.Id.ToString(CultureInfo.InvariantCulture), gap.Text), new { release = release.Id }, by);
        await db.SaveChangesAsync(cancellationToken);
        return new(StoreResult.Done);
    }

    /// <summary>The address as Markdown; null when it is none.</summary>
    public static string? Email(string address) =>
        !string.IsNullOrEmpty(address) && address.Length <= 254 && MailAddress().IsMatch(address) ? $"<{address}>" : null;

    /// <summary>The link as Markdown; null when it is none that may be followed.</summary>
    public static string? Link(string address)
    {
        const int longest = 2000;
        if (string.IsNullOrEmpty(address) || address.Length > longest || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return null;
        if ((uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.Host.Length == 0 || uri.UserInfo.Length > 0)
            return null;
        // What .NET leaves unescaped and an autolink cannot hold.
        var written = uri.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
        return written.Any(char.IsControl) ? null : $"<{written}>";
    }

    private async Task<(Gap Gap, Release Release, ReleaseRevision Latest)?> FindAsync(int gapId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.Gaps.FirstOrDefaultAsync(g => g.Id == gapId && g.MendedAt == null, cancellationToken) is not { } gap)
            return null;
        var release = await db.Releases.FirstAsync(r => r.Id == gap.ReleaseId, cancellationToken);
        var latest = await db.Revisions.AsNoTracking().FirstAsync(r => r.ReleaseId == release.Id && r.Number == release.LatestRevisionNumber, cancellationToken);
        return (gap, release, latest);
    }

    private async Task<string?> BodyWithAsync(Gap gap, ReleaseRevision latest, string replacement, CancellationToken cancellationToken)
    {
        var open = await db.Gaps.AsNoTracking().Where(g => g.ReleaseId == gap.ReleaseId && g.MendedAt == null).OrderBy(g => g.Position).ToListAsync(cancellationToken);
        var alike = open.Where(g => GapText.SameMarker(g.Kind, gap.Kind)).ToList();
        return GapText.Replace(latest.Body, gap.Kind, alike.FindIndex(g => g.Id == gap.Id), alike.Count, gap.Text, replacement);
    }

    private async Task<GapOutcome> SaveAsync(Gap gap, Release release, ReleaseRevision latest, int expectedVersion, string body, string mend, string by, string note, CancellationToken cancellationToken)
    {
        // The gap is tracked: the one save of the release writes it in the same transaction.
        gap.MendWith(mend, by, clock.GetUtcNow());
        audit.Record(mend.Length > 0 ? AuditVerbs.Mended : AuditVerbs.Dismissed, new(AuditKinds.Gap, gap.Id.ToString(CultureInfo.InvariantCulture), gap.Text), new { release = release.Id }, by);
        var outcome = await releases.SaveAsync(release.Id, expectedVersion, latest.Content with { Body = body }, by, note, cancellationToken);
        if (outcome.Result != StoreResult.Done)
            db.ChangeTracker.Clear();
        return new(outcome.Result);
    }

    // What CommonMark takes for an address between angle brackets, with a dot in the domain.
    [GeneratedRegex(@"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex MailAddress();
}
