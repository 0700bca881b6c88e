using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Web.Areas.Admin.Tasks;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages;

/// <summary>The desk: what needs somebody, as counts that lead to lists; what goes out next; what changed last.</summary>
public sealed class IndexModel(NewsRoomDbContext db, DeskTasks tasks, DeskTime time) : DeskPage
{
    private const int Shown = 5;

    public sealed record Row(int Id, string Headline, DateTimeOffset At, bool IsEmbargo = false);

    public int Total { get; private set; }

    public IReadOnlyList<DeskTask> Tasks { get; private set; } = [];

    public IReadOnlyList<Row> Next { get; private set; } = [];

    public IReadOnlyList<Row> Recent { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Total = await db.Releases.CountAsync(cancellationToken);
        Tasks = await tasks.FindAsync(DeskPerson.Of(User), cancellationToken);
        Next = await db.Releases.InStatus(ReleaseStatus.Scheduled, time.Now).OrderBy(r => r.PublishAt).Take(Shown)
            .Select(r => new Row(r.Id, r.Headline, r.PublishAt!.Value, r.IsEmbargo)).ToListAsync(cancellationToken);
        Recent = await db.Releases.OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id).Take(Shown)
            .Select(r => new Row(r.Id, r.Revisions.Where(v => v.Number == r.LatestRevisionNumber).Select(v => v.Headline).First(), r.UpdatedAt, false)).ToListAsync(cancellationToken);
    }
}
