using System.Buffers;
using System.Text;

namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>The text of a line as the pipeline looks at it: odd spaces are spaces, and characters that show nothing are gone.</summary>
internal static class CleanText
{
    private static readonly SearchValues<char> Odd = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(i => (char)i), '\u007F', '\u0085', '\u00A0', '\u00AD', '\u1680', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006',
         '\u2007', '\u2008', '\u2009', '\u200A', '\u200B', '\u200C', '\u200D', '\u2028', '\u2029', '\u202F', '\u205F', '\u2060', '\u3000', '\uFEFF']);

    /// <summary>Cleans a line; joiners stay, as they belong to words and emoji.</summary>
    public static string Of(string line)
    {
        if (line.AsSpan().IndexOfAny(Odd) < 0)
            return line.AsSpan().Trim(' ').Length == line.Length ? line : line.Trim(' ');
        var builder = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!Odd.Contains(c) || c is '\u200C' or '\u200D')
                builder.Append(c);
            else if (c is '\t' or '\f' or '\v' or '\r' or '\u0085' || char.IsWhiteSpace(c))
                builder.Append(' ');
        }

        return builder.ToString().Trim(' ');
    }
}
