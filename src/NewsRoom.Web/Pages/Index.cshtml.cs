using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Pages.Contacts;
using NewsRoom.Web.Pages.Releases;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages;

/// <summary>The front page: the latest release, what came before it, whom to ring, and the ways in.</summary>
public sealed class IndexModel(NewsRoomDbContext db, TimeProvider clock, IOptions<NewsRoomOptions> options, SiteText texts) : PageModel
{
    private const int Length = 13;
    private const int SecondLength = 2;
    private const int MaxYears = 8;

    public NewsRoomOptions Newsroom => options.Value;

    public ReleaseRow? Lead { get; private set; }

    /// <summary>The two after the lead, side by side.</summary>
    public IReadOnlyList<ReleaseRow> Second { get; private set; } = [];

    public IReadOnlyList<ReleaseRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public IReadOnlyList<ThemeCount> Themes { get; private set; } = [];

    public IReadOnlyList<(int Year, int Count)> Years { get; private set; } = [];

    /// <summary>Whom a journalist rings first: the press office, or else whoever answers for most of what is here and can be rung.</summary>
    public ContactCard Card { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var live = db.Releases.Live(now);
        var rows = await ReleaseListing.RowsOf(live.NewestFirst()).Take(Length + 1).ToListAsync(ct);
        Lead = rows.FirstOrDefault();
        // A pair or none: one alone is a row like the others.
        Second = rows.Count > SecondLength ? [.. rows.Skip(1).Take(SecondLength)] : [];
        Rows = [.. rows.Take(Length).Skip(1 + Second.Count)];
        HasMore = rows.Count > Length;
        Themes = await live.CountedByTheme().ToListAsync(ct);
        var years = await live.Where(r => r.SortDay != null).GroupBy(r => r.SortDay!.Value.Year).Select(g => new { Year = g.Key, Count = g.Count() }).OrderByDescending(g => g.Year).Take(MaxYears).ToListAsync(ct);
        Years = [.. years.Select(y => (y.Year, y.Count))];
        Card = new ContactCard(Newsroom.PressOffice.IsKnown ? [] : await FirstToRingAsync(live, now, ct), Newsroom.PressOffice, null, null);
        new PageHead(null, "/") { Description = Newsroom.Description.Length > 0 ? Newsroom.Description : texts["Front.What", Newsroom.Organisation], Data = [StructuredData.Organization(Newsroom)], NeedsScript = Card.HasClock }.Show(ViewData);
    }

    private async Task<List<ContactView>> FirstToRingAsync(IQueryable<Release> live, DateTimeOffset now, CancellationToken ct)
    {
        var callable = db.Contacts.AsNoTracking().AnsweringFor(live, now).Where(c => c.PhoneE164 != null);
        if (await callable.OrderByDescending(c => c.ConfirmedAt != null).ThenByDescending(c => c.PrintedYear).Select(c => new { IsConfirmed = c.ConfirmedAt != null, c.PrintedYear }).FirstOrDefaultAsync(ct) is not { } best)
            return [];
        var counts = await live.SelectMany(r => r.Contacts).GroupBy(rc => rc.ContactId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, ct);
        var equals = await callable.Where(c => c.ConfirmedAt != null == best.IsConfirmed && c.PrintedYear == best.PrintedYear).Select(c => new { c.Id, c.Name }).ToListAsync(ct);
        var first = equals.OrderByDescending(c => counts.GetValueOrDefault(c.Id)).ThenBy(c => c.Name, StringComparer.Ordinal).First().Id;
        return [ContactView.Of(await db.Contacts.AsNoTracking().FirstAsync(c => c.Id == first, ct), Newsroom.TimeZone)];
    }
}
