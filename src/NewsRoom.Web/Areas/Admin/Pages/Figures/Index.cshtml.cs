using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Figures;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Figures;

/// <summary>How often the newsroom, or one release of it, was read: counts alone, of nobody in particular.</summary>
public sealed class IndexModel(NewsRoomDbContext db, DeskTime time) : DeskPage
{
    private const int MaxRows = 30;

    /// <summary>The spans that may be chosen, in days.</summary>
    public static readonly IReadOnlyList<int> Spans = [7, 30, 90, 365];

    public sealed record Sum(int ReleaseId, string Headline, long Views, long Downloads, long Contacts);

    public sealed record DayRow(DateOnly Day, long Views, long Downloads, long Contacts, long Feeds);

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = 30;

    /// <summary>The identifier of one release; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Release { get; set; }

    public string? Headline { get; private set; }

    public FigureChart Chart { get; private set; } = new([]);

    /// <summary>Newest day first.</summary>
    public IReadOnlyList<DayRow> Rows { get; private set; } = [];

    public IReadOnlyList<Sum> Releases { get; private set; } = [];

    /// <summary>Feeds by how often they were fetched.</summary>
    public IReadOnlyList<(string Path, long Count)> Feeds { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Days = Spans.Contains(Days) ? Days : 30;
        var today = DateOnly.FromDateTime(time.Local(time.Now).DateTime);
        var first = today.AddDays(1 - Days);
        var figures = db.Figures.AsNoTracking().Where(f => f.Day >= first);
        if (Release is { } id)
        {
            Headline = await db.Releases.Where(r => r.Id == id).Select(r => r.Headline).FirstOrDefaultAsync(cancellationToken);
            if (Headline is null)
                return NotFound();
            figures = figures.Where(f => f.ReleaseId == id);
        }

        var sums = await figures.GroupBy(f => new { f.Day, f.Kind }).Select(g => new { g.Key.Day, g.Key.Kind, Count = g.Sum(f => f.Count) }).ToListAsync(cancellationToken);
        var counts = sums.ToDictionary(s => (s.Day, s.Kind), s => s.Count);
        long Of(DateOnly day, FigureKind kind) => counts.GetValueOrDefault((day, kind));
        Rows = [.. Enumerable.Range(0, Days).Select(back => today.AddDays(-back)).Select(day => new DayRow(day, Of(day, FigureKind.View), Of(day, FigureKind.Download), Of(day, FigureKind.Contact), Of(day, FigureKind.Feed)))];
        Chart = new FigureChart([.. Rows.Reverse().Select(r => (r.Day, r.Views))]);
        if (Release is null)
            await ListsAsync(figures, cancellationToken);
        return Page();
    }

    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    private async Task ListsAsync(IQueryable<DailyFigure> figures, CancellationToken cancellationToken)
    {
        var releases = await figures.Where(f => f.ReleaseId != 0).GroupBy(f => f.ReleaseId)
            .Select(g => new
            {
                Id = g.Key,
                Views = g.Sum(f => f.Kind == FigureKind.View ? f.Count : 0),
                Downloads = g.Sum(f => f.Kind == FigureKind.Download ? f.Count : 0),
                Contacts = g.Sum(f => f.Kind == FigureKind.Contact ? f.Count : 0),
            })
            .OrderByDescending(s => s.Views + s.Downloads).ThenBy(s => s.Id).Take(MaxRows)
            .Join(db.Releases, s => s.Id, r => r.Id, (s, r) => new Sum(r.Id, r.Headline, s.Views, s.Downloads, s.Contacts)).ToListAsync(cancellationToken);
        Releases = [.. releases.OrderByDescending(s => s.Views + s.Downloads)];
        var feeds = await figures.Where(f => f.Kind == FigureKind.Feed).GroupBy(f => f.Subject).Select(g => new { Path = g.Key, Count = g.Sum(f => f.Count) }).OrderByDescending(f => f.Count).Take(MaxRows).ToListAsync(cancellationToken);
        Feeds = [.. feeds.Select(f => (f.Path, f.Count))];
    }
}
