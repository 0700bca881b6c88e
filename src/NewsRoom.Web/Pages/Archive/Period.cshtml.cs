using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using NewsRoom.Web.Pages.Releases;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages.Archive;

/// <summary>The releases of a year, of a month, or of no date at all.</summary>
public sealed class PeriodModel(NewsRoomDbContext db, TimeProvider clock, SiteText texts) : PageModel
{
    public string Name { get; private set; } = "";

    public ReleaseListing Listing { get; private set; } = null!;

    /// <summary>The year with its months, on its own page.</summary>
    public ArchiveYear? Year { get; private set; }

    /// <summary>The year that a month's page leads back to.</summary>
    public int? ParentYear { get; private set; }

    public async Task<IActionResult> OnGetAsync(string year, int? month, string? older, string? newer, CancellationToken ct)
    {
        var live = db.Releases.Live(clock.GetUtcNow());
        string path;
        if (year == "undated" && month is null)
        {
            (Name, path, live) = (texts["Undated"], "/archive/undated", live.Undated());
        }
        else if (int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 9999 && month is null or (>= 1 and <= 12))
        {
            var yearPath = string.Create(CultureInfo.InvariantCulture, $"/archive/{number:D4}");
            if (month is { } m)
            {
                (Name, path, live, ParentYear) = (ReleaseDateFormat.MonthOfYear(number, m, texts.Language), string.Create(CultureInfo.InvariantCulture, $"{yearPath}/{m:D2}"), live.InMonth(number, m), number);
            }
            else
            {
                (Name, path, live) = (number.ToString(CultureInfo.InvariantCulture), yearPath, live.InYear(number));
                Year = (await ArchiveYear.CountAsync(live, ct)).SingleOrDefault();
            }
        }
        else
        {
            return NotFound();
        }

        Listing = await ReleaseListing.ReadAsync(live, older, newer, ct);
        if (Listing.Rows.Count == 0 && older is null)
            return NotFound();
        new PageHead($"{texts["Archive"]}: {Name}", path + ReleaseListing.CanonicalQuery(older, newer)) { Section = "archive", Description = $"{texts["Releases"]}: {Name}." }.Show(ViewData);
        return Page();
    }
}
