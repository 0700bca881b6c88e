using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Enquiries;

namespace NewsRoom.Web.Areas.Admin.Pages.Enquiries;

/// <summary>Opens a closed enquiry again.</summary>
public sealed class ReopenModel(EnquiryDesk desk) : EnquiryPage
{
    /// <param name="version">The state the editor looked at.</param>
    public async Task<IActionResult> OnPostAsync(int id, int version, CancellationToken cancellationToken) => Back(await desk.ReopenAsync(id, version, cancellationToken), id, "The enquiry is open again.");
}
