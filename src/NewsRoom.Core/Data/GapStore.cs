using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Data;

/// <summary>How a mend ended.</summary>
/// <param name="Message">What to do instead; null when it was done.</param>
/// <param name="Waiting">The approved release that readers see as it was until the mend is published; null when none waits.</param>
public sealed record GapOutcome(StoreResult Result, string? Message = null, WaitingMend? Waiting = null);

/// <summary>A release whose approved version still has a gap that was mended.</summary>
/// <param name="IsLive">Whether readers can see that version now.</param>
public sealed record WaitingMend(int ReleaseId, string Headline, bool IsLive);

/// <summary>Mends what the archive lost: an address or a link in the place of its marker, as an ordinary revision by the editor.</summary>
public sealed class GapStore(NewsRoomDbContext db, ReleaseStore releases, TimeProvider clock, AuditLog audit)
{
    private const string Unknown = "The text was changed since it was imported, and the place of this gap cannot be told any more. Edit the release by hand, then choose “Nothing was lost here”.";

    /// <summary>Puts an address or a link where it was lost. A later version than the one looked at is mended too, where the gap still stands in it as it did.</summary>
    /// <param name="expectedVersion">The revision of the release that the editor looked at.</param>
    /// <param name="typed">An e-mail address, or the address of a page.</param>
    public async Task<GapOutcome> MendAsync(int gapId, int expectedVersion, string? typed, string by, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(gapId, cancellationToken) is not var (gap, release, latest))
            return new(StoreResult.NotFound);
        var address = typed?.Trim() ?? "";
        if (GapAddress.Read(gap.Kind, address) is not { } markdown)
            return new(StoreResult.Refused, GapAddress.WhatToDo(gap.Kind, address));
        if (await PlaceAsync(gap, latest, cancellationToken) is not { } place)
            return new(StoreResult.Refused, Unknown);
        if (!await StillStandsAsync(gap, latest, expectedVersion, place, cancellationToken))
            return new(StoreResult.Outdated);
        var body = GapText.Put(latest.Body, place, gap.Kind, gap.Text, markdown);
        return await SaveAsync(gap, release, latest, body, markdown[1..^1], by, $"Mended what was lost at “{gap.Text}” (line {gap.Line})", cancellationToken);
    }

    /// <summary>Notes that nothing was lost at a gap: its marker goes from the text where it still stands.</summary>
    public async Task<GapOutcome> DismissAsync(int gapId, int expectedVersion, string by, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(gapId, cancellationToken) is not var (gap, release, latest))
            return new(StoreResult.NotFound);
        if (await PlaceAsync(gap, latest, cancellationToken) is { } place)
        {
            return await StillStandsAsync(gap, latest, expectedVersion, place, cancellationToken)
                ? await SaveAsync(gap, release, latest, GapText.Remove(latest.Body, place), "", by, $"Nothing was lost at “{gap.Text}” (line {gap.Line})", cancellationToken)
                : new(StoreResult.Outdated);
        }

        if (latest.Number != expectedVersion)
            return new(StoreResult.Outdated);
        gap.MendWith("", by, clock.GetUtcNow());
        release.MarkEdited();
        audit.Record(AuditVerbs.Dismissed, new(AuditKinds.Gap, gap.Id.ToString(CultureInfo.InvariantCulture), gap.Text), new { release = release.Id }, by);
        await db.SaveChangesAsync(cancellationToken);
        return new(StoreResult.Done);
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

    private async Task<GapPlace?> PlaceAsync(Gap gap, ReleaseRevision latest, CancellationToken cancellationToken)
    {
        var open = await db.Gaps.AsNoTracking().Where(g => g.ReleaseId == gap.ReleaseId && g.MendedAt == null).OrderBy(g => g.Position).ToListAsync(cancellationToken);
        return GapText.PlaceOf(latest.Body, gap, open);
    }

    private async Task<bool> StillStandsAsync(Gap gap, ReleaseRevision latest, int seen, GapPlace place, CancellationToken cancellationToken)
    {
        if (latest.Number == seen)
            return true;
        var earlier = await db.Revisions.AsNoTracking().Where(r => r.ReleaseId == gap.ReleaseId && r.Number == seen).Select(r => r.Body).FirstOrDefaultAsync(cancellationToken);
        return earlier is not null && GapText.StillStands(earlier, latest.Body, place, gap.Sentence);
    }

    private async Task<GapOutcome> SaveAsync(Gap gap, Release release, ReleaseRevision latest, string body, string mend, string by, string note, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var waiting = release.State == ReleaseState.Approved ? new WaitingMend(release.Id, latest.Headline, release.IsLive(now)) : null;
        // The gap is tracked: the one save of the release writes it in the same transaction.
        gap.MendWith(mend, by, now);
        audit.Record(mend.Length > 0 ? AuditVerbs.Mended : AuditVerbs.Dismissed, new(AuditKinds.Gap, gap.Id.ToString(CultureInfo.InvariantCulture), gap.Text), new { release = release.Id }, by);
        var outcome = await releases.SaveAsync(release.Id, latest.Number, latest.Content with { Body = body }, by, note, cancellationToken);
        if (outcome.Result == StoreResult.Done)
            return new(StoreResult.Done, Waiting: waiting);
        db.ChangeTracker.Clear();
        return new(outcome.Result);
    }
}
