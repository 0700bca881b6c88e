using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Enquiries;

namespace NewsRoom.Web.Areas.Admin.Pages.Enquiries;

/// <summary>Deletes an enquiry before its time, after saying what that means.</summary>
public sealed class DeleteModel(NewsRoomDbContext db, EnquiryDesk desk) : DeskPage
{
    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        Id = id;
        Name = await db.Enquiries.Where(e => e.Id == id).Select(e => e.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
        return Name.Length == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.DeleteAsync(id, cancellationToken) == StoreResult.NotFound)
            return NotFound();
        Notify("The enquiry is deleted.");
        return RedirectToPage("/Enquiries/Index");
    }
}
