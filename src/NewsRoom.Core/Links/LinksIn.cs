using System.Net;
using System.Text.RegularExpressions;

namespace NewsRoom.Core.Links;

/// <summary>The web addresses of a rendered text.</summary>
public static partial class LinksIn
{
    /// <summary>Each once, in order.</summary>
    public static IReadOnlyList<string> Html(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return [.. Target().Matches(html).Select(m => WithoutFragment(WebUtility.HtmlDecode(m.Groups[1].Value))).Where(LinkVisitor.IsOfTheWeb).Distinct(StringComparer.Ordinal)];
    }

    private static string WithoutFragment(string address) => address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? address[..at] : address;

    [GeneratedRegex("href=\"(https?://[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Target();
}
