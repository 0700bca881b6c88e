using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Enquiries;

/// <summary>The inbox: open enquiries by deadline, those without one by arrival; closed ones newest first.</summary>
public sealed class IndexModel(NewsRoomDbContext db) : DeskPage
{
    private const int PageSize = 50;

    public sealed record Row(int Id, string Name, string? Outlet, string Question, DateTimeOffset? DeadlineAt, DateTimeOffset ReceivedAt, string? AssignedTo, DateTimeOffset? ClosedAt);

    /// <summary>"closed" or "mine"; else what is open.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>1-based.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

    public int Open { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = db.Enquiries.AsNoTracking();
        Open = await all.CountAsync(e => e.ClosedAt == null, cancellationToken);
        var shown = Show switch
        {
            "closed" => all.Where(e => e.ClosedAt != null).OrderByDescending(e => e.ClosedAt).ThenByDescending(e => e.Id),
            "mine" => all.Where(e => e.ClosedAt == null && e.AssignedToId == EditorId).OrderBy(e => e.DeadlineAt == null).ThenBy(e => e.DeadlineAt).ThenBy(e => e.ReceivedAt),
            _ => all.Where(e => e.ClosedAt == null).OrderBy(e => e.DeadlineAt == null).ThenBy(e => e.DeadlineAt).ThenBy(e => e.ReceivedAt),
        };
        P = Math.Clamp(P, 1, 1000);
        var rows = await shown.Skip((P - 1) * PageSize).Take(PageSize + 1).Select(e => new Row(e.Id, e.Name, e.Outlet, e.Question.Substring(0, 160), e.DeadlineAt, e.ReceivedAt, e.AssignedTo, e.ClosedAt)).ToListAsync(cancellationToken);
        (Rows, HasNext) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
    }
}
