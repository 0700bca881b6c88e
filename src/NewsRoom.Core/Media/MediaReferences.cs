using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsRoom.Core.Media;

/// <summary>The assets that a body shows: <c>![words](media:12)</c>.</summary>
public static partial class MediaReferences
{
    public const string Scheme = "media:";

    /// <summary>More pictures than this in one body are nobody's press release.</summary>
    private const int Max = 200;

    /// <summary>Their ids, each once, in the order of the text.</summary>
    public static IReadOnlyList<int> In(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        if (!markdown.Contains(Scheme, StringComparison.Ordinal))
            return [];
        return [.. Target().Matches(markdown).Take(Max).Select(m => IdOf(m.Groups[1].Value)).OfType<int>().Distinct()];
    }

    /// <summary>The id in an address such as <c>media:12</c>; null when it is another address.</summary>
    public static int? Parse(string? address) =>
        address is not null && address.StartsWith(Scheme, StringComparison.Ordinal) ? IdOf(address[Scheme.Length..]) : null;

    private static int? IdOf(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex(@"\](?:\(|:)\s*<?media:([0-9]{1,9})", RegexOptions.NonBacktracking)]
    private static partial Regex Target();
}
