using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>One change of every release on the filtered list: chosen, then shown, then done.</summary>
public sealed class BulkModel(NewsRoomDbContext db, SqliteSearchIndex search, BulkStore store, DeskTime time) : DeskPage
{
    private const int RecentShown = 5;

    [BindProperty(SupportsGet = true, Name = "")]
    public ReleaseFilter Filter { get; set; } = new();

    [BindProperty]
    public BulkForm Input { get; set; } = new();

    public ReleaseChoices Choices { get; private set; } = new([], []);

    public int Count { get; private set; }

    /// <summary>Null before something was chosen.</summary>
    public IReadOnlyList<BulkPlanRow>? Plan { get; private set; }

    public IReadOnlyList<BulkChange> Recent { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (!Check())
            return Page();
        var ids = await Filter.Find(db, search, time.Now, By).OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id).Take(BulkStore.MaxReleases).Select(r => r.Id).ToListAsync(cancellationToken);
        Plan = await store.PlanAsync(ids, Input.ToRequest(), Actor, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDoAsync([FromForm] List<string> pick, CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        var picked = BulkForm.Read(pick);
        if (picked.Count == 0)
            ModelState.AddModelError("", "No release was picked: nothing was changed.");
        if (!Check())
            return Page();
        var change = await store.DoAsync(picked, Input.ToRequest(), Actor, cancellationToken);
        return RedirectToPage("/Releases/BulkResult", new { id = change.Id });
    }

    private BulkActor Actor => new(By, User.IsPublisher());

    private bool Check()
    {
        foreach (var (field, message) in Input.Problems(Choices))
            ModelState.AddModelError("Input." + field, message);
        return ModelState.ErrorCount == 0;
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Choices = await ReleaseChoices.LoadAsync(db, cancellationToken);
        Count = await Filter.Find(db, search, time.Now, By).CountAsync(cancellationToken);
        Recent = await db.BulkChanges.AsNoTracking().OrderByDescending(c => c.Id).Take(RecentShown).ToListAsync(cancellationToken);
    }
}
