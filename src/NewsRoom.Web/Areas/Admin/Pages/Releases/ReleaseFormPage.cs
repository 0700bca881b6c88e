using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Areas.Admin.Checks;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>What writing a new release and editing one share: the form, its choices, the working copy, and the buttons that only show it again.</summary>
public abstract class ReleaseFormPage(NewsRoomDbContext db, WorkingCopies copies, DeskTime time, ReleaseChecks checks) : DeskPage
{
    /// <summary>A body of 500,000 characters that the browser encodes to three bytes each.</summary>
    protected const int MaxFormBytes = 6_000_000;

    [BindProperty]
    public ReleaseForm Input { get; set; } = new() { Language = "en" };

    /// <summary>On the merge screen: for each field that differs, whose text it takes.</summary>
    [BindProperty]
    public Dictionary<string, string> Choice { get; set; } = [];

    public ReleaseChoices Choices { get; private set; } = new([], []);

    /// <summary>The rendered body, when the editor asked to see it.</summary>
    public string? PreviewHtml { get; private set; }

    /// <summary>The fields that this editor and somebody else left different; empty without a conflict.</summary>
    public IReadOnlyList<MergeField> Conflict { get; protected set; } = [];

    public string ConflictBy { get; protected set; } = "";

    /// <summary>What this editor typed earlier and did not save; null when there is nothing of the kind.</summary>
    public DateTimeOffset? UnsavedAt { get; private set; }

    /// <summary>The version that the unsaved text was begun from.</summary>
    public int UnsavedVersion { get; private set; }

    public IReadOnlyList<Presence> Others { get; private set; } = [];

    /// <summary>What can be said against the text as it stands in the form.</summary>
    public IReadOnlyList<ReleaseCheck> Checks { get; private set; } = [];

    /// <summary>The latest versions, newest first.</summary>
    public IReadOnlyList<HistoryRow> History { get; private set; } = [];

    /// <summary>Where the release stands, in a word; empty while it is new.</summary>
    public string Status { get; protected set; } = "";

    /// <summary>What may follow a save at once: its name as the button sends it, and its label; null when nothing may.</summary>
    public (string Name, string Label)? Then { get; protected set; }

    public sealed record HistoryRow(int Number, string By, DateTimeOffset At, string? Note);

    /// <summary>The release behind the form; null while it is new.</summary>
    public int? ReleaseId { get; protected set; }

    protected WorkingCopies Copies => copies;

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

    /// <summary>Keeps what is typed as this editor's working copy, and says who else is here. The history does not notice.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        var at = await KeepAsync(cancellationToken);
        Choices = await ReleaseChoices.LoadAsync(db, cancellationToken);
        await CheckAsync(cancellationToken);
        return await HereAsync(time.Clock(at), cancellationToken);
    }

    /// <summary>The form reports that it is still open.</summary>
    public Task<IActionResult> OnPostHereAsync(CancellationToken cancellationToken) => HereAsync(null, cancellationToken);

    /// <summary>The form was closed.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken)
    {
        if (ReleaseId is { } id)
            await copies.LeaveAsync(EditorId, id, cancellationToken);
        return new NoContentResult();
    }

    /// <summary>Throws the working copy away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        await copies.DiscardAsync(EditorId, ReleaseId, cancellationToken);
        return RedirectToPage(ReleaseId is null ? "/Releases/New" : "/Releases/Edit", null, ReleaseId is { } id ? new { id } : null);
    }

    /// <summary>Shows what is typed on the public page's own layout.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancellationToken)
    {
        await KeepAsync(cancellationToken);
        return LocalRedirect($"{Workflow.PreviewPath}/own/{ReleaseId ?? 0}");
    }

    protected async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Choices = await ReleaseChoices.LoadAsync(db, cancellationToken);
        await CheckAsync(cancellationToken);
        if (ReleaseId is { } id)
        {
            Others = await copies.OthersAsync(EditorId, id, cancellationToken);
            History = await db.Revisions.Where(r => r.ReleaseId == id).OrderByDescending(r => r.Number).Take(5).Select(r => new HistoryRow(r.Number, r.CreatedBy, r.CreatedAt, r.Note)).ToListAsync(cancellationToken);
        }

        return Page();
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var release = ReleaseId is { } id ? await db.Releases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken) : null;
        Checks = await checks.FindAsync(new(release, Input.TryContent(), Choices), cancellationToken);
    }

    /// <summary>Opens the form: with what was typed earlier when the editor asks for it, else with a word that it is there.</summary>
    protected async Task<IActionResult> OpenAsync(bool restore, CancellationToken cancellationToken)
    {
        if (ReleaseId is { } id)
            await copies.OpenAsync(EditorId, By, id, cancellationToken);
        if (await copies.FindAsync(EditorId, ReleaseId, cancellationToken) is { } copy && WorkingText.Read(copy) is { } typed && !typed.Says(Input))
        {
            if (restore)
            {
                Input = typed;
                Input.ArrangeContacts();
                Input.ArrangeAttachments();
            }
            else
            {
                UnsavedAt = copy.SavedAt;
                UnsavedVersion = copy.BaseVersion;
            }
        }

        return await ShowAsync(cancellationToken);
    }

    /// <summary>Shows both texts field by field, keeps what the editor wrote as the working copy, and lets the next save be one over the newer version.</summary>
    protected async Task<IActionResult> ShowConflictAsync(ReleaseContent begun, ReleaseContent mine, ReleaseRevision newer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(newer);
        await KeepAsync(cancellationToken);
        var page = await ShowAsync(cancellationToken);
        Conflict = ReleaseMerge.Fields(begun, mine, newer.Content, Choices);
        ConflictBy = newer.CreatedBy;
        Input.ArrangeContacts();
        Input.ArrangeAttachments();
        Input.Version = newer.Number;
        ModelState.Clear();
        ModelState.AddModelError("", $"Your text is not saved yet: {newer.CreatedBy} saved version {newer.Number} while you were writing. Nothing is lost; choose for each field below.");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private Task<DateTimeOffset> KeepAsync(CancellationToken cancellationToken) => copies.KeepAsync(EditorId, ReleaseId, Input.Version, WorkingText.Write(Input), cancellationToken);

    private async Task<IActionResult> HereAsync(string? saved, CancellationToken cancellationToken)
    {
        var others = new List<string>();
        var newest = 0;
        if (ReleaseId is { } id)
        {
            await copies.ReportAsync(EditorId, By, id, cancellationToken);
            others = [.. (await copies.OthersAsync(EditorId, id, cancellationToken)).Select(p => $"{p.Name} has this release open since {time.Clock(p.OpenedAt)}.")];
            newest = await db.Releases.Where(r => r.Id == id).Select(r => r.LatestRevisionNumber).FirstAsync(cancellationToken);
        }

        return new JsonResult(new { saved, others, newest, checks = saved is null ? null : Checks });
    }
}
