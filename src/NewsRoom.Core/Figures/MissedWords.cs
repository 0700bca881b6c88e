using NewsRoom.Core.Search;

namespace NewsRoom.Core.Figures;

/// <summary>Which words of a search without result may be counted: nothing that could name or reach a person by number or address.</summary>
public static class MissedWords
{
    private const int MaxLength = 60;
    private const int MaxWords = 5;
    private const int MaxDigits = 4;

    /// <summary>The words in lower case, one space between them; null when they are not to be kept.</summary>
    public static string? Of(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = string.Join(' ', query.Text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (query.IsEmpty || text.Length > MaxLength || text.Count(c => c == ' ') >= MaxWords)
            return null;
        // Years pass; telephone numbers, account numbers and anything with an @ or a path do not.
        return text.Count(char.IsDigit) > MaxDigits || text.AsSpan().IndexOfAny("@/\\") >= 0 || text.Contains("www.", StringComparison.Ordinal) ? null : text;
    }
}
