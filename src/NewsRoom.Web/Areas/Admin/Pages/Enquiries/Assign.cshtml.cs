using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Enquiries;

namespace NewsRoom.Web.Areas.Admin.Pages.Enquiries;

/// <summary>Says who answers an enquiry.</summary>
public sealed class AssignModel(NewsRoomDbContext db, EnquiryDesk desk) : EnquiryPage
{
    /// <param name="version">The state the editor looked at.</param>
    /// <param name="editor">The account; empty for nobody.</param>
    public async Task<IActionResult> OnPostAsync(int id, int version, string? editor, CancellationToken cancellationToken)
    {
        var chosen = string.IsNullOrEmpty(editor) ? null : await db.Users.Where(u => u.Id == editor).Select(u => new { u.Id, u.DisplayName }).FirstOrDefaultAsync(cancellationToken);
        var done = chosen is null ? "Nobody answers this enquiry yet." : $"{chosen.DisplayName} answers this enquiry.";
        return Back(await desk.AssignAsync(id, version, chosen?.Id, chosen?.DisplayName, cancellationToken), id, done);
    }
}
