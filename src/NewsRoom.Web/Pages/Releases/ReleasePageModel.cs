using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>What the pages under a release's address share: where they lead when it is not live.</summary>
public abstract class ReleasePageModel(NewsRoomDbContext db, TimeProvider clock) : PageModel
{
    protected NewsRoomDbContext Db => db;

    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A redirect for ever, 410 with the reason, or 404.</summary>
    /// <param name="suffix">What follows the slug in this page's address.</param>
    protected async Task<IActionResult> ElsewhereAsync(string slug, string suffix, CancellationToken ct)
    {
        switch (await ReleaseAddress.ResolveAsync(db, slug, Now, ct))
        {
            case ReleaseAddress.Moved moved:
                return RedirectPermanent($"/releases/{moved.Slug}{suffix}");
            case ReleaseAddress.Gone gone:
                HttpContext.Items[typeof(ReleaseAddress.Gone)] = gone;
                return StatusCode(StatusCodes.Status410Gone);
            default:
                return NotFound();
        }
    }
}
