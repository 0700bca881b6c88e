using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Alerts;

/// <summary>Deletes an address on its owner's word.</summary>
public sealed class RemoveModel(AlertSignUp signUp, NewsRoomDbContext db, AuditLog audit) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Alerts/Index");

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await signUp.RemoveAsync(id, cancellationToken))
            return NotFound();
        audit.Record(AuditVerbs.Deleted, new(AuditKinds.Subscriber, id.ToString(CultureInfo.InvariantCulture), $"Subscriber {id}"));
        await db.SaveChangesAsync(cancellationToken);
        Notify("The address is deleted, with all that waited for it.");
        return RedirectToPage("/Alerts/Index");
    }
}
