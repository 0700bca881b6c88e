using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>One saved version, and its restoration as a new save: history is never rewritten.</summary>
public sealed class RevisionModel(NewsRoomDbContext db, ReleaseStore store) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public ReleaseRevision Revision { get; private set; } = null!;

    public ReleaseContent Latest { get; private set; } = new();

    public int LatestNumber { get; private set; }

    public bool IsLatest => Number == LatestNumber;

    public IReadOnlyList<FieldText> Fields { get; private set; } = [];

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } revision)
            return NotFound();
        var latest = await db.Revisions.AsNoTracking().Where(r => r.ReleaseId == Id).OrderByDescending(r => r.Number).FirstAsync(cancellationToken);
        var choices = await ReleaseChoices.LoadAsync(db, cancellationToken);
        Revision = revision;
        Latest = latest.Content;
        LatestNumber = latest.Number;
        Fields = ReleaseComparison.Fields(revision.Content, choices);
        Changes = ReleaseComparison.Between(revision.Content, latest.Content, choices);
        return Page();
    }

    /// <param name="expected">The newest version the editor knew of.</param>
    /// <param name="field">The one field to restore; null for all.</param>
    public async Task<IActionResult> OnPostAsync(int expected, string? field, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } revision)
            return NotFound();
        if (string.IsNullOrEmpty(field))
        {
            var whole = await store.SaveAsync(Id, expected, revision.Content, By, $"Restored from version {Number}", cancellationToken);
            return BackToRelease(whole.Result, Id, $"Version {Number} is restored as version {whole.Version}.");
        }

        var latest = await db.Revisions.AsNoTracking().Where(r => r.ReleaseId == Id).OrderByDescending(r => r.Number).FirstAsync(cancellationToken);
        if (ReleaseMerge.Restore(latest.Content, revision.Content, field) is not { } content)
            return NotFound();
        var outcome = await store.SaveAsync(Id, expected, content, By, $"One field restored from version {Number}", cancellationToken);
        return BackToRelease(outcome.Result, Id, $"The field is restored from version {Number} and saved as version {outcome.Version}.");
    }

    private Task<ReleaseRevision?> FindAsync(CancellationToken cancellationToken) =>
        db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.ReleaseId == Id && r.Number == Number, cancellationToken);
}
