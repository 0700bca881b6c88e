using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Mail;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Alerts;

/// <summary>Who receives mail, and letters that were not sent. For administrators alone: the addresses are people's.</summary>
public sealed class IndexModel(NewsRoomDbContext db, DeskTime time) : DeskPage
{
    private const int PageSize = 100;

    public sealed record Row(int Id, string Email, AlertFrequency Frequency, bool WantsAll, int Themes, int Releases, DateTimeOffset SinceAt, DateTimeOffset? BouncedAt);

    public sealed record Letter(int Id, string To, string Subject, OutboxState State, DateTimeOffset QueuedAt, int Tries);

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The last subscriber of the part before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    public int Total { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>Letters that failed or were cut off.</summary>
    public IReadOnlyList<Letter> Stuck { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = db.AlertSubscribers.AsNoTracking();
        Total = await all.CountAsync(cancellationToken);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var part = Q.Trim().ToLowerInvariant();
            all = all.Where(s => s.Email.Contains(part));
        }

        if (After is { } after)
            all = all.Where(s => s.Id > after);
        var found = await all.OrderBy(s => s.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Rows = [.. found.Take(PageSize).Select(s => new Row(s.Id, s.Email, s.Frequency, s.WantsAll, s.ThemeIds.Count, s.ReleaseIds.Count, s.SinceAt, s.BouncedAt))];
        Next = found.Count > PageSize ? Rows[^1].Id : null;
        Waiting = await db.Outbox.CountAsync(m => m.State == OutboxState.Waiting, cancellationToken);
        var cutOff = time.Now - Outbox.ClaimLasts;
        Stuck = await db.Outbox.AsNoTracking().Where(m => m.State == OutboxState.Failed || (m.State == OutboxState.Claimed && m.ClaimedAt < cutOff)).OrderByDescending(m => m.Id).Take(PageSize)
            .Select(m => new Letter(m.Id, m.To, m.Subject, m.State, m.QueuedAt, m.Tries)).ToListAsync(cancellationToken);
    }
}
