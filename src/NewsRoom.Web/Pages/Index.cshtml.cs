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

    /// <summary>Among so many who are named most often there is somebody who can be rung.</summary>
    private const int MaxToRing = 100;

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
        Themes = await db.Themes.CountedFor(live).ToListAsync(ct);
        var years = await live.Where(r => r.SortDay != null).GroupBy(r => r.SortDay!.Value.Year).Select(g => new { Year = g.Key, Count = g.Count() }).OrderByDescending(g => g.Year).Take(MaxYears).ToListAsync(ct);
        Years = [.. years.Select(y => (y.Year, y.Count))];
        Card = new ContactCard(Newsroom.PressOffice.IsKnown ? [] : await FirstToRingAsync(live, now, ct), Newsroom.PressOffice, null, null);
        new PageHead(null, "/") { Description = Newsroom.Description.Length > 0 ? Newsroom.Description : texts["Front.What", Newsroom.Organisation], Data = [StructuredData.Organization(Newsroom)], NeedsScript = Card.HasClock }.Show(ViewData);
    }

    private async Task<List<ContactView>> FirstToRingAsync(IQueryable<Release> live, DateTimeOffset now, CancellationToken ct)
    {
        var named = await db.Contacts.MostNamedBy(live).Take(MaxToRing).ToListAsync(ct);
        var first = (await db.Contacts.StandingForAsync(named, now, ct)).Where(c => c.PhoneE164 is not null)
            .OrderByDescending(c => c.ConfirmedAt is not null).ThenByDescending(c => c.PrintedYear).FirstOrDefault();
        return first is null ? [] : [ContactView.Of(first, Newsroom.TimeZone)];
    }
}
