using Microsoft.AspNetCore.Mvc;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Areas.Admin.Pages.Imports;

/// <summary>Every import, newest first: uploads at the bench, the command line's, the first start's; not those that were thrown away.</summary>
public sealed class IndexModel(NewsRoomDbContext db) : DeskPage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public bool HasMore { get; private set; }

    public IReadOnlyList<BatchSummary> Batches { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        // Of what was thrown away only the record is left.
        var batches = db.Batches.Where(b => !b.IsStaged || db.StagedDocuments.Any(d => d.BatchId == b.Id) || db.Documents.Any(d => d.BatchId == b.Id)).OrderByDescending(b => b.Id).Skip((Number - 1) * PageSize).Take(PageSize + 1);
        var found = await BatchSummary.LoadAsync(db, batches, cancellationToken);
        HasMore = found.Count > PageSize;
        Batches = [.. found.Take(PageSize)];
    }
}
