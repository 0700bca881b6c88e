using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Every field of a release. Saving appends a revision; a save over a newer one is refused and loses neither.</summary>
[RequestSizeLimit(MaxFormBytes), RequestFormLimits(ValueLengthLimit = MaxFormBytes, BufferBodyLengthLimit = MaxFormBytes)]
public sealed class EditModel(NewsRoomDbContext db, ReleaseStore store, DeskTime time) : ReleaseFormPage(db)
{
    private readonly NewsRoomDbContext _db = db;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Status { get; private set; } = "";

    /// <summary>Whether a save waits for approval instead of showing at once.</summary>
    public bool Waits { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var row = await _db.Releases.Where(r => r.Id == Id).Select(r => new { r.State, r.PublishAt }).FirstOrDefaultAsync();
        if (row is null)
        {
            context.Result = NotFound();
            return;
        }

        ReleaseId = Id;
        Waits = row.State == ReleaseState.Approved;
        Status = ReleaseStatus.Label(ReleaseStatus.Of(row.State, row.PublishAt, time.Now));
        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var latest = await _db.Revisions.AsNoTracking().Where(r => r.ReleaseId == Id).OrderByDescending(r => r.Number).FirstAsync(cancellationToken);
        var (content, _) = await store.ResolveAsync(latest.Content, cancellationToken);
        Input = ReleaseForm.From(content, latest.Number);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var begun = await _db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.ReleaseId == Id && r.Number == Input.Version, cancellationToken);
        var mine = Input.ToContent(begun?.Content);
        var outcome = await store.SaveAsync(Id, Input.Version, mine, By, Input.Note?.Trim(), cancellationToken);
        return outcome switch
        {
            { Newer: { } newer } => await ShowConflictAsync(mine, newer, cancellationToken),
            { Result: StoreResult.Done } => BackToRelease(StoreResult.Done, Id, $"Saved as version {outcome.Version}."),
            _ => NotFound(),
        };
    }
}
