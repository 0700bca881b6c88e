using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Areas.Admin.Checks;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>A release at a glance: where it stands, what is next, what is missing, where it came from.</summary>
public sealed partial class SummaryModel(NewsRoomDbContext db, ReleaseStore store, WorkingCopies copies, DeskTime time, ReleaseChecks checks) : DeskPage
{
    public sealed record SourceRow(int Id, string FileName, int StartLine, int EndLine, DateTimeOffset ImportedAt);

    public sealed record HistoryRow(int Number, string By, DateTimeOffset At, string? Note);

    public Release Release { get; private set; } = null!;

    public ReleaseContent Latest { get; private set; } = new();

    public string Title => Latest.Headline.Length > 0 ? Latest.Headline : "(no headline)";

    public string Status { get; private set; } = "";

    /// <summary>The legal steps that this person may take, the likeliest first.</summary>
    public IReadOnlyList<ReleaseStep> Steps { get; private set; } = [];

    public string PublishLabel => Status switch
    {
        ReleaseStatus.Live => "Publish the change",
        ReleaseStatus.Scheduled => "Publish or reschedule",
        _ => "Publish",
    };

    public IReadOnlyList<FieldText> Fields { get; private set; } = [];

    public IReadOnlyList<ReleaseCheck> Checks { get; private set; } = [];

    public IReadOnlyList<SourceRow> Sources { get; private set; } = [];

    public IReadOnlyList<HistoryRow> History { get; private set; } = [];

    public string BodyHtml { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Releases.AsNoTracking().Include(r => r.Gaps).FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } release)
            return NotFound();
        var revision = await db.Revisions.AsNoTracking().Where(r => r.ReleaseId == id).OrderByDescending(r => r.Number).FirstAsync(cancellationToken);
        var now = time.Now;
        Release = release;
        (Latest, _) = await store.ResolveAsync(revision.Content, cancellationToken);
        Status = ReleaseStatus.Of(release.State, release.PublishAt, now);
        Steps = [.. release.LegalSteps(now).Where(s => !s.NeedsPublisher() || User.IsPublisher())];
        await LoadWorkflowAsync(db, copies, id, now, cancellationToken);
        var choices = await ReleaseChoices.LoadAsync(db, cancellationToken);
        Fields = [.. ReleaseComparison.Fields(Latest, choices).Where(f => f.Key is not ("Body" or "Headline")).Select(f => f.Key == "Date" ? f with { Text = DeskTime.Date(Latest.Date) } : f)];
        BodyHtml = (await db.RenderBodyAsync(Latest.Body, cancellationToken)).Html;
        Checks = await checks.FindAsync(new(release, Latest, choices), cancellationToken);
        Sources = await db.Sources.Where(s => s.ReleaseId == id).OrderBy(s => s.Id)
            .Join(db.Documents, s => s.DocumentId, d => d.Id, (s, d) => new SourceRow(s.Id, d.FileName, s.StartLine, s.EndLine, d.ImportedAt)).ToListAsync(cancellationToken);
        History = await db.Revisions.Where(r => r.ReleaseId == id).OrderByDescending(r => r.Number).Take(5)
            .Select(r => new HistoryRow(r.Number, r.CreatedBy, r.CreatedAt, r.Note)).ToListAsync(cancellationToken);
        return Page();
    }

    public static string Name(GapKind kind) => kind switch
    {
        GapKind.MissingEmail => "E-mail address lost",
        GapKind.MissingLink => "Link lost",
        _ => "Web address lost",
    };
}
