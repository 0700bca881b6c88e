using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Enquiries;

namespace NewsRoom.Web.Areas.Admin.Pages.Enquiries;

/// <summary>Closes an enquiry: its retention period begins.</summary>
public sealed class CloseModel(EnquiryDesk desk) : EnquiryPage
{
    /// <param name="version">The state the editor looked at.</param>
    public async Task<IActionResult> OnPostAsync(int id, int version, CancellationToken cancellationToken) => Back(await desk.CloseAsync(id, version, By, cancellationToken), id, "The enquiry is closed.");
}
