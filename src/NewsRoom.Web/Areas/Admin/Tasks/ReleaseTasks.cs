using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Tasks;

/// <summary>How the sources that count releases name and address them.</summary>
internal static class ReleaseRows
{
    private const int Shown = 3;

    public const string List = "/admin/releases";

    /// <summary>A row that counts them and names those that wait longest.</summary>
    public static async Task<DeskTask> RowAsync(this IQueryable<Release> releases, string title, string why, string address, CancellationToken cancellationToken, bool names = true)
    {
        var count = await releases.CountAsync(cancellationToken);
        if (count == 0 || !names)
            return new(title, why, count, address);
        var first = await releases.OrderBy(r => r.UpdatedAt).ThenBy(r => r.Id).Take(Shown)
            .Select(r => new { r.Id, Headline = r.Revisions.Where(v => v.Number == r.LatestRevisionNumber).Select(v => v.Headline).FirstOrDefault() }).ToListAsync(cancellationToken);
        return new(title, why, count, address, First: [.. first.Select(r => new DeskTaskItem(string.IsNullOrEmpty(r.Headline) ? "(no headline)" : r.Headline, Of(r.Id)))]);
    }

    public static string Of(int id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");
}

/// <summary>What a publisher sent back to this person with a note that no newer save has answered.</summary>
public sealed class SentBackTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return await db.Releases.SentBackTo(person.Name, db.ReviewNotes).RowAsync("Sent back to you", "A publisher asks for a change: the note stands on the release.", ReleaseRows.List + "?want=sent-back", cancellationToken) with { IsMine = true };
    }
}

/// <summary>What this person typed and never saved.</summary>
public sealed class UnsavedTask(NewsRoomDbContext db, IHttpContextAccessor http) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken)
    {
        var editor = http.HttpContext?.User.EditorId();
        var copies = await db.WorkingCopies.AsNoTracking().Where(c => c.EditorId == editor).OrderByDescending(c => c.SavedAt).Take(20)
            .Select(c => new { c.ReleaseId, Headline = db.Releases.Where(r => r.Id == c.ReleaseId).Select(r => r.Headline).FirstOrDefault() }).ToListAsync(cancellationToken);
        string Address(int? id) => id is { } known ? ReleaseRows.Of(known) + "/edit" : ReleaseRows.List + "/new";
        return new("Unsaved text of yours", "You typed it and did not save it. Open it to restore or discard it.", copies.Count, copies.Count > 0 ? Address(copies[0].ReleaseId) : ReleaseRows.List,
            First: [.. copies.Take(3).Select(c => new DeskTaskItem(c.ReleaseId is null ? "A new release" : string.IsNullOrEmpty(c.Headline) ? "(no headline)" : c.Headline, Address(c.ReleaseId)))]) { IsMine = true };
    }
}

/// <summary>What this person began and has not submitted.</summary>
public sealed class MyDraftsTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return await db.Releases.Where(r => r.State == ReleaseState.Draft).LastSavedBy(person.Name).RowAsync("Your drafts", "Begun and not submitted.", ReleaseRows.List + "?state=draft&want=mine", cancellationToken) with { IsMine = true };
    }
}

/// <summary>What waits for a publisher: submitted, or saved over what was approved.</summary>
public sealed class ReviewTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public string? Section => "review";

    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var waiting = db.Releases.AwaitingReview(db.ReviewNotes);
        return person.IsPublisher
            ? await waiting.RowAsync("To review", "Submitted, or changed since it was approved. Look at each and let it go out, or send it back.", "/admin/review", cancellationToken) with { IsMine = true }
            : await waiting.RowAsync("In review", "Waits for a publisher.", ReleaseRows.List + "?state=review", cancellationToken, names: false);
    }
}

/// <summary>Drafts of others, those that an import made included.</summary>
public sealed class OtherDraftsTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        return await db.Releases.Where(r => r.State == ReleaseState.Draft && !r.Revisions.Any(v => v.Number == r.LatestRevisionNumber && v.CreatedBy == person.Name))
            .RowAsync("Drafts of others", "Begun by a colleague or made by an import.", ReleaseRows.List + "?state=draft", cancellationToken, names: false);
    }
}

/// <summary>What somebody else published without a second look.</summary>
public sealed class LonePublicationTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.IsPublisher)
            return null;
        var alone = db.Releases.Where(r => db.LonePublications.Any(p => p.ReleaseId == r.Id && p.AcknowledgedAt == null && p.By != person.Name));
        return await alone.RowAsync("Published alone", "A colleague published without a second look. Read it, and say that you have seen it.", ReleaseRows.List + "?want=alone", cancellationToken) with { IsMine = true };
    }
}

/// <summary>What the import was unsure of.</summary>
public sealed class UnsureTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken) =>
        await ReleaseFilter.Missing(db.Releases, "unsure").RowAsync("Imported with doubts", "The import names what it was unsure of.", ReleaseRows.List + "?want=unsure", cancellationToken, names: false);
}

/// <summary>Releases that nobody can date.</summary>
public sealed class NoDateTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken) =>
        await ReleaseFilter.Missing(db.Releases, "no-date").RowAsync("No date", "Readers cannot tell when they were issued.", ReleaseRows.List + "?want=no-date", cancellationToken, names: false);
}

/// <summary>Releases with nobody to ring.</summary>
public sealed class NoContactTask(NewsRoomDbContext db) : IDeskTaskSource
{
    public async Task<DeskTask?> FindAsync(DeskPerson person, CancellationToken cancellationToken) =>
        await ReleaseFilter.Missing(db.Releases, "no-contact").RowAsync("No contact", "A journalist finds nobody to ring.", ReleaseRows.List + "?want=no-contact", cancellationToken, names: false);
}
