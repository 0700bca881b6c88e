using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Any two versions of a release side by side.</summary>
public sealed class CompareModel(NewsRoomDbContext db) : DeskPage
{
    public int Id { get; private set; }

    public int First { get; private set; }

    public int Second { get; private set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, int from, int to, CancellationToken cancellationToken)
    {
        (Id, First, Second) = (id, Math.Min(from, to), Math.Max(from, to));
        var both = await db.Revisions.AsNoTracking().Where(r => r.ReleaseId == id && (r.Number == from || r.Number == to)).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        if (both.Count == 0 || both[0].Number != First || both[^1].Number != Second)
            return NotFound();
        Title = both[^1].Headline.Length > 0 ? both[^1].Headline : "(no headline)";
        Changes = ReleaseComparison.Between(both[0].Content, both[^1].Content, await ReleaseChoices.LoadAsync(db, cancellationToken));
        return Page();
    }
}
