using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Rendering;

/// <summary>Puts something in the place of a gap's marker in a body.</summary>
public static class GapText
{
    private static readonly string[] Languages = ["en", "fr", "es"];

    /// <summary>How far before a marker its gap's words are looked for, in characters.</summary>
    private const int Near = 160;

    /// <summary>
    /// The body with one marker replaced; null when it cannot be told which, because the text was changed by hand since. The markers of a kind stand in the order of the
    /// open gaps of that kind; where their numbers differ, the words before the marker decide.
    /// </summary>
    /// <param name="ordinal">0-based place among the open gaps that have the same marker.</param>
    /// <param name="open">How many open gaps have the same marker.</param>
    /// <param name="words">The words that stand where something is missing.</param>
    /// <param name="replacement">Markdown; empty to leave nothing there.</param>
    public static string? Replace(string body, GapKind kind, int ordinal, int open, string words, string replacement)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(replacement);
        var places = Places(body, kind);
        if (places.Count == open && ordinal >= 0 && ordinal < open)
            return At(body, places[ordinal], replacement);
        var fitting = places.Where(p => Before(body, p.Start).EndsWith(Plain(words), StringComparison.OrdinalIgnoreCase)).ToList();
        return fitting.Count == 1 ? At(body, fitting[0], replacement) : null;
    }

    /// <summary>Whether two kinds leave the same marker.</summary>
    public static bool SameMarker(GapKind a, GapKind b) => (a == GapKind.MissingEmail) == (b == GapKind.MissingEmail);

    private static List<(int Start, int Length)> Places(string body, GapKind kind)
    {
        var forms = Languages.SelectMany(l => new[] { GapMarker.Markdown(kind, l), GapMarker.For(kind, l) }).Distinct().ToList();
        var places = new List<(int Start, int Length)>();
        foreach (var form in forms)
        {
            for (var at = body.IndexOf(form, StringComparison.Ordinal); at >= 0; at = body.IndexOf(form, at + form.Length, StringComparison.Ordinal))
                places.Add((at, form.Length));
        }

        places.Sort();
        return places;
    }

    private static string At(string body, (int Start, int Length) place, string replacement)
    {
        var start = place.Start;
        // Nothing in its place: the blank that was set before it goes too.
        if (replacement.Length == 0 && start > 0 && body[start - 1] == ' ')
            start--;
        return body[..start] + replacement + body[(place.Start + place.Length)..];
    }

    private static string Before(string body, int at) => Plain(body[Math.Max(0, at - Near)..at]);

    private static string Plain(string text) => text.Replace("\\", "", StringComparison.Ordinal).Trim();
}
