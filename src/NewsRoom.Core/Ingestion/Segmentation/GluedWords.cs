using System.Text;

namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>Takes apart what a capture ran together: "ShareFacebookTwitterEmailPrint", "Press release dateMonday, 11 March, 2019TopicCommunities".</summary>
internal static class GluedWords
{
    /// <summary>A single such place may be a name: "Anna MacDonald on YouTube".</summary>
    private const int Fewest = 2;

    /// <summary>Labels and buttons are hardly longer, in characters.</summary>
    private const int Longest = 240;

    /// <summary>So many letters make a word: "Mc" and "De" begin names.</summary>
    private const int ShortestWord = 3;

    private static readonly string[] Names = ["YouTube", "LinkedIn", "WhatsApp", "TikTok", "SoundCloud", "PayPal", "ReliefWeb", "JavaScript", "Mac", "Fitz"];

    /// <summary>A line with its words apart; the line itself where no more than one place looks run together, or where it holds an address.</summary>
    public static string Apart(string line)
    {
        if (line.Length > Longest)
            return line;
        var places = 0;
        for (var i = 1; i < line.Length; i++)
            places += Parts(line, i) ? 1 : 0;
        if (places < Fewest || line.Contains('@', StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal) || line.Contains("www.", StringComparison.OrdinalIgnoreCase))
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
