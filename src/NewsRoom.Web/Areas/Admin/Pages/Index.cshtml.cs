using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages;

/// <summary>The desk: what needs somebody, as counts that lead to lists.</summary>
public sealed class IndexModel(NewsRoomDbContext db, DeskTime time) : DeskPage
{
    public sealed record DeskTask(string Title, string Why, int Count, string Address);

    public sealed record Row(int Id, string Headline, DateTimeOffset At);

    public int Total { get; private set; }

    public IReadOnlyList<DeskTask> Tasks { get; private set; } = [];

    public IReadOnlyList<Row> Next { get; private set; } = [];

    public IReadOnlyList<Row> Recent { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = time.Now;
        Total = await db.Releases.CountAsync(cancellationToken);
        Tasks =
        [
            new("Enquiries", "Journalists wait for an answer.", await db.Enquiries.CountAsync(e => e.ClosedAt == null, cancellationToken), Url.Page("/Enquiries/Index")!),
            await InStateAsync("In review", "Somebody asked for a second look.", ReleaseStatus.Review, cancellationToken),
            await InStateAsync("Drafts", "Begun and not submitted.", ReleaseStatus.Draft, cancellationToken),
            await WantingAsync("Changes not published", "Saved since the last approval; readers see the older text.", "pending", cancellationToken),
            await WantingAsync("Imported with doubts", "The import names what it was unsure of.", "unsure", cancellationToken),
            new("Open gaps", "Places where the archive lost an address or a link.", await db.Gaps.CountAsync(g => g.MendedAt == null, cancellationToken), Url.Page("/Gaps/Index")!),
            await WantingAsync("No date", "Readers cannot tell when they were issued.", "no-date", cancellationToken),
            await WantingAsync("No contact", "A journalist finds nobody to ring.", "no-contact", cancellationToken),
            new("Contacts not confirmed", "Shown as printed years ago until somebody confirms them.", await db.Contacts.CountAsync(c => c.ConfirmedAt == null && c.MergedIntoId == null, cancellationToken), Url.Page("/Contacts/Index", new { unconfirmed = true })!),
        ];
        Next = await db.Releases.InStatus(ReleaseStatus.Scheduled, now).OrderBy(r => r.PublishAt).Take(5)
            .Select(r => new Row(r.Id, r.Headline, r.PublishAt!.Value)).ToListAsync(cancellationToken);
        Recent = await db.Releases.OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id).Take(5)
            .Select(r => new Row(r.Id, r.Headline, r.UpdatedAt)).ToListAsync(cancellationToken);
    }

    private async Task<DeskTask> InStateAsync(string title, string why, string state, CancellationToken cancellationToken) =>
        new(title, why, await db.Releases.InStatus(state, time.Now).CountAsync(cancellationToken), Url.Page("/Releases/Index", new { state })!);

    private async Task<DeskTask> WantingAsync(string title, string why, string want, CancellationToken cancellationToken) =>
        new(title, why, await ReleaseFilter.Missing(db.Releases, want).CountAsync(cancellationToken), Url.Page("/Releases/Index", new { want })!);
}
