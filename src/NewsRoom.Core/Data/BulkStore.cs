using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Data;

/// <summary>Who asks for a change of many releases.</summary>
/// <param name="Publishes">Whether they may change what readers see.</param>
public sealed record BulkActor(string By, bool Publishes);

/// <summary>
/// Changes many releases, each on the ordinary path of an editor and each whole or not at all, so that versions, search and the audit log hold. What is done can be undone once, as far as nobody
/// has touched it since.
/// </summary>
public sealed partial class BulkStore(NewsRoomDbContext db, ReleaseStore releases, TimeProvider clock, AuditLog audit)
{
    /// <summary>As many as a person can look through before agreeing.</summary>
    public const int MaxReleases = 500;

    private Dictionary<int, string> _themes = [];
    private Dictionary<int, string> _contacts = [];

    /// <summary>What would become of each of these releases. Nothing is changed.</summary>
    public async Task<IReadOnlyList<BulkPlanRow>> PlanAsync(IReadOnlyList<int> ids, BulkRequest request, BulkActor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        await LoadNamesAsync(cancellationToken);
        var rows = new List<BulkPlanRow>(ids.Count);
        foreach (var some in ids.Take(MaxReleases).Chunk(100))
        {
            var found = await db.Releases.AsNoTracking().Where(r => some.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
            var latest = await db.Revisions.AsNoTracking().Where(v => some.Contains(v.ReleaseId) && db.Releases.Any(r => r.Id == v.ReleaseId && r.LatestRevisionNumber == v.Number))
                .ToDictionaryAsync(v => v.ReleaseId, cancellationToken);
            foreach (var id in some.Where(found.ContainsKey))
            {
                var content = (await releases.ResolveAsync(latest[id].Content, cancellationToken)).Content;
                rows.Add(request.IsStep ? await StepAsync(found[id], content, request, actor, cancellationToken) : Content(found[id], content, request, actor));
            }
        }

        return rows;
    }

    /// <summary>Does what was planned to the releases that were picked, and writes down what became of each.</summary>
    /// <param name="picked">Releases with the version that was looked at.</param>
    public async Task<BulkChange> DoAsync(IReadOnlyDictionary<int, int> picked, BulkRequest request, BulkActor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picked);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        var plan = await PlanAsync([.. picked.Keys], request, actor, cancellationToken);
        var change = new BulkChange(Words(request), actor.By, clock.GetUtcNow());
        db.BulkChanges.Add(change);
        await db.SaveChangesAsync(cancellationToken);
        audit.Record(AuditVerbs.Changed, Thing(change), new { releases = plan.Count(p => p.Refusal is null), refused = plan.Count(p => p.Refusal is not null) }, actor.By);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var row in plan)
        {
            db.ChangeTracker.Clear();
            var before = await db.Releases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == row.ReleaseId, cancellationToken);
            if (before is null)
                continue;
            var item = new BulkItem(change.Id, row.ReleaseId, row.Headline, before.LatestRevisionNumber, before.State, before.PublishAt);
            var refusal = row.Refusal ?? (picked[row.ReleaseId] != before.LatestRevisionNumber ? "Somebody has saved it since the list was made." : null);
            refusal ??= request.IsStep ? await TakeStepAsync(row, request, actor, change.Words, cancellationToken) : await SaveAsync(row, actor, change.Words, cancellationToken);
            db.ChangeTracker.Clear();
            var after = await db.Releases.AsNoTracking().SingleAsync(r => r.Id == row.ReleaseId, cancellationToken);
            if (refusal is null)
                item.Done(after.LatestRevisionNumber, after.State, row.IsAtOnce && !after.HasPendingChange);
            else
                item.Refuse(refusal);
            db.BulkItems.Add(item);
            await db.SaveChangesAsync(cancellationToken);
        }

        return change;
    }

    private async Task<string?> SaveAsync(BulkPlanRow row, BulkActor actor, string words, CancellationToken cancellationToken)
    {
        var saved = await releases.SaveAsync(row.ReleaseId, row.Version, row.Content!, actor.By, $"Bulk change: {words}", cancellationToken);
        if (saved.Result != StoreResult.Done)
            return "Somebody has saved it since the list was made.";
        return row.IsAtOnce ? await ApproveAsync(row.ReleaseId, saved.Version, actor, words, null, cancellationToken) : null;
    }

    private async Task<string?> TakeStepAsync(BulkPlanRow row, BulkRequest request, BulkActor actor, string words, CancellationToken cancellationToken)
    {
        if (request.Kind == BulkKind.Publish)
            return await ApproveAsync(row.ReleaseId, row.Version, actor, words, null, cancellationToken);
        var result = request.Kind switch
        {
            BulkKind.Submit => await releases.SubmitAsync(row.ReleaseId, cancellationToken),
            BulkKind.Withdraw => await releases.WithdrawAsync(row.ReleaseId, request.Reason!.Trim(), null, actor.By, cancellationToken),
            _ when row.Status == Status(ReleaseState.InReview, null, clock.GetUtcNow()) => await releases.SendBackAsync(row.ReleaseId, cancellationToken),
            _ => await releases.ReturnToDraftAsync(row.ReleaseId, cancellationToken),
        };
        return result == StoreResult.Done ? null : "It no longer stands where that is possible.";
    }

    /// <summary>A change of a live release is a minor one: readers are not told. Whoever publishes their own text alone gives the change itself as the reason.</summary>
    private async Task<string?> ApproveAsync(int id, int version, BulkActor actor, string words, DateTimeOffset? publishAt, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var outcome = await releases.ApproveAsync(id, new Approval(version, actor.By) { PublishAt = publishAt, Change = new ChangeNote(ChangeKind.Minor), LoneReason = Cut($"Bulk change: {words}") }, cancellationToken);
        return outcome.Result switch
        {
            StoreResult.Done => null,
            StoreResult.Refused => string.Join(" ", outcome.Refusals.Select(r => r.Message)),
            _ => "It no longer stands where that is possible.",
        };
    }

    private BulkPlanRow Content(Release release, ReleaseContent latest, BulkRequest request, BulkActor actor)
    {
        var line = request.Rows.GetValueOrDefault(release.Id);
        var then = Changed(latest, request, line);
        var (before, after) = Differences(latest, then);
        var now = clock.GetUtcNow();
        var isLive = release.IsLive(now);
        var refusal = line?.Problem
            ?? (line?.Version is { } seen && seen != release.LatestRevisionNumber ? $"The table was made of version {seen}; version {release.LatestRevisionNumber} is the latest now." : null)
            ?? (before == after ? "It is so already." : null)
            ?? (release.State == ReleaseState.Withdrawn ? "It is withdrawn." : null);
        var isAtOnce = refusal is null && isLive && actor.Publishes && !release.HasPendingChange;
        if (refusal is null && release.State == ReleaseState.Approved && !isAtOnce)
            after += release.HasPendingChange ? " (waits with the change that is not published yet)" : " (waits for a publisher)";
        return new(release.Id, release.LatestRevisionNumber, latest.Headline, Status(release.State, release.PublishAt, now), before, after, refusal, isAtOnce) { Content = then };
    }

    private async Task<BulkPlanRow> StepAsync(Release release, ReleaseContent latest, BulkRequest request, BulkActor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isBack = request.Kind == BulkKind.ReturnToDraft && release.State == ReleaseState.InReview;
        var step = request.Kind switch
        {
            BulkKind.Submit => ReleaseStep.Submit,
            BulkKind.Publish => ReleaseStep.Publish,
            BulkKind.Withdraw => ReleaseStep.Withdraw,
            _ => isBack ? ReleaseStep.SendBack : ReleaseStep.ReturnToDraft,
        };
        string? refusal = null;
        if (!release.Allows(step, now))
            refusal = "It does not stand where that is possible.";
        else if (step.NeedsPublisher() && !actor.Publishes)
            refusal = "A publisher does this.";
        else if (step == ReleaseStep.Publish && release.EmbargoNotice is not null)
            refusal = "The archive text names an embargo: publish it by itself.";
        else if (step == ReleaseStep.Publish && release.IsLive(now))
            refusal = "A change to what readers see is published by itself, so that they can be told what it is.";
        else if (step == ReleaseStep.Publish && release.RefusalsFor(latest, now, now, await db.AttachedAsync(latest, cancellationToken)) is { Count: > 0 } missing)
            refusal = string.Join(" ", missing.Select(m => m.Message));
        var status = Status(release.State, release.PublishAt, now);
        var then = step switch { ReleaseStep.Submit => "in review", ReleaseStep.Publish => "live", ReleaseStep.Withdraw => "withdrawn", _ => "draft" };
        return new(release.Id, release.LatestRevisionNumber, latest.Headline, status, status, then, refusal, refusal is null && step is ReleaseStep.Publish or ReleaseStep.Withdraw);
    }

    private static ReleaseContent Changed(ReleaseContent latest, BulkRequest request, BulkRow? line) => request.Kind switch
    {
        BulkKind.AddTheme => latest with { ThemeIds = [.. latest.ThemeIds.Append(request.ThemeId!.Value).Distinct()] },
        BulkKind.RemoveTheme => latest with { ThemeIds = [.. latest.ThemeIds.Where(t => t != request.ThemeId)] },
        BulkKind.AttachContact => latest with { ContactIds = [.. latest.ContactIds.Append(request.ContactId!.Value).Distinct()] },
        BulkKind.DetachContact => latest with { ContactIds = [.. latest.ContactIds.Where(c => c != request.ContactId)] },
        BulkKind.ReplaceContact => latest with { ContactIds = [.. latest.ContactIds.Select(c => c == request.ContactId ? request.ReplacementId!.Value : c).Distinct()] },
        _ => latest with { ThemeIds = line?.ThemeIds ?? latest.ThemeIds, ContactIds = line?.ContactIds ?? latest.ContactIds, Date = DateOf(latest.Date, line?.Date) },
    };

    /// <summary>A date that says the same keeps its evidence.</summary>
    private static ReleaseDate DateOf(ReleaseDate before, ReleaseDate? then) =>
        then is null || then.ToIso() == before.ToIso() ? before : then with { Basis = DateBasis.Editor, Confidence = 1, Note = before.Note };

    private (string Before, string After) Differences(ReleaseContent before, ReleaseContent after)
    {
        var (was, will) = (new List<string>(), new List<string>());
        Add(Names(before.ThemeIds.Order(), _themes), Names(after.ThemeIds.Order(), _themes), "no theme");
        Add(Names(before.ContactIds, _contacts), Names(after.ContactIds, _contacts), "no contact");
        Add(before.Date.ToIso() ?? "", after.Date.ToIso() ?? "", "no date");
        return (string.Join("; ", was), string.Join("; ", will));

        void Add(string from, string to, string none)
        {
            if (from == to)
                return;
            was.Add(from.Length > 0 ? from : none);
            will.Add(to.Length > 0 ? to : none);
        }
    }

    private string Words(BulkRequest request) => request.Kind switch
    {
        BulkKind.AddTheme => $"add the theme {Name(_themes, request.ThemeId)}",
        BulkKind.RemoveTheme => $"remove the theme {Name(_themes, request.ThemeId)}",
        BulkKind.AttachContact => $"attach {Name(_contacts, request.ContactId)}",
        BulkKind.DetachContact => $"detach {Name(_contacts, request.ContactId)}",
        BulkKind.ReplaceContact => $"replace {Name(_contacts, request.ContactId)} by {Name(_contacts, request.ReplacementId)}",
        BulkKind.Submit => "submit for review",
        BulkKind.Publish => "publish",
        BulkKind.Withdraw => "withdraw",
        BulkKind.ReturnToDraft => "return to draft",
        _ => "take over a table",
    };

    private async Task LoadNamesAsync(CancellationToken cancellationToken)
    {
        _themes = await db.Themes.ToDictionaryAsync(t => t.Id, t => t.Name, cancellationToken);
        _contacts = await db.Contacts.ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
    }

    private static string Status(ReleaseState state, DateTimeOffset? publishAt, DateTimeOffset now) => state switch
    {
        ReleaseState.Draft => "draft",
        ReleaseState.InReview => "in review",
        ReleaseState.Approved => publishAt <= now ? "live" : "scheduled",
        _ => "withdrawn",
    };

    private static string Names(IEnumerable<int> ids, Dictionary<int, string> names) => string.Join(", ", ids.Select(id => Name(names, id)));

    private static string Name(Dictionary<int, string> names, int? id) => id is { } known && names.TryGetValue(known, out var name) ? name : $"number {id}";

    private static string Cut(string text) => text.Length <= LonePublication.MaxReason ? text : text[..LonePublication.MaxReason];

    private static AuditThing Thing(BulkChange change) => new(AuditKinds.Bulk, change.Id.ToString(CultureInfo.InvariantCulture), change.Words);
}
