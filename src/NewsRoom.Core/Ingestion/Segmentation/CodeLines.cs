using System.Collections.Frozen;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Lines of the page's making that a capture left among its words: they say nothing to a reader.</summary>
internal static class CodeLines
{
    /// <summary>What ends each kind of code, the kinds that hold words of their own first.</summary>
    private static readonly (string Begin, string End)[] Ends = [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<noscript", "</noscript>"), ("<", ">")];

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a article aside body br button center div figure font footer form frame frameset head header hr html iframe img input li link main meta nav noscript ol option p script section select span style svg table tbody td th thead tr ul".Split(' '));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = Elements.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"&lt;script src="/foot.js"&gt;&lt;/script&gt;", "&lt;!-- text --&gt;", "&lt;/div&gt;", and no word beside them.</summary>
    public static bool IsCode(string text)
    {
        if (text.Length < 3 || text[0] != '<' || text[^1] != '>')
            return false;
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            if (rest[0] != '<' || !(rest.StartsWith("<!--") || IsElement(rest)))
                return false;
            var end = ">";
            foreach (var kind in Ends)
            {
                if (!rest.StartsWith(kind.Begin, StringComparison.OrdinalIgnoreCase))
                    continue;
                end = kind.End;
                break;
            }

            var length = rest.IndexOf(end, StringComparison.OrdinalIgnoreCase);
            if (length < 0)
                return false;
            rest = rest[(length + end.Length)..].TrimStart(' ');
        }

        return true;
    }

    /// <summary>"&lt;press@harbour.example&gt;" and "&lt;Anna Roe&gt;" are none.</summary>
    private static bool IsElement(ReadOnlySpan<char> tag)
    {
        var from = tag.Length > 1 && tag[1] == '/' ? 2 : 1;
        var to = from;
        while (to < tag.Length && char.IsAsciiLetter(tag[to]))
            to++;
        return to < tag.Length && tag[to] is ' ' or '>' or '/' && Names.Contains(tag[from..to]);
    }
}
