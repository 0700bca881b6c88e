using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Another address for a release; one that was public leads on.</summary>
public sealed class AddressModel(NewsRoomDbContext db, ReleaseStore store, DeskTime time) : DeskPage
{
    public sealed class AddressInput
    {
        public string? Slug { get; set; }
    }

    [BindProperty]
    public AddressInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Headline { get; private set; } = "";

    /// <summary>Whether the address still follows the headline.</summary>
    public bool Follows { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(true, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Slug.TryParse(Input.Slug?.Trim(), out var slug))
        {
            ModelState.AddModelError("Input.Slug", "Use small letters, digits and single hyphens, such as summit-opens-in-geneva.");
            return await ShowAsync(false, cancellationToken);
        }

        var result = await store.MoveAsync(Id, slug, cancellationToken);
        if (result != StoreResult.Refused)
            return BackToRelease(result, Id, "The address is changed.");
        ModelState.AddModelError("Input.Slug", "Another release has this address, or had it. Choose another one.");
        return await ShowAsync(false, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(bool isFirst, CancellationToken cancellationToken)
    {
        if (await db.Releases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == Id, cancellationToken) is not { } release)
            return NotFound();
        Headline = release.Headline;
        Follows = !release.WasEverPublic(time.Now);
        if (isFirst)
            Input.Slug = release.Slug;
        return Page();
    }
}
