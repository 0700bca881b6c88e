using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Redactions;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Areas.Admin.Pages.Redactions;

/// <summary>What was taken out of the archive, how far the present redaction is, and where to begin another.</summary>
public sealed class IndexModel(NewsRoomDbContext db, RedactionDesk desk) : DeskPage
{
    private const int Shown = 100;

    public FindModel.FindInput Input { get; } = new();

    public IReadOnlyList<Redaction> Rows { get; private set; } = [];

    public RedactionStep? Step { get; private set; }

    public string? Outcome { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Step, Outcome) = (desk.Step, desk.Outcome);
        if (Step is not null)
            Response.Headers["Refresh"] = "2";
        Rows = await db.Redactions.AsNoTracking().OrderByDescending(r => r.Id).Take(Shown).ToListAsync(cancellationToken);
    }
}
