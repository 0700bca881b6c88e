using System.Text;

namespace NewsRoom.Benchmarks.Generation;

/// <summary>What happens to pages on their way: encodings, line ends, odd spaces, broken bytes, a line without end.</summary>
internal static class Noise
{
    private const int LongLine = 60_000;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The bytes of a page; every seventh of its kind in one of six bad manners.</summary>
    public static byte[] Of(int round, string text) => (round % 14) switch
    {
        1 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))],
        3 => Windows1252.GetBytes(text),
        5 => Encoding.UTF8.GetBytes(OddSpaces(text)),
        7 => Broken(Encoding.UTF8.GetBytes(text)),
        9 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        // One long line in a hundred pages or so: it is as long as two pages.
        11 when text.Length % 7 == 0 => Encoding.UTF8.GetBytes(text + new StringBuilder().Insert(0, "and so on, ", LongLine / 11).Append("to the end.\n\n")),
        _ => Encoding.UTF8.GetBytes(text),
    };

    /// <summary>The same page with straight quotes, double spaces and another space before dashes.</summary>
    public static string OtherQuotes(string text) => text.Replace('“', '"').Replace('”', '"').Replace('’', '\'').Replace(". ", ".  ", StringComparison.Ordinal).Replace(" – ", "\u00A0- ", StringComparison.Ordinal);

    /// <summary>No-break spaces, tabs and control characters.</summary>
    private static string OddSpaces(string text)
    {
        var builder = new StringBuilder(text);
        for (var i = 40; i < builder.Length; i += 97)
        {
            if (builder[i] == ' ')
                builder[i] = i % 3 == 0 ? '\t' : '\u00A0';
            else if (builder[i] == '\n' && i % 5 == 0)
                builder.Insert(i, '\u0007');
        }

        return builder.ToString();
    }

    /// <summary>A byte in a thousand that belongs to no character.</summary>
    private static byte[] Broken(byte[] bytes)
    {
        for (var i = 500; i < bytes.Length; i += 1000)
        {
            if (bytes[i] is >= (byte)'a' and <= (byte)'z')
                bytes[i] = 0xFF;
        }

        return bytes;
    }
}
