using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Rendering;

/// <summary>The words that stand in a body where the archive lost an address or a link. The import writes them, the renderer sets them apart.</summary>
public static class GapMarker
{
    private static readonly Dictionary<string, (string Address, string Link)> ByLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = ("[address lost in the archive]", "[link lost in the archive]"),
        ["fr"] = ("[adresse perdue dans l'archive]", "[lien perdu dans l'archive]"),
        ["es"] = ("[dirección perdida en el archivo]", "[enlace perdido en el archivo]"),
    };

    /// <summary>Every marker in every language, as readers see it.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByLanguage.Values.SelectMany(pair => new[] { pair.Address, pair.Link })];

    /// <summary>The marker as readers see it; English where the language (BCP 47) has none of its own.</summary>
    public static string For(GapKind kind, string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var primary = language.Split('-', 2)[0].ToLowerInvariant();
        var (address, link) = ByLanguage.TryGetValue(primary, out var own) ? own : ByLanguage["en"];
        return kind == GapKind.MissingEmail ? address : link;
    }

    /// <summary>The marker as it is written into a Markdown body: brackets escaped, so that it is never taken for a link.</summary>
    public static string Markdown(GapKind kind, string language) => Escape(For(kind, language));

    internal static string Escape(string marker) => $"\\[{marker[1..^1]}\\]";

    /// <summary>The text without its markers, for what reads the words only (search, extracts).</summary>
    public static string RemoveFrom(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains('[', StringComparison.Ordinal))
            return text;
        foreach (var marker in All)
            text = text.Replace(marker, "", StringComparison.Ordinal);
        return text;
    }
}
