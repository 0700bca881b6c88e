using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.Mail;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Alerts;

/// <summary>Queues a letter again that failed or was cut off.</summary>
public sealed class AgainModel(NewsRoomDbContext db, AuditLog audit, DeskTime time) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Alerts/Index");

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.FindAsync<OutboxMail>([id], cancellationToken) is not { State: OutboxState.Failed or OutboxState.Claimed } letter)
            return NotFound();
        letter.SendAgain(time.Now);
        audit.Record(AuditVerbs.Resumed, new(AuditKinds.Letter, id.ToString(CultureInfo.InvariantCulture), $"Letter {id}"));
        await db.SaveChangesAsync(cancellationToken);
        Notify("The letter waits to be sent.");
        return RedirectToPage("/Alerts/Index");
    }
}
