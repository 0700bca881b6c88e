using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Areas.Admin.Pages.Releases;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Review;

/// <summary>What waits for a publisher, each opened in place: the difference, approve, send back with a note.</summary>
public sealed class IndexModel(NewsRoomDbContext db, ReleaseStore store, DeskTime time) : DeskPage
{
    private const int MaxItems = 50;

    public sealed record Item(int Id, string Title, string Status, bool IsLive, int Version, string By, DateTimeOffset At, string? Note, int? ApprovedVersion, DateTimeOffset? PublishAt,
        ApprovalQuestions Asked, IReadOnlyList<PublishRefusal> Refusals, IReadOnlyList<FieldChange> Changes)
    {
        public string ApproveLabel => IsLive ? "Publish the change" : PublishAt is null ? "Approve and publish now" : "Approve the change";
    }

    [BindProperty]
    public int Id { get; set; }

    [BindProperty]
    public PublishModel.PublishInput Input { get; set; } = new();

    [BindProperty]
    public string? BackNote { get; set; }

    public IReadOnlyList<Item> Items { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken)
    {
        // What is scheduled keeps its time and its embargo.
        var planned = await db.Releases.Where(r => r.Id == Id && r.State == ReleaseState.Approved && r.PublishAt > time.Now).Select(r => new { r.PublishAt, r.IsEmbargo }).FirstOrDefaultAsync(cancellationToken);
        Input.IsEmbargo = planned?.IsEmbargo == true;
        var outcome = await store.ApproveAsync(Id, Input.ToApproval(By, planned?.PublishAt), cancellationToken);
        if (outcome.Result == StoreResult.Refused)
        {
            foreach (var refusal in outcome.Refusals)
                ModelState.AddModelError("", refusal.Message);
            return await ShowAsync(cancellationToken);
        }

        return Answer(outcome.Result, planned is null ? "Published." : "The change is approved.");
    }

    public async Task<IActionResult> OnPostSendBackAsync(CancellationToken cancellationToken)
    {
        var note = BackNote?.Trim();
        if (string.IsNullOrEmpty(note) || note.Length > ReviewNote.MaxText)
        {
            ModelState.AddModelError("", $"Tell the writer in at most {ReviewNote.MaxText} characters what should change.");
            return await ShowAsync(cancellationToken);
        }

        return Answer(await store.SendBackAsync(Id, Input.Version, note, By, cancellationToken), "It is sent back with your note.");
    }

    private IActionResult Answer(StoreResult result, string done)
    {
        if (result == StoreResult.NotFound)
            return NotFound();
        Notify(result switch
        {
            StoreResult.Done => done,
            StoreResult.Outdated => "Nothing was changed: somebody has saved the release since you opened the queue. Look at it again first.",
            _ => "Nothing was changed: the release no longer stands where that is possible.",
        });
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var now = time.Now;
        var choices = await ReleaseChoices.LoadAsync(db, cancellationToken);
        var waiting = await db.Releases.AsNoTracking().AwaitingReview(db.ReviewNotes).OrderBy(r => r.UpdatedAt).ThenBy(r => r.Id).Take(MaxItems).ToListAsync(cancellationToken);
        var items = new List<Item>();
        foreach (var release in waiting)
            items.Add(await ItemAsync(release, choices, now, cancellationToken));
        Items = items;
        return Page();
    }

    private async Task<Item> ItemAsync(Release release, ReleaseChoices choices, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var versions = await db.Revisions.AsNoTracking().Where(v => v.ReleaseId == release.Id && (v.Number == release.LatestRevisionNumber || v.Number == release.ApprovedRevisionNumber))
            .OrderByDescending(v => v.Number).ToListAsync(cancellationToken);
        var latest = versions[0];
        var approved = versions.Count > 1 ? versions[1].Content : new ReleaseContent { Language = latest.Language };
        return new Item(
            release.Id, latest.Headline.Length > 0 ? latest.Headline : "(no headline)", ReleaseStatus.Of(release.State, release.PublishAt, now), release.IsLive(now),
            latest.Number, latest.CreatedBy, latest.CreatedAt, latest.Note, versions.Count > 1 ? release.ApprovedRevisionNumber : null, release.IsScheduled(now) ? release.PublishAt : null,
            await store.QuestionsAsync(release, latest, By, now, cancellationToken), release.RefusalsFor(latest.Content, now, now, await db.AttachedAsync(latest.Content, cancellationToken)), ReleaseComparison.Between(approved, latest.Content, choices));
    }
}
