using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>The rendered body alone, for the live preview beside the form.</summary>
[RequestSizeLimit(6_000_000), RequestFormLimits(ValueLengthLimit = 6_000_000, BufferBodyLengthLimit = 6_000_000)]
public sealed class PreviewModel(NewsRoomDbContext db) : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Releases/Index");

    public async Task<IActionResult> OnPostAsync([FromForm] string? body, CancellationToken cancellationToken)
    {
        if (body?.Length > ReleaseContent.MaxBody)
            return BadRequest();
        return Content((await db.RenderBodyAsync(body ?? "", cancellationToken)).Html, "text/html; charset=utf-8");
    }
}
