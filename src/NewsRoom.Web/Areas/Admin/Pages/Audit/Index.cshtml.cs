using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Audit;

/// <summary>What was done, by whom, to what and from where; latest first, paged by key.</summary>
public sealed class IndexModel(NewsRoomDbContext db, DeskTime time) : DeskPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilter Filter { get; set; } = new();

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>The key of the page of earlier entries; null on the last.</summary>
    public long? Next { get; private set; }

    public IReadOnlyList<string> People { get; private set; } = [];

    public IReadOnlyList<string> Verbs { get; private set; } = [];

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // A number that is none in the address asks for nothing.
        ModelState.Clear();
        var asked = db.Audit.AsNoTracking().Asked(Filter.ToQuestion(time));
        if (Filter.Before is { } before)
            asked = asked.Where(e => e.Id < before);
        var entries = await asked.OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Entries = [.. entries.Take(PageSize)];
        Next = entries.Count > PageSize ? Entries[^1].Id : null;
        People = await db.Audit.Select(e => e.Actor).Distinct().OrderBy(n => n).ToListAsync(cancellationToken);
        Verbs = await db.Audit.Select(e => e.Verb).Distinct().OrderBy(n => n).ToListAsync(cancellationToken);
        Kinds = await db.Audit.Select(e => e.Kind).Distinct().OrderBy(n => n).ToListAsync(cancellationToken);
    }
}
