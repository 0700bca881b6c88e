using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Areas.Admin.Checks;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Every field of a release. Saving appends a revision; a save over a newer one is refused and loses neither.</summary>
[RequestSizeLimit(MaxFormBytes), RequestFormLimits(ValueLengthLimit = MaxFormBytes, BufferBodyLengthLimit = MaxFormBytes)]
public sealed class EditModel(NewsRoomDbContext db, ReleaseStore store, WorkingCopies copies, DeskTime time, ReleaseChecks checks) : ReleaseFormPage(db, copies, time, checks)
{
    private readonly NewsRoomDbContext _db = db;
    private readonly DeskTime _time = time;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>Whether a save waits for approval instead of showing at once.</summary>
    public bool Waits { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (await _db.Releases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == Id) is not { } release)
        {
            context.Result = NotFound();
            return;
        }

        ReleaseId = Id;
        Waits = release.State == ReleaseState.Approved;
        Status = ReleaseStatus.Of(release.State, release.PublishAt, _time.Now);
        Then = Status switch
        {
            ReleaseStatus.Withdrawn => null,
            ReleaseStatus.Live when User.IsPublisher() => ("publish", "Save and publish the change…"),
            _ when User.IsPublisher() => ("publish", "Save and publish…"),
            ReleaseStatus.Draft => ("submit", "Save and submit for review"),
            _ => null,
        };
        await next();
    }

    /// <param name="restore">Show what this editor typed earlier and did not save.</param>
    public async Task<IActionResult> OnGetAsync(bool restore, CancellationToken cancellationToken)
    {
        var latest = await _db.Revisions.AsNoTracking().Where(r => r.ReleaseId == Id).OrderByDescending(r => r.Number).FirstAsync(cancellationToken);
        var (content, _) = await store.ResolveAsync(latest.Content, cancellationToken);
        Input = ReleaseForm.From(content, latest.Number);
        return await OpenAsync(restore, cancellationToken);
    }

    /// <param name="then">The button that was pressed: what is to follow the save.</param>
    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var begun = await RevisionAsync(Input.Version, cancellationToken);
        return await SaveAsync(begun?.Content ?? new(), Input.ToContent(begun?.Content), then, cancellationToken);
    }

    /// <summary>Saves what the editor chose on the merge screen.</summary>
    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        return await RevisionAsync(Input.Version, cancellationToken) is { } theirs
            ? await SaveAsync(theirs.Content, Merged(theirs), null, cancellationToken)
            : NotFound();
    }

    /// <summary>Puts what the editor chose on the merge screen into the form, to be edited further; nothing is saved.</summary>
    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        if (await RevisionAsync(Input.Version, cancellationToken) is not { } theirs)
            return NotFound();
        var note = Input.Note;
        Input = ReleaseForm.From(Merged(theirs), theirs.Number);
        Input.Note = note;
        ModelState.Clear();
        return await ShowAsync(cancellationToken);
    }

    private ReleaseContent Merged(ReleaseRevision theirs) => ReleaseMerge.Merge(Input.ToContent(theirs.Content), theirs.Content, Choice);

    private async Task<IActionResult> SaveAsync(ReleaseContent begun, ReleaseContent mine, string? then, CancellationToken cancellationToken)
    {
        var outcome = await store.SaveAsync(Id, Input.Version, mine, By, Input.Note?.Trim(), cancellationToken);
        if (outcome.Newer is { } newer)
        {
            var note = Input.Note;
            var version = Input.Version;
            Input = ReleaseForm.From(mine, version);
            Input.Note = note;
            return await ShowConflictAsync(begun, mine, newer, cancellationToken);
        }

        if (outcome.Result != StoreResult.Done)
            return NotFound();
        await Copies.DiscardAsync(EditorId, Id, cancellationToken);
        await Copies.LeaveAsync(EditorId, Id, cancellationToken);
        var step = Then?.Name == then ? then : null;
        if (step == "submit")
            return BackToRelease(await store.SubmitAsync(Id, cancellationToken), Id, $"Saved as version {outcome.Version}, and in review. A publisher finds it on the desk.");
        if (step == "publish")
            return RedirectToPage("/Releases/Publish", new { id = Id });
        return BackToRelease(StoreResult.Done, Id, $"Saved as version {outcome.Version}.");
    }

    private Task<ReleaseRevision?> RevisionAsync(int number, CancellationToken cancellationToken) =>
        _db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.ReleaseId == Id && r.Number == number, cancellationToken);
}
