using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Areas.Admin.Pages.Links;

/// <summary>Has the links of one release visited now.</summary>
public sealed class ReleaseModel(NewsRoomDbContext db, LinkDesk desk, AuditLog audit, IOptions<LinkCheckOptions> options) : DeskPage
{
    public IActionResult OnGet(int id) => RedirectToPage("/Releases/Summary", new { id });

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Releases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } release)
            return NotFound();
        if (options.Value.Check == LinkChecks.Off)
            return BackToRelease(StoreResult.Done, id, "Links are not checked here: the setting Links:Check is Off.");
        audit.Record(AuditVerbs.Started, new(AuditKinds.Links, id.ToString(CultureInfo.InvariantCulture), release.Headline));
        await db.SaveChangesAsync(cancellationToken);
        desk.Ask(id);
        return BackToRelease(StoreResult.Done, id, "Its links are being visited. What does not answer appears among the checks.");
    }
}
