using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Alerts;

/// <summary>Notes that mail to an address comes back, or that it arrives again.</summary>
public sealed class BounceModel(NewsRoomDbContext db, AuditLog audit, DeskTime time) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Alerts/Index");

    public async Task<IActionResult> OnPostAsync(int id, bool bounced, CancellationToken cancellationToken)
    {
        if (await db.FindAsync<AlertSubscriber>([id], cancellationToken) is not { } subscriber)
            return NotFound();
        if (bounced)
            subscriber.MarkBounced(time.Now);
        else
            subscriber.ClearBounce();
        audit.Record(bounced ? "marked as bouncing" : "marked as arriving", new(AuditKinds.Subscriber, id.ToString(CultureInfo.InvariantCulture), $"Subscriber {id}"));
        await db.SaveChangesAsync(cancellationToken);
        Notify(bounced ? "Nothing is sent to this address until its owner confirms it again." : "Mail is sent to this address again.");
        return RedirectToPage("/Alerts/Index");
    }
}
