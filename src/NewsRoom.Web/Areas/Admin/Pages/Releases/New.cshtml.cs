using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>A release from scratch.</summary>
[RequestSizeLimit(MaxFormBytes), RequestFormLimits(ValueLengthLimit = MaxFormBytes, BufferBodyLengthLimit = MaxFormBytes)]
public sealed class NewModel(NewsRoomDbContext db, ReleaseStore store, WorkingCopies copies, Hosting.DeskTime time, Microsoft.Extensions.Options.IOptions<Hosting.NewsRoomOptions> options) : ReleaseFormPage(db, copies, time)
{
    /// <param name="restore">Show what this editor typed earlier and did not save.</param>
    public Task<IActionResult> OnGetAsync(bool restore, CancellationToken cancellationToken)
    {
        Input.Language = options.Value.Language;
        return OpenAsync(restore, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        var release = await store.CreateAsync(Input.ToContent(null), By, Input.Note?.Trim(), cancellationToken);
        await Copies.DiscardAsync(EditorId, null, cancellationToken);
        Notify("The draft is saved.");
        return RedirectToPage("/Releases/Summary", new { id = release.Id });
    }
}
