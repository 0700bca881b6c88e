using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Takes a live release back, with a reason that readers see.</summary>
public sealed class WithdrawModel(NewsRoomDbContext db, ReleaseStore store, DeskTime time) : DeskPage
{
    public sealed class WithdrawInput
    {
        [Required(ErrorMessage = "Write the reason: readers who follow an old link are told it."), StringLength(500, ErrorMessage = "Use at most 500 characters.")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Headline { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ModelState.IsValid
        ? BackToRelease(await store.WithdrawAsync(Id, Input.Reason!.Trim(), cancellationToken), Id, "The release is withdrawn.")
        : await ShowAsync(cancellationToken);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await db.Releases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == Id, cancellationToken) is not { } release)
            return NotFound();
        if (!release.Allows(ReleaseStep.Withdraw, time.Now))
            return BackToRelease(StoreResult.NotLegal, Id, "");
        Headline = release.Headline;
        return Page();
    }
}
