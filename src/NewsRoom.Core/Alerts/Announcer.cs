using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Mail;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Core.Alerts;

/// <summary>What was announced in a run.</summary>
/// <param name="Count">Releases and notes.</param>
/// <param name="Late">How long after its time the latest one was told.</param>
public sealed record AnnouncementRun(int Count, TimeSpan Late)
{
    public static readonly AnnouncementRun Nothing = new(0, TimeSpan.Zero);
}

/// <summary>
/// Tells followers of what has become public since the last run, also when that was days ago. A release is told once, and a note on it once, whoever runs this
/// and however often: unique rows see to it. What an import published by itself is no news; a minor change is silent.
/// </summary>
public sealed class Announcer(NewsRoomDbContext db, Outbox outbox, Letterhead house, TimeProvider clock)
{
    /// <summary>A save that began before the last run and was stored after it is still found.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>The mark is moved so often at least; shorter than <see cref="Overlap"/> matters not, longer only makes the search for what is due slower.</summary>
    private static readonly TimeSpan MarkLasts = TimeSpan.FromMinutes(30);

    private const int MaxItems = 50;

    /// <summary>Announces what is due. The letters of at-once followers are queued in the same transaction.</summary>
    public async Task<AnnouncementRun> AnnounceAsync(CancellationToken cancellationToken = default)
    {
        // Nearly always nothing is due: then nothing is locked or written, and the page cache stays.
        if (await db.AnnouncementMarks.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } last && clock.GetUtcNow() - last.At < MarkLasts
            && (await DueAsync(last.At - Overlap, clock.GetUtcNow(), cancellationToken)).Count == 0)
            return AnnouncementRun.Nothing;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var mark = await db.AnnouncementMarks.SingleOrDefaultAsync(cancellationToken);
            var due = mark is null ? [] : await DueAsync(mark.At - Overlap, now, cancellationToken);
            if (mark is null)
                db.AnnouncementMarks.Add(new AnnouncementMark(now));
            else
                mark.MoveTo(now);
            foreach (var item in due)
                db.Announcements.Add(new Announcement(item.Item.ReleaseId, item.Item.NoteId, item.DueAt, now));
            if (due.Count > 0)
                await TellAtOnceAsync(due, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return due.Count == 0 ? AnnouncementRun.Nothing : new(due.Count, due.Max(d => now - d.DueAt));
        }
        catch (DbUpdateException error) when (error.IsConflict())
        {
            // Another process announced the same in this moment: the next run finds what is left.
            db.ChangeTracker.Clear();
            return AnnouncementRun.Nothing;
        }
    }

    /// <summary>Queues the daily and weekly letters whose hour has come.</summary>
    /// <returns>How many letters.</returns>
    public async Task<int> DigestAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var (day, week) = (Slot(now, weekly: false), Slot(now, weekly: true));
        var ids = await db.AlertSubscribers.Where(s => s.BouncedAt == null
            && ((s.Frequency == AlertFrequency.Daily && s.LastDigestAt < day) || (s.Frequency == AlertFrequency.Weekly && s.LastDigestAt < week))).Select(s => s.Id).ToListAsync(cancellationToken);
        var letters = 0;
        foreach (var id in ids)
            letters += await DigestAsync(id, now, day, week, cancellationToken);
        return letters;
    }

    /// <summary>The last instant at or before <paramref name="now"/> at which such letters are made.</summary>
    internal DateTimeOffset Slot(DateTimeOffset now, bool weekly)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, house.Zone).DateTime);
        while (weekly && day.DayOfWeek != DayOfWeek.Monday)
            day = day.AddDays(-1);
        var slot = At(day);
        return slot <= now ? slot : At(day.AddDays(weekly ? -7 : -1));
    }

    private DateTimeOffset At(DateOnly day)
    {
        var local = day.ToDateTime(new TimeOnly(house.DigestHour, 0));
        return new DateTimeOffset(local, house.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private async Task<List<DueItem>> DueAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var live = db.Releases.AsNoTracking().Live(now);
        var releases = await live.Where(r => r.IsEdited && r.FirstPublicAt > since && !db.Announcements.Any(a => a.ReleaseId == r.Id && a.NoteId == Announcement.TheRelease))
            .OrderBy(r => r.FirstPublicAt).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.Slug, r.Headline, r.Standfirst, Opening = r.BodyText.Substring(0, Opening.Needed), r.Date, DueAt = r.FirstPublicAt!.Value, Themes = r.Themes.Select(t => t.ThemeId).ToList() }).ToListAsync(cancellationToken);
        var notes = await db.PublicNotes.Where(n => n.At <= now && n.At > since && !db.Announcements.Any(a => a.NoteId == n.Id && a.ReleaseId == n.ReleaseId))
            .Join(live, n => n.ReleaseId, r => r.Id, (n, r) => new { n.Id, n.Kind, n.Text, n.At, ReleaseId = r.Id, r.Slug, r.Headline, r.Date }).OrderBy(n => n.At).ToListAsync(cancellationToken);
        return
        [
            .. releases.Select(r => new DueItem(new AlertItem(r.Id, Announcement.TheRelease, r.Slug, r.Headline, r.Standfirst, r.Opening, r.Date, null), r.DueAt, r.Themes)),
            .. notes.Select(n => new DueItem(new AlertItem(n.ReleaseId, n.Id, n.Slug, n.Headline, null, "", n.Date, (n.Kind, n.Text)), n.At, [])),
        ];
    }

    private async Task TellAtOnceAsync(List<DueItem> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var followers = await db.AlertSubscribers.AsNoTracking().Where(s => s.BouncedAt == null).ToListAsync(cancellationToken);
        foreach (var (item, dueAt, themes) in due)
        {
            var isNote = item.NoteId != Announcement.TheRelease;
            var told = isNote ? await db.AlertDeliveries.Where(d => d.ReleaseId == item.ReleaseId).Select(d => d.SubscriberId).ToHashSetAsync(cancellationToken) : [];
            foreach (var to in followers.Where(f => f.SinceAt <= dueAt))
            {
                // Corrections are told at once, to whoever follows the release and to whoever was told of it.
                var wanted = isNote ? to.ReleaseIds.Contains(item.ReleaseId) || told.Contains(to.Id) : to.Frequency == AlertFrequency.AtOnce && to.Wants(themes);
                if (!wanted)
                    continue;
                db.AlertDeliveries.Add(new AlertDelivery(to.Id, item.ReleaseId, item.NoteId, now));
                outbox.Queue(AlertLetters.Alert($"alert:{to.Id}:{item.ReleaseId}:{item.NoteId}", to, [item], 0, house), to.Id);
            }
        }
    }

    private async Task<int> DigestAsync(int id, DateTimeOffset now, DateTimeOffset day, DateTimeOffset week, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.ChangeTracker.Clear();
        // Read again inside the transaction: another process may have been quicker.
        if (await db.AlertSubscribers.FirstOrDefaultAsync(s => s.Id == id && s.BouncedAt == null, cancellationToken) is not { } to
            || to.LastDigestAt >= (to.Frequency == AlertFrequency.Weekly ? week : day))
            return 0;
        var live = db.Releases.AsNoTracking().Live(now);
        var announced = db.Announcements.Where(a => a.NoteId == Announcement.TheRelease && a.At >= to.LastDigestAt && a.DueAt >= to.SinceAt
            && !db.AlertDeliveries.Any(d => d.SubscriberId == id && d.ReleaseId == a.ReleaseId && d.NoteId == Announcement.TheRelease));
        var rows = await announced.Join(live, a => a.ReleaseId, r => r.Id, (a, r) => new { a.DueAt, r.Id, r.Slug, r.Headline, r.Standfirst, Opening = r.BodyText.Substring(0, Opening.Needed), r.Date, Themes = r.Themes.Select(t => t.ThemeId).ToList() })
            .OrderByDescending(r => r.DueAt).ToListAsync(cancellationToken);
        var items = rows.Where(r => to.Wants(r.Themes)).Select(r => new AlertItem(r.Id, Announcement.TheRelease, r.Slug, r.Headline, r.Standfirst, r.Opening, r.Date, null)).ToList();
        foreach (var item in items)
            db.AlertDeliveries.Add(new AlertDelivery(id, item.ReleaseId, item.NoteId, now));
        if (items.Count > 0)
            outbox.Queue(AlertLetters.Alert($"digest:{id}:{now.UtcTicks}", to, [.. items.Take(MaxItems)], Math.Max(0, items.Count - MaxItems), house), id);
        to.NoteDigest(now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return items.Count > 0 ? 1 : 0;
    }

    private sealed record DueItem(AlertItem Item, DateTimeOffset DueAt, IReadOnlyList<int> Themes);
}
