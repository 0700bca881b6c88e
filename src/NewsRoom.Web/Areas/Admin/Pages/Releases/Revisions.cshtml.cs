using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Every saved version of a release.</summary>
public sealed class RevisionsModel(NewsRoomDbContext db) : DeskPage
{
    public sealed record Row(int Number, string Headline, string By, DateTimeOffset At, string? Note);

    public int Id { get; private set; }

    public int? Approved { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        Id = id;
        Rows = await db.Revisions.Where(r => r.ReleaseId == id).OrderByDescending(r => r.Number)
            .Select(r => new Row(r.Number, r.Headline, r.CreatedBy, r.CreatedAt, r.Note)).ToListAsync(cancellationToken);
        Approved = await db.Releases.Where(r => r.Id == id).Select(r => r.ApprovedRevisionNumber).FirstOrDefaultAsync(cancellationToken);
        return Rows.Count == 0 ? NotFound() : Page();
    }
}
