using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Enquiries;

/// <summary>A change of an enquiry: a post that leads back to it.</summary>
public abstract class EnquiryPage : DeskPage
{
    public IActionResult OnGet(int id) => RedirectToPage("/Enquiries/Details", new { id });

    protected IActionResult Back(StoreResult result, int id, string done)
    {
        if (result == StoreResult.NotFound)
            return NotFound();
        Notify(result == StoreResult.Done ? done : "Nothing was changed: somebody else has worked on this enquiry since you opened it. Look at it again first.");
        return RedirectToPage("/Enquiries/Details", new { id });
    }
}
