namespace NewsRoom.Web.Pages.Releases;

/// <summary>What a release closes with, as its page shows it.</summary>
/// <param name="Heading">Its own ("About Harbour Trust"); null where it has none.</param>
public sealed record ClosingText(string? Heading, IReadOnlyList<string> Paragraphs)
{
    private const int MaxHeading = 90;

    /// <summary>Null when there is none.</summary>
    public static ClosingText? Of(string? boilerplate)
    {
        var paragraphs = (boilerplate ?? "").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (paragraphs.Length == 0)
            return null;
        return paragraphs.Length > 1 && paragraphs[0].Length <= MaxHeading && paragraphs[0][^1] is not '.'
            ? new(paragraphs[0].TrimEnd(':'), paragraphs[1..])
            : new(null, paragraphs);
    }
}
