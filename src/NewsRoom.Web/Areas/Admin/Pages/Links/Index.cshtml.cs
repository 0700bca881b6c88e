using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.Links;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Areas.Admin.Pages.Links;

/// <summary>The web addresses in releases that do not answer, and all of them on request.</summary>
public sealed class IndexModel(NewsRoomDbContext db, LinkDesk desk, AuditLog audit, IOptions<LinkCheckOptions> options) : DeskPage
{
    private const int PageSize = 100;

    public sealed record Row(int Id, string Address, LinkState State, int? Status, string? Message, string? LeadsTo, DateTimeOffset? CheckedAt, bool Fails, IReadOnlyList<(int Id, string Headline)> Releases);

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The last link of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    public LinkChecks Checks => options.Value.Check;

    public int EveryDays => options.Value.EveryDays;

    public int Left => desk.Left;

    public int Known { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Known = await db.Links.CountAsync(cancellationToken);
        var links = All ? db.Links : db.Links.Failing();
        var found = await links.AsNoTracking().Where(l => After == null || l.Id > After).OrderBy(l => l.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Next = found.Count > PageSize ? found[PageSize - 1].Id : null;
        var ids = found.Take(PageSize).Select(l => l.Id).ToList();
        var uses = (await db.Set<LinkUse>().Where(u => ids.Contains(u.LinkId)).Join(db.Releases, u => u.ReleaseId, r => r.Id, (u, r) => new { u.LinkId, r.Id, r.Headline }).ToListAsync(cancellationToken)).ToLookup(u => u.LinkId);
        Rows = [.. found.Take(PageSize).Select(l => new Row(l.Id, l.Address, l.State, l.Status, l.Message, l.LeadsTo, l.CheckedAt, l.Fails, [.. uses[l.Id].Select(u => (u.Id, u.Headline))]))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Checks == LinkChecks.Off)
        {
            Notify("Links are not checked here: the setting Links:Check is Off.");
            return RedirectToPage();
        }

        audit.Record(AuditVerbs.Started, new(AuditKinds.Links, "all", "Check of links"));
        await db.SaveChangesAsync(cancellationToken);
        desk.Ask(null);
        Notify("The links are being visited. That takes a while: no site is asked more often than once a second.");
        return RedirectToPage();
    }
}
