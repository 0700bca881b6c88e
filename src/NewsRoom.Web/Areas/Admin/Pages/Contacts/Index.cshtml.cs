using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Contacts;

/// <summary>Media contacts by name, paged by key.</summary>
public sealed class IndexModel(NewsRoomDbContext db, DeskTime time) : DeskPage
{
    private const int PageSize = 100;

    public sealed record Row(int Id, string Name, string? Role, string? Office, string? Phone, bool IsDialable, string? Email, int Releases, bool IsConfirmed, int? PrintedYear, bool HasLeft);

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Unconfirmed { get; set; }

    /// <summary>The last contact of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = time.Now;
        var contacts = db.Contacts.Where(c => c.MergedIntoId == null);
        if (Unconfirmed)
            contacts = contacts.Where(c => c.ConfirmedAt == null);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var text = Q.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
            contacts = contacts.Where(c => EF.Functions.Like(c.Name, $"%{text}%", "\\") || EF.Functions.Like(c.Office!, $"%{text}%", "\\"));
        }

        if (After is { } after && await db.Contacts.Where(c => c.Id == after).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken) is { } name)
#pragma warning disable CA1309 // The database compares, by its own collation: the one it sorts by.
            contacts = contacts.Where(c => string.Compare(c.Name, name) > 0 || (c.Name == name && c.Id > after));
#pragma warning restore CA1309
        var rows = await contacts.OrderBy(c => c.Name).ThenBy(c => c.Id).Take(PageSize + 1)
            .Select(c => new Row(c.Id, c.Name, c.Role, c.Office, c.PhoneAsWritten, c.PhoneE164 != null, c.Email, db.Releases.Count(r => r.Contacts.Any(x => x.ContactId == c.Id)), c.ConfirmedAt != null, c.PrintedYear, c.AnswersUntil <= now))
            .ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Id : null;
    }
}
