using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace NewsRoom.Web.Pages;

/// <summary>What a page tells the layout to write into its head.</summary>
/// <param name="Title">The title, without the newsroom's name; null on the front page.</param>
/// <param name="Path">The canonical address on this site; null where a page has none (errors).</param>
public sealed record PageHead(string? Title, string? Path)
{
    public string? Description { get; init; }

    /// <summary>A feed of this page, beside the one of everything.</summary>
    public string? FeedPath { get; init; }

    public string? FeedTitle { get; init; }

    public bool IsArticle { get; init; }

    /// <summary>Whether search engines shall leave it out.</summary>
    public bool NoIndex { get; init; }

    /// <summary>The part of the newsroom that the navigation marks.</summary>
    public string? Section { get; init; }

    /// <summary>What programs read of the page: JSON-LD objects, each safe within a script element.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>The same in other languages and itself; empty when there are no translations.</summary>
    public IReadOnlyList<(string Language, string Path)> Languages { get; init; } = [];

    /// <summary>The same words in other formats: media type and address.</summary>
    public IReadOnlyList<(string Type, string Path)> Formats { get; init; } = [];

    /// <summary>Whether the page has what scripts add to: copying, printing, sharing, the time at a contact's place.</summary>
    public bool NeedsScript { get; init; }

    public static PageHead Of(ViewDataDictionary viewData)
    {
        ArgumentNullException.ThrowIfNull(viewData);
        return viewData[nameof(PageHead)] as PageHead ?? new PageHead(null, null);
    }

    public void Show(ViewDataDictionary viewData)
    {
        ArgumentNullException.ThrowIfNull(viewData);
        viewData[nameof(PageHead)] = this;
    }
}
