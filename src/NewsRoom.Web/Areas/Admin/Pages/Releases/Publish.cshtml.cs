using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Areas.Admin.Checks;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>The last look before a release goes out, now or at a time in the newsroom's zone.</summary>
public sealed class PublishModel(NewsRoomDbContext db, ReleaseStore store, DeskTime time, ReleaseChecks checks) : DeskPage
{
    public sealed class PublishInput
    {
        /// <summary>The revision the publisher looked at.</summary>
        public int Version { get; set; }

        /// <summary>"now" or "at".</summary>
        public string? When { get; set; }

        /// <summary>What the newsroom's clock shows then.</summary>
        public string? At { get; set; }

        /// <summary>1 or 2, for a time that the clock shows twice.</summary>
        public int? Which { get; set; }

        public bool IsEmbargo { get; set; }

        /// <summary>What the change to a live release is to readers.</summary>
        public ChangeKind? Kind { get; set; }

        public string? NoteText { get; set; }

        public NotePlace NotePlace { get; set; }

        /// <summary>Why nobody else looks first.</summary>
        public string? LoneReason { get; set; }

        public Approval ToApproval(string by, DateTimeOffset? at) => new(Version, by)
        {
            PublishAt = at,
            IsEmbargo = IsEmbargo,
            Change = Kind is { } kind ? new ChangeNote(kind, NoteText?.Trim(), NotePlace) : null,
            LoneReason = LoneReason?.Trim(),
        };
    }

    [BindProperty]
    public PublishInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public string Title { get; private set; } = "";

    public bool IsLive { get; private set; }

    public int? ApprovedNumber { get; private set; }

    public IReadOnlyList<ReleaseCheck> Refusals { get; private set; } = [];

    public IReadOnlyList<ReleaseCheck> Advice { get; private set; } = [];

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public ApprovalQuestions Asked { get; private set; } = new(false, false);

    /// <summary>The addresses where readers meet it.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    /// <summary>How many people get it by mail; of a live release: how many a note on the change goes to.</summary>
    public AlertAudience Audience { get; private set; } = new(0, 0);

    public DateTimeOffset? PublishAt { get; private set; }

    public IReadOnlyList<DateTimeOffset> Repeated { get; private set; } = [];

    /// <summary>The time that was chosen, once it could be read.</summary>
    public DateTimeOffset? Chosen { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(true, cancellationToken);

    /// <summary>Shows the chosen time in both zones; nothing goes out.</summary>
    public async Task<IActionResult> OnPostTimeAsync(CancellationToken cancellationToken)
    {
        Input.When = "at";
        var when = PublishTime.Read(Input.At, Input.Which, time.Zone, time.ZoneName, time.Now);
        (Repeated, Chosen) = (when.Repeated, when.At);
        if (when.Problem is { } problem)
            ModelState.AddModelError("Input." + problem.Field, problem.Message);
        return await ShowAsync(false, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var when = Input.When == "at" ? PublishTime.Read(Input.At, Input.Which, time.Zone, time.ZoneName, time.Now) : PublishTime.AtOnce;
        (Repeated, Chosen) = (when.Repeated, when.At);
        if (when.Problem is { } problem)
        {
            ModelState.AddModelError("Input." + problem.Field, problem.Message);
            var shown = await ShowAsync(false, cancellationToken);
            Name(ReleaseStore.Unanswered(Asked, Input.ToApproval(By, null)));
            return shown;
        }

        var outcome = await store.ApproveAsync(Id, Input.ToApproval(By, when.At), cancellationToken);
        Name(outcome.Refusals);
        if (outcome.Result != StoreResult.Refused)
            return BackToRelease(outcome.Result, Id, when.At is { } at ? $"Approved. It goes out on {time.Full(at)}." : "Published.");
        return await ShowAsync(false, cancellationToken);
    }

    /// <summary>Names what this form itself has to answer; what the text lacks is listed apart, with links to the form that mends it.</summary>
    private void Name(IReadOnlyList<PublishRefusal> refusals)
    {
        foreach (var refusal in refusals.Where(r => r.Field is "Kind" or "NoteText" or "LoneReason"))
            ModelState.AddModelError("Input." + refusal.Field, refusal.Message);
    }

    private async Task<IActionResult> ShowAsync(bool isFirst, CancellationToken cancellationToken)
    {
        var now = time.Now;
        if (await db.Releases.AsNoTracking().Include(r => r.Gaps).FirstOrDefaultAsync(r => r.Id == Id, cancellationToken) is not { } release)
            return NotFound();
        if (!release.Allows(ReleaseStep.Publish, now))
            return BackToRelease(StoreResult.NotLegal, Id, "");
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.ReleaseId == Id && (r.Number == release.LatestRevisionNumber || r.Number == release.ApprovedRevisionNumber))
            .OrderByDescending(r => r.Number).ToListAsync(cancellationToken);
        var choices = await ReleaseChoices.LoadAsync(db, cancellationToken);
        var (content, _) = await store.ResolveAsync(revisions[0].Content, cancellationToken);
        if (isFirst)
            Input.Version = release.LatestRevisionNumber;
        Title = content.Headline.Length > 0 ? content.Headline : "(no headline)";
        IsLive = release.IsLive(now);
        ApprovedNumber = release.ApprovedRevisionNumber;
        Asked = await store.QuestionsAsync(release, revisions[0], By, now, cancellationToken);
        PublishAt = release.PublishAt;
        Audience = IsLive ? await AlertAudience.OfNoteAsync(db, Id, cancellationToken) : await AlertAudience.OfReleaseAsync(db, content.ThemeIds, cancellationToken);
        Places = await PlacesAsync(release, content, cancellationToken);
        var found = await checks.FindAsync(new(release, content, choices), cancellationToken);
        (Refusals, Advice) = ([.. found.Where(c => c.Must)], [.. found.Where(c => !c.Must)]);
        if (revisions.Count > 1)
            Changes = ReleaseComparison.Between((await store.ResolveAsync(revisions[1].Content, cancellationToken)).Content, content, choices);
        return Page();
    }

    private async Task<IReadOnlyList<string>> PlacesAsync(Release release, ReleaseContent content, CancellationToken cancellationToken)
    {
        var themes = await db.Themes.Where(t => content.ThemeIds.Contains(t.Id)).OrderBy(t => t.Name).Select(t => t.Slug).ToListAsync(cancellationToken);
        var contacts = await db.Contacts.Where(c => content.ContactIds.Contains(c.Id)).OrderBy(c => c.Name).Select(c => c.Slug).ToListAsync(cancellationToken);
        var date = release.DateAsPublished(content.Date, (release.WasEverPublic(time.Now) ? release.FirstPublicAt : Chosen) ?? time.Now, time.Zone);
        // Until it was public the address follows the headline.
        var wanted = Slug.OfRelease(content.Headline, date);
        var slug = release.WasEverPublic(time.Now) || FreeSlug.Fits(release.Slug, wanted) ? release.Slug : wanted.Value;
        var day = date.SortDay;
        return
        [
            "/releases/" + slug, "/", "/releases", "/search", day is { } d ? $"/archive/{d.Year:D4}" : "/archive",
            .. themes.Select(t => "/themes/" + t), .. contacts.Select(c => "/contacts/" + c),
            "/feed.atom", .. themes.Select(t => $"/themes/{t}/feed.atom"), "/sitemap.xml",
        ];
    }
}
