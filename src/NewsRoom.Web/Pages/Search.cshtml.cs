using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using NewsRoom.Core.Data;
using NewsRoom.Core.Search;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages;

/// <summary>Search: box, facets, highlighted extracts.</summary>
public sealed class SearchModel(NewsRoomDbContext db, SqliteSearchIndex index, TimeProvider clock, SiteText texts) : PageModel
{
    public SearchQuery Query { get; private set; } = SearchQuery.Parse(null);

    public SearchFilters Filters { get; private set; } = SearchFilters.None;

    public SearchResults Results { get; private set; } = SearchResults.Nothing;

    /// <summary>1-based.</summary>
    public int PageNumber { get; private set; } = 1;

    public bool HasAsked => !Query.IsEmpty || !Filters.IsEmpty;

    public bool HasNext => PageNumber < SqliteSearchIndex.LastPage && PageNumber * SqliteSearchIndex.PageSize < Results.Total;

    public async Task OnGetAsync(string? q, string? theme, string? year, string? contact, string? p, CancellationToken ct)
    {
        Query = SearchQuery.Parse(q);
        Filters = new SearchFilters(Given(theme), Number(year), Given(contact));
        PageNumber = Math.Clamp(Number(p) ?? 1, 1, SqliteSearchIndex.LastPage);
        Results = await index.SearchAsync(db, Query, SearchScope.Public, Filters, clock.GetUtcNow(), ct, PageNumber);
        new PageHead(Query.Text.Length > 0 ? $"{texts["Search"]}: {Query.Text}" : texts["Search"], "/search") { Section = "search", NoIndex = true }.Show(ViewData);
    }

    /// <summary>This search with other filters.</summary>
    public string Address(SearchFilters filters, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var query = new Dictionary<string, string?>
        {
            ["q"] = Query.Text.Length > 0 ? Query.Text : null,
            ["theme"] = filters.Theme,
            ["year"] = filters.Year?.ToString(CultureInfo.InvariantCulture),
            ["contact"] = filters.Contact,
            ["p"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return QueryHelpers.AddQueryString("/search", query.Where(pair => pair.Value is not null));
    }

    /// <summary>The facets as they are shown: each value leads to the search with it, or without it when it is chosen.</summary>
    public IReadOnlyList<FacetGroup> Facets =>
    [
        new("Theme", [.. Results.Themes.Select(f => new FacetLink(f, f.Key == Filters.Theme, Address(Filters with { Theme = f.Key == Filters.Theme ? null : f.Key })))]),
        new("Year", [.. Results.Years.Select(f => new FacetLink(f, Number(f.Key) == Filters.Year, Address(Filters with { Year = Number(f.Key) == Filters.Year ? null : Number(f.Key) })))]),
        new("Contact", [.. Results.Contacts.Select(f => new FacetLink(f, f.Key == Filters.Contact, Address(Filters with { Contact = f.Key == Filters.Contact ? null : f.Key })))]),
    ];

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > 200 ? null : text.Trim();

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public sealed record FacetGroup(string Name, IReadOnlyList<FacetLink> Links);

    public sealed record FacetLink(SearchFacet Facet, bool IsChosen, string Address);
}
