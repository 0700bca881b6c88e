using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>The rendered body alone, for the live preview beside the form.</summary>
[RequestSizeLimit(6_000_000), RequestFormLimits(ValueLengthLimit = 6_000_000, BufferBodyLengthLimit = 6_000_000)]
public sealed class PreviewModel : DeskPage
{
    public IActionResult OnGet() => RedirectToPage("/Releases/Index");

    public IActionResult OnPost([FromForm] string? body)
    {
        if (body?.Length > ReleaseContent.MaxBody)
            return BadRequest();
        return Content(MarkdownRenderer.Render(body ?? "").Html, "text/html; charset=utf-8");
    }
}
