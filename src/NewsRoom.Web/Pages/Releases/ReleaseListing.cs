using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;

namespace NewsRoom.Web.Pages.Releases;

/// <summary>A theme as a link.</summary>
public sealed record ThemeLink(string Slug, string Name);

/// <summary>A release in a list.</summary>
/// <param name="Standfirst">Null when it has none.</param>
/// <param name="Opening">The beginning of its body.</param>
public sealed record ReleaseRow(int Id, string Slug, string Headline, string? Standfirst, string Opening, ReleaseDate Date, DateOnly? SortDay, long SortOrder, string Language, IReadOnlyList<ThemeLink> Themes)
{
    public ListingKey Key => new(SortDay, SortOrder, Id);

    /// <summary>The standfirst, or the first sentence of the body; where the headline is the beginning of that sentence, what follows it.</summary>
    public string Sentence => GapMarker.RemoveFrom(Standfirst is not null ? Core.Rendering.Opening.Sentence(Standfirst) : Core.Rendering.Opening.Following(Opening, Headline));
}

/// <summary>A part of a list, with the keys that lead to the parts before and behind it; null where there are none.</summary>
public sealed record ReleaseListing(IReadOnlyList<ReleaseRow> Rows, ListingKey? Newer, ListingKey? Older)
{
    public const int PageSize = 20;

    /// <summary>Reads a part of <paramref name="releases"/>, newest first.</summary>
    /// <param name="older">A key: what stands behind it. What is no key counts as none.</param>
    /// <param name="newer">A key: what stands before it.</param>
    public static async Task<ReleaseListing> ReadAsync(IQueryable<Release> releases, string? older, string? newer, CancellationToken ct)
    {
        var hasOlder = ListingKey.TryParse(older, out var behind);
        if (!hasOlder && ListingKey.TryParse(newer, out var before))
        {
            var rows = await RowsOf(releases.NewerThan(before).OldestFirst()).Take(PageSize + 1).ToListAsync(ct);
            // Fewer than a page: the first page, whole, is the better answer.
            if (rows.Count > PageSize)
            {
                rows = [.. rows.Take(PageSize).Reverse()];
                return new ReleaseListing(rows, rows[0].Key, rows[^1].Key);
            }
        }

        var page = await RowsOf((hasOlder ? releases.OlderThan(behind) : releases).NewestFirst()).Take(PageSize + 1).ToListAsync(ct);
        var more = page.Count > PageSize;
        page = [.. page.Take(PageSize)];
        return new ReleaseListing(page, hasOlder && page.Count > 0 ? page[0].Key : null, more ? page[^1].Key : null);
    }

    /// <summary>The same list on the page of a theme, whose own name need not stand at every row.</summary>
    public ReleaseListing Within(string theme) => this with { Rows = [.. Rows.Select(r => r with { Themes = [.. r.Themes.Where(t => t.Slug != theme)] })] };

    /// <summary>The query of a part's canonical address: empty for the first part, and nothing of what else a link carried.</summary>
    public static string CanonicalQuery(string? older, string? newer) =>
        ListingKey.TryParse(older, out var behind) ? $"?older={behind}" : ListingKey.TryParse(newer, out var before) ? $"?newer={before}" : "";

    /// <summary>The rows of a query, in its order. Their themes are read apart: joined to the rows, SQLite first makes a table of the themes of all releases.</summary>
    public static IQueryable<ReleaseRow> RowsOf(IQueryable<Release> releases) =>
        releases.AsNoTracking().AsSplitQuery().Select(r => new ReleaseRow(
            r.Id, r.Slug, r.Headline, r.Standfirst, r.BodyText.Substring(0, Opening.Needed),
            ReleaseDate.Shown(r.Date.Value, r.Date.Precision, r.Date.NotBefore, r.Date.NotAfter, r.Date.Basis), r.SortDay, r.SortOrder, r.Language,
            r.Themes.OrderBy(t => t.Theme!.Name).Select(t => new ThemeLink(t.Theme!.Slug, t.Theme.Name)).ToList()));
}
