using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Releases in every state, changed last first, paged by key.</summary>
public sealed class IndexModel(NewsRoomDbContext db, SqliteSearchIndex search, DeskTime time) : DeskPage
{
    private const int PageSize = 50;

    public sealed record Row(int Id, string Headline, string Status, ReleaseDate Date, IReadOnlyList<string> Themes, DateTimeOffset UpdatedAt, bool IsUnsure, int Gaps, bool HasContact, bool IsPending);

    [BindProperty(SupportsGet = true, Name = "")]
    public ReleaseFilter Filter { get; set; } = new();

    /// <summary>Where the page before ended: ticks of the last change and id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ReleaseChoices Choices { get; private set; } = new([], []);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public bool IsPaged { get; private set; }

    public string? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = time.Now;
        Choices = await ReleaseChoices.LoadAsync(db, cancellationToken);
        var found = Filter.Find(db, search, now, By);
        Count = await found.CountAsync(cancellationToken);
        if (ReadKey(After) is var (at, id))
        {
            IsPaged = true;
            found = found.Where(r => r.UpdatedAt < at || (r.UpdatedAt == at && r.Id < id));
        }

        var rows = await found.OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Id).Take(PageSize + 1).Select(r => new
        {
            r.Id, r.State, r.PublishAt, r.Date, r.UpdatedAt, r.UnsureNotes, r.ApprovedRevisionNumber, r.LatestRevisionNumber,
            Headline = r.Revisions.Where(v => v.Number == r.LatestRevisionNumber).Select(v => v.Headline).FirstOrDefault(),
            Themes = r.Themes.Select(t => t.Theme!.Name).ToList(),
            Gaps = r.Gaps.Count(g => g.MendedAt == null),
            HasContact = r.Contacts.Any(),
        }).ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize).Select(r => new Row(r.Id, r.Headline ?? "", ReleaseStatus.Of(r.State, r.PublishAt, now), r.Date, r.Themes, r.UpdatedAt,
            r.UnsureNotes is not null, r.Gaps, r.HasContact, r.State == ReleaseState.Approved && r.ApprovedRevisionNumber != r.LatestRevisionNumber))];
        if (rows.Count > PageSize)
            Older = string.Create(CultureInfo.InvariantCulture, $"{Rows[^1].UpdatedAt.UtcTicks}-{Rows[^1].Id}");
    }

    private static (DateTimeOffset At, int Id)? ReadKey(string? key) =>
        key?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= DateTimeOffset.MaxValue.UtcTicks
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? (new DateTimeOffset(t, TimeSpan.Zero), i) : null;
}
