using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using NewsRoom.Core.Search;

namespace NewsRoom.Web.Pages;

/// <summary>A search as an address, and back.</summary>
internal static class SearchAddress
{
    private const int MaxFilter = 200;

    public static string Of(string path, SearchQuery query, SearchFilters filters, int page = 1) => Of(path, query.Text, filters, page);

    /// <param name="page">1-based; the first has no number.</param>
    public static string Of(string path, string text, SearchFilters filters, int page = 1)
    {
        var parts = new Dictionary<string, string?>
        {
            ["q"] = text.Length > 0 ? text : null,
            ["theme"] = filters.Theme,
            ["year"] = filters.Year?.ToString(CultureInfo.InvariantCulture),
            ["contact"] = filters.Contact,
            ["p"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
        };
        return QueryHelpers.AddQueryString(path, parts.Where(pair => pair.Value is not null));
    }

    /// <summary>What cannot be a filter counts as none.</summary>
    public static SearchFilters Filters(string? theme, string? year, string? contact) => new(Given(theme), Number(year), Given(contact));

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > MaxFilter ? null : text.Trim();
}
