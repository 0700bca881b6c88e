using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Web.Areas.Admin.Checks;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>A release from scratch.</summary>
[RequestSizeLimit(MaxFormBytes), RequestFormLimits(ValueLengthLimit = MaxFormBytes, BufferBodyLengthLimit = MaxFormBytes)]
public sealed class NewModel(NewsRoomDbContext db, ReleaseStore store, WorkingCopies copies, DeskTime time, ReleaseChecks checks, IOptions<NewsRoomOptions> options) : ReleaseFormPage(db, copies, time, checks)
{
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Then = User.IsPublisher() ? ("publish", "Save and publish…") : ("submit", "Save and submit for review");

    /// <param name="restore">Show what this editor typed earlier and did not save.</param>
    public Task<IActionResult> OnGetAsync(bool restore, CancellationToken cancellationToken)
    {
        Input.Language = options.Value.Language;
        return OpenAsync(restore, cancellationToken);
    }

    /// <param name="then">The button that was pressed: what is to follow the save.</param>
    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var release = await store.CreateAsync(Input.ToContent(null), By, Input.Note?.Trim(), cancellationToken);
        await Copies.DiscardAsync(EditorId, null, cancellationToken);
        if (then == "submit")
            return BackToRelease(await store.SubmitAsync(release.Id, cancellationToken), release.Id, "The draft is saved, and in review. A publisher finds it on the desk.");
        if (then == "publish" && User.IsPublisher())
            return RedirectToPage("/Releases/Publish", new { id = release.Id });
        Notify("The draft is saved.");
        return RedirectToPage("/Releases/Summary", new { id = release.Id });
    }
}
