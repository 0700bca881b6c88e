using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Search;

/// <summary>Which index is asked.</summary>
public enum SearchScope
{
    /// <summary>What is live.</summary>
    Public,

    /// <summary>The latest revision of every release, in every state.</summary>
    Desk,
}

/// <summary>What narrows a search; null leaves it open.</summary>
/// <param name="Theme">Slug of a theme.</param>
/// <param name="Year">The year a release is filed under.</param>
/// <param name="Contact">Slug of a contact.</param>
public sealed record SearchFilters(string? Theme = null, int? Year = null, string? Contact = null)
{
    public static readonly SearchFilters None = new();

    public bool IsEmpty => Theme is null && Year is null && Contact is null;
}

/// <summary>One release that was found.</summary>
/// <param name="HeadlineHtml">The headline, encoded, with the words found in <c>mark</c>.</param>
/// <param name="ExtractHtml">The place in the text that fits best, encoded, with the words found in <c>mark</c>.</param>
public sealed record SearchHit(int ReleaseId, string Slug, string Headline, string HeadlineHtml, string ExtractHtml, ReleaseDate Date, ReleaseState State, string Language);

/// <summary>A way to narrow a search, with what it would leave.</summary>
public sealed record SearchFacet(string Key, string Name, int Count);

/// <summary>A page of hits, best first, with the count of all and the ways to narrow them.</summary>
public sealed record SearchResults(int Total, IReadOnlyList<SearchHit> Hits, IReadOnlyList<SearchFacet> Themes, IReadOnlyList<SearchFacet> Years, IReadOnlyList<SearchFacet> Contacts)
{
    public static readonly SearchResults Nothing = new(0, [], [], [], []);
}
