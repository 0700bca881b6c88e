using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>What writing a new release and editing one share: the form, its choices, and the buttons that only show it again.</summary>
public abstract class ReleaseFormPage(NewsRoomDbContext db) : DeskPage
{
    /// <summary>A body of 500,000 characters that the browser encodes to three bytes each.</summary>
    protected const int MaxFormBytes = 6_000_000;

    [BindProperty]
    public ReleaseForm Input { get; set; } = new() { Language = "en" };

    public ReleaseChoices Choices { get; private set; } = new([], []);

    /// <summary>The rendered body, when the editor asked to see it.</summary>
    public string? PreviewHtml { get; private set; }

    /// <summary>What differs between what the editor wrote (Before) and a newer save of somebody else (After); empty without a conflict.</summary>
    public IReadOnlyList<FieldChange> Conflict { get; protected set; } = [];

    public string ConflictBy { get; protected set; } = "";

    /// <summary>The release behind the form; null while it is new.</summary>
    public int? ReleaseId { get; protected set; }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        PreviewHtml = (await db.RenderBodyAsync(Input.Body ?? "", cancellationToken)).Html;
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Shows the form with its contacts as the editor arranged them; nothing is saved.</summary>
    public async Task<IActionResult> OnPostContactsAsync(CancellationToken cancellationToken)
    {
        Input.ArrangeContacts();
        ModelState.Clear();
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Shows the form with its attachments as the editor arranged them; nothing is saved.</summary>
    public async Task<IActionResult> OnPostAttachmentsAsync(CancellationToken cancellationToken)
    {
        Input.ArrangeAttachments();
        ModelState.Clear();
        return await ShowAsync(cancellationToken);
    }

    protected async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Choices = await ReleaseChoices.LoadAsync(db, cancellationToken);
        return Page();
    }

    /// <summary>Shows both texts field by field. The form keeps what the editor wrote, and its next save is one over the newer version.</summary>
    protected async Task<IActionResult> ShowConflictAsync(ReleaseContent mine, ReleaseRevision newer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(newer);
        var page = await ShowAsync(cancellationToken);
        Conflict = ReleaseComparison.Between(mine, newer.Content, Choices);
        ConflictBy = newer.CreatedBy;
        Input.ArrangeContacts();
        Input.ArrangeAttachments();
        Input.Version = newer.Number;
        ModelState.Clear();
        ModelState.AddModelError("", $"Your text is not saved yet: {newer.CreatedBy} saved version {newer.Number} while you were writing. Nothing is lost; compare the two below.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }
}
