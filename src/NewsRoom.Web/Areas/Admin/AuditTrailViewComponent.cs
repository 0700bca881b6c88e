using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>What was done to one thing, latest first: for the page of that thing.</summary>
[ViewComponent(Name = "AuditTrail")]
public sealed class AuditTrailViewComponent(NewsRoomDbContext db) : ViewComponent
{
    private const int Shown = 10;

    public sealed record Trail(string Kind, string ThingId, IReadOnlyList<AuditEntry> Entries, bool IsCut);

    public async Task<IViewComponentResult> InvokeAsync(string kind, int id)
    {
        var thing = id.ToString(CultureInfo.InvariantCulture);
        var entries = await db.Audit.AsNoTracking().OfThing(kind, thing).OrderByDescending(e => e.Id).Take(Shown + 1).ToListAsync(HttpContext.RequestAborted);
        return View("/Areas/Admin/Pages/Audit/_Trail.cshtml", new Trail(kind, thing, [.. entries.Take(Shown)], entries.Count > Shown));
    }
}
