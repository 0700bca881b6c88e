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

        /// <summary>The address of the release that stands in its place; empty for none.</summary>
        [StringLength(300, ErrorMessage = "Use at most 300 characters.")]
        public string? Replacement { get; set; }
    }

    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Headline { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var replacedBy = await ReplacementAsync(cancellationToken);
        var isWrong = replacedBy is null && !string.IsNullOrWhiteSpace(Input.Replacement);
        var result = isWrong ? StoreResult.Refused : await store.WithdrawAsync(Id, Input.Reason!.Trim(), replacedBy, By, cancellationToken);
        if (result != StoreResult.Refused)
            return BackToRelease(result, Id, replacedBy is null ? "The release is withdrawn." : "The release is withdrawn. Its address leads to the one in its place.");
        ModelState.AddModelError("Input.Replacement", "No other live release has this address. Copy it from the page of the release that stands in its place.");
        return await ShowAsync(cancellationToken);
    }

    private async Task<int?> ReplacementAsync(CancellationToken cancellationToken)
    {
        var slug = Input.Replacement?.Trim().TrimEnd('/').Split('/')[^1];
        return string.IsNullOrEmpty(slug) ? null : await db.Releases.Live(time.Now).Where(r => r.Slug == slug).Select(r => (int?)r.Id).FirstOrDefaultAsync(cancellationToken);
    }

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
