using System.Text;
using System.Text.RegularExpressions;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Rendering;

/// <summary>Where a gap's marker stands in a body.</summary>
public readonly record struct GapPlace(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Finds a gap's marker in a body and puts something in its place.</summary>
public static partial class GapText
{
    private static readonly string[] Languages = ["en", "fr", "es"];

    /// <summary>Behind these words a name was lost, and not only the link that it carried.</summary>
    private static readonly HashSet<string> Open = new(
        "a an the our your its their this that of at on in to from by via and or le la les un une notre nos leur de du des sur en el los las una nuestra".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>A sentence of fewer letters than this is a label, which may stand in many places.</summary>
    private const int Telling = 20;

    /// <summary>
    /// The place of a gap's marker; null when it cannot be told which, because the text was changed by hand since. The markers of a kind stand in the order of the
    /// open gaps of that kind; where their numbers differ, the words around the marker decide.
    /// </summary>
    /// <param name="ordinal">0-based place among the open gaps that have the same marker.</param>
    /// <param name="open">How many open gaps have the same marker.</param>
    /// <param name="words">The words that stand where something is missing.</param>
    public static GapPlace? Find(string body, GapKind kind, int ordinal, int open, string words)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(words);
        var places = Places(body, kind);
        if (places.Count == open && ordinal >= 0 && ordinal < open)
            return places[ordinal];
        var fitting = places.Where(p => Own(body, p, words) is not null).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>The place of one of the open gaps of a release.</summary>
    /// <param name="open">All of them, in their order.</param>
    public static GapPlace? PlaceOf(string body, Gap gap, IEnumerable<Gap> open)
    {
        ArgumentNullException.ThrowIfNull(gap);
        var alike = open.Where(g => SameMarker(g.Kind, gap.Kind)).ToList();
        return Find(body, gap.Kind, alike.FindIndex(g => g.Id == gap.Id), alike.Count, gap.Text);
    }

    /// <summary>The body with an address in a marker's place. Words that carried the link carry it again; what was left of an address goes.</summary>
    /// <param name="address">Between angle brackets.</param>
    public static string Put(string body, GapPlace place, GapKind kind, string words, string address)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(address);
        var rest = body.AsSpan(place.End);
        // Where the address stood a blank was left before the sign.
        if (rest is [' ', '.' or ',' or ')'] or [' ', '.' or ',' or ')', ' ' or '\n', ..])
            rest = rest[1..];
        var own = Own(body, place, words);
        if (own is { } left && IsStump(left.Words))
            return string.Concat(body.AsSpan(0, left.Start), address, rest);
        if (kind != GapKind.MissingLink || own is not { } carrying || !CarriesLink(carrying.Words))
            return string.Concat(body.AsSpan(0, place.Start), address, rest);
        // Where a link leads entities are read, as they are not between angle brackets alone.
        var leads = address.Contains(';', StringComparison.Ordinal) ? address.Replace("&", "&amp;", StringComparison.Ordinal) : address;
        return $"{body.AsSpan(0, carrying.Start)}[{body.AsSpan(carrying.Start, carrying.End - carrying.Start)}]({leads}){rest}";
    }

    /// <summary>The body without a marker, and without the blank that was set before it.</summary>
    public static string Remove(string body, GapPlace place)
    {
        ArgumentNullException.ThrowIfNull(body);
        var start = place.Start > 0 && body[place.Start - 1] == ' ' ? place.Start - 1 : place.Start;
        return body.Remove(start, place.End - start);
    }

    /// <summary>Whether two kinds leave the same marker.</summary>
    private static bool SameMarker(GapKind a, GapKind b) => (a == GapKind.MissingEmail) == (b == GapKind.MissingEmail);

    /// <summary>Whether a gap is still what an editor saw when the body was an earlier one: nothing but gaps was mended since, or the sentence stands around the marker as it did.</summary>
    public static bool StillStands(string earlier, string body, GapPlace place, string sentence)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(sentence);
        if (Letters(earlier) == Letters(body))
            return true;
        var wanted = Letters(sentence);
        if (wanted.Length < Telling)
            return false;
        var before = Letters(body[..place.Start]);
        var all = before + Letters(body[place.End..]);
        for (var at = all.IndexOf(wanted, StringComparison.Ordinal); at >= 0 && at <= before.Length; at = all.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (at + wanted.Length >= before.Length)
                return true;
        }

        return false;
    }

    /// <summary>The markers of a kind, in the order of the text.</summary>
    internal static List<GapPlace> Places(string body, GapKind kind)
    {
        var forms = Languages.SelectMany(l => new[] { GapMarker.Markdown(kind, l), GapMarker.For(kind, l) }).Distinct().ToList();
        var places = new List<GapPlace>();
        foreach (var form in forms)
        {
            for (var at = body.IndexOf(form, StringComparison.Ordinal); at >= 0; at = body.IndexOf(form, at + form.Length, StringComparison.Ordinal))
                places.Add(new(at, form.Length));
        }

        places.Sort((a, b) => a.Start.CompareTo(b.Start));
        return places;
    }

    /// <summary>The gap's words before its marker, with the place they take in the body; null where they do not stand there, the rest of them behind the marker.</summary>
    private static (int Start, int End, string Words)? Own(string body, GapPlace place, string words)
    {
        var offsets = new List<int>();
        var text = new StringBuilder();
        for (var i = Math.Max(0, place.Start - 2 * words.Length - 8); i < place.Start; i++)
        {
            if (body[i] == '\\' && i + 1 < place.Start && !char.IsAsciiLetterOrDigit(body[i + 1]))
                i++;
            offsets.Add(i > 0 && body[i - 1] == '\\' ? i - 1 : i);
            text.Append(body[i]);
        }

        var before = text.ToString().TrimEnd(' ');
        var after = body[place.End..Math.Min(body.Length, place.End + 2 * words.Length + 8)].Replace("\\", "", StringComparison.Ordinal).TrimStart(' ');
        for (var length = words.Length; length > 0; length--)
        {
            var own = words[..length].TrimEnd(' ');
            var start = before.Length - own.Length;
            if (own.Length == 0 || !before.EndsWith(own, StringComparison.OrdinalIgnoreCase) || !after.StartsWith(words[length..].TrimStart(' '), StringComparison.OrdinalIgnoreCase))
                continue;
            if (start == 0 || !char.IsLetterOrDigit(own[0]) || !char.IsLetterOrDigit(before[start - 1]))
                return (offsets[start], before.Length < offsets.Count ? offsets[before.Length] : place.Start, own);
        }

        return null;
    }

    /// <summary>"click here", "Download the report", and not "More:" or "from the".</summary>
    private static bool CarriesLink(string words) =>
        (char.IsLetterOrDigit(words[^1]) || words[^1] is '”' or '"' or '’' or '\'') && words.Any(char.IsLetter) && !words.AsSpan().ContainsAny("[]\n")
        && !Open.Contains(words[(words.LastIndexOf(' ') + 1)..]);

    /// <summary>What flattening left of an address: "www.", "anna@", "&lt;&gt;", "[email protected]".</summary>
    private static bool IsStump(string words) =>
        words is "www" or "www." or "<>" or "< >" || words.StartsWith("[email", StringComparison.OrdinalIgnoreCase)
        || (!words.Contains(' ', StringComparison.Ordinal) && words.Length > 1 && (words[^1] == '@' || words.EndsWith("//", StringComparison.Ordinal) || words.EndsWith("mailto:", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Letters and digits, without markers and addresses: equal for bodies that differ in mended gaps only.</summary>
    private static string Letters(string body)
    {
        var text = Addresses().Replace(GapMarker.RemoveFrom(body.Replace("\\", "", StringComparison.Ordinal)), "");
        return string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    [GeneratedRegex(@"<[^<>\s]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
