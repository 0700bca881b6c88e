using System.Text;

namespace NewsRoom.Benchmarks;

/// <summary>Lines that no organisation wrote: each would make some careless scan look at the whole line again at every step.</summary>
internal static class HostileLines
{
    public static readonly IReadOnlyList<(string Name, Func<int, string> Make)> All =
    [
        ("prose", n => Repeat("The council opened a new bridge in Leeds on 4 June 2014 and said it will help people. ", n)),
        ("((((", n => Repeat("(", n)),
        ("( ( (", n => Repeat("( ", n)),
        ("....", n => Repeat(".", n)),
        (". . .", n => Repeat("a . b , ", n)),
        (",,", n => Repeat("a,,b", n)),
        ("&&&&", n => Repeat("&", n)),
        ("digits", n => Repeat("1", n)),
        ("1 1 1 1", n => Repeat("1 ", n)),
        ("phones", n => Repeat("Contact: Anna Roe 020 7946 0123, ", n)),
        ("quotes", n => Repeat("\"", n)),
        ("quotations", n => Repeat("“We have been here for ever,” said Anna Roe. ", n)),
        ("Tel:", n => Repeat("Tel:", n)),
        ("Tel: as lines", n => Repeat("Tel: +44 20 7946 0123\n", n)),
        ("people as lines", n => Repeat("Anna Roe, Press Officer, Tel: 020 7946 0123\n", n)),
        ("one word", n => Repeat("a", n)),
        ("capitals", n => Repeat("AAAA BBBB ", n)),
        ("Names", n => Repeat("Anna Roe ", n)),
        ("dates", n => Repeat("on 4 June, ", n)),
        ("years", n => Repeat("Summit 2014, ", n)),
        ("@", n => Repeat("a@b.c ", n)),
        ("spaces", n => Repeat("a" + new string(' ', 500), n)),
        ("letters by line", n => Repeat("a\n\n", n)),
        ("titles by line", n => Repeat("Great News Today\n\n", n)),
        ("date lines", n => Repeat("13/06/14\n\n", n)),
        ("undated releases", n => Repeat("The council has opened a bridge in the town and people like it very much indeed.\n\nFor more information contact Anna Roe on 020 7946 0123.\n\n", n)),
        ("dates by line", n => Repeat("The council met on 4 June and said that it had opened a bridge in the town.\n\nContact: Anna Roe, 020 7946 0123\n\n", n)),
        ("gaps by line", n => Repeat("Please visit the website of the council at .\n\n", n)),
    ];

    private static string Repeat(string unit, int length)
    {
        var text = new StringBuilder(length + unit.Length);
        while (text.Length < length)
            text.Append(unit);
        return text.ToString();
    }
}
