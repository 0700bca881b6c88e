using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Figures;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Search;
using NewsRoom.Core.Themes;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Pages;

/// <summary>Search with facets and highlighted extracts; where nothing is found, what else may help.</summary>
public sealed class SearchModel(NewsRoomDbContext db, SqliteSearchIndex index, TimeProvider clock, SiteText texts, FigureCounter figures) : PageModel
{
    public SearchQuery Query { get; private set; } = SearchQuery.Parse(null);

    public SearchFilters Filters { get; private set; } = SearchFilters.None;

    public SearchResults Results { get; private set; } = SearchResults.Nothing;

    /// <summary>1-based.</summary>
    public int PageNumber { get; private set; } = 1;

    /// <summary>The same search with misspelt words mended; null where there is none.</summary>
    public SearchAdvice? DidYouMean { get; private set; }

    /// <summary>The same search with one word less.</summary>
    public IReadOnlyList<SearchAdvice> WithLess { get; private set; } = [];

    /// <summary>Themes with counts, to look through where nothing was found.</summary>
    public IReadOnlyList<SearchFacet> Themes { get; private set; } = [];

    public bool HasAsked => !Query.IsEmpty || !Filters.IsEmpty;

    public bool HasNext => PageNumber < SqliteSearchIndex.LastPage && PageNumber * SqliteSearchIndex.PageSize < Results.Total;

    public string FeedAddress => SearchAddress.Of("/search/feed.atom", Query, Filters);

    public async Task OnGetAsync(string? q, string? theme, string? year, string? contact, string? p, CancellationToken ct)
    {
        Query = SearchQuery.Parse(q);
        Filters = SearchAddress.Filters(theme, year, contact);
        PageNumber = Math.Clamp(SearchAddress.Number(p) ?? 1, 1, SqliteSearchIndex.LastPage);
        Results = await index.SearchAsync(db, Query, SearchScope.Public, Filters, clock.GetUtcNow(), ct, PageNumber);
        if (HasAsked && Results.Total == 0)
            await HelpAsync(ct);
        new PageHead(Query.Text.Length > 0 ? $"{texts["Search"]}: {Query.Text}" : texts["Search"], "/search")
        {
            Section = "search",
            NoIndex = true,
            FeedPath = HasAsked ? FeedAddress : null,
            FeedTitle = $"{texts["Search"]}: {Query.Text}",
        }.Show(ViewData);
    }

    /// <summary>This search with other filters.</summary>
    public string Address(SearchFilters filters, int page = 1)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return SearchAddress.Of("/search", Query, filters, page);
    }

    /// <summary>Another text with the same filters.</summary>
    public string Address(string text) => SearchAddress.Of("/search", text, Filters);

    /// <summary>The facets as they are shown: each value leads to the search with it, or without it when it is chosen.</summary>
    public IReadOnlyList<FacetGroup> Facets =>
    [
        new("Theme", [.. Results.Themes.Select(f => new FacetLink(f, f.Key == Filters.Theme, Address(Filters with { Theme = f.Key == Filters.Theme ? null : f.Key })))]),
        new("Year", [.. Results.Years.Select(f => new FacetLink(f, Year(f) == Filters.Year, Address(Filters with { Year = Year(f) == Filters.Year ? null : Year(f) })))]),
        new("Contact", [.. Results.Contacts.Select(f => new FacetLink(f, f.Key == Filters.Contact, Address(Filters with { Contact = f.Key == Filters.Contact ? null : f.Key })))]),
    ];

    private async Task HelpAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var live = db.Releases.Live(now);
        if (Filters.IsEmpty && PageNumber == 1 && !PageCache.IsSignedIn(Request))
            figures.CountMiss(MissedWords.Of(Query));
        DidYouMean = await index.DidYouMeanAsync(db, Query, now, ct);
        WithLess = await index.WithOneWordLessAsync(db, Query, now, ct);
        Themes = [.. (await db.Themes.CountedFor(live).ToListAsync(ct)).Select(t => new SearchFacet(t.Slug, t.Name, t.Count))];
    }

    private static int? Year(SearchFacet facet) => SearchAddress.Number(facet.Key);

    public sealed record FacetGroup(string Name, IReadOnlyList<FacetLink> Links);

    public sealed record FacetLink(SearchFacet Facet, bool IsChosen, string Address);
}
