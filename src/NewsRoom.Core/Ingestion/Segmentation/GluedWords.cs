using System.Text;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Takes apart what a capture ran together: "ShareFacebookTwitterEmailPrint", "Press release dateMonday, 11 March, 2019TopicCommunities".</summary>
internal static class GluedWords
{
    /// <summary>A single such place may be a name, "Anna MacDonald", where no other line of the page has more.</summary>
    private const int Fewest = 2;

    /// <summary>Labels and buttons are hardly longer, in characters.</summary>
    private const int Longest = 240;

    /// <summary>So many letters make a word: "Mc" and "De" begin names.</summary>
    private const int ShortestWord = 3;

    private static readonly string[] Names = ["YouTube", "LinkedIn", "WhatsApp", "TikTok", "SoundCloud", "PayPal", "ReliefWeb", "JavaScript", "Mac", "Fitz"];

    /// <summary>Takes the lines of a page apart.</summary>
    public static void Apart(Span<string> lines)
    {
        var glued = false;
        foreach (ref var line in lines)
        {
            var apart = Apart(line, Fewest);
            glued |= apart.Length > line.Length;
            line = apart;
        }

        if (!glued)
            return;
        foreach (ref var line in lines)
            line = line.Length <= ShortLine ? Apart(line, 1) : line;
    }

    /// <summary>"HomeNews": so short a line is one of a site's frame, where it has others.</summary>
    private const int ShortLine = 40;

    private static string Apart(string line, int fewest)
    {
        if (line.Length > Longest)
            return line;
        var places = 0;
        for (var i = 1; i < line.Length; i++)
            places += Parts(line, i) ? 1 : 0;
        if (places < fewest || line.Contains('@', StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal) || line.Contains("www.", StringComparison.OrdinalIgnoreCase))
            return line;
        var builder = new StringBuilder(line.Length + places);
        for (var i = 0; i < line.Length; i++)
        {
            if (i > 0 && Parts(line, i))
                builder.Append(' ');
            builder.Append(line[i]);
        }

        return builder.ToString();
    }

    /// <summary>Whether one word ends before a place and another begins there.</summary>
    private static bool Parts(string line, int at)
    {
        var (before, after) = (line[at - 1], line[at]);
        if (char.IsUpper(after))
            return char.IsLower(before) ? IsWord(line, at) && !IsName(line, at) : char.IsAsciiDigit(before) && at + 1 < line.Length && char.IsLower(line[at + 1]);
        if (char.IsAsciiDigit(after))
            return char.IsLower(before) && IsWord(line, at);
        // "Pages123456next ›", and not "22nd".
        if (char.IsLower(after) && char.IsAsciiDigit(before))
            return at + ShortestWord < line.Length && char.IsLower(line[at + 1]) && char.IsLower(line[at + 2]) && char.IsLower(line[at + ShortestWord]);
        return after is '«' or '‹' ? char.IsLetter(before) : before is '»' or '›' && char.IsLetterOrDigit(after);
    }

    private static bool IsWord(string line, int end) => end >= ShortestWord && char.IsLetter(line[end - 2]) && char.IsLetter(line[end - ShortestWord]);

    private static bool IsName(string line, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetter(line[start - 1]))
            start--;
        foreach (var name in Names)
        {
            if (line.AsSpan(start).StartsWith(name, StringComparison.Ordinal) && at - start <= name.Length)
                return true;
        }

        return false;
    }
}
