using System.Globalization;
using System.Text;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Segmentation;

/// <summary>Three releases under every combination of what press offices set over, in and under them: each is found, wherever it begins.</summary>
public sealed class SheetGridTests
{
    private static readonly string[] Titles = ["Ferry makes her last passage", "Seed for every county", "Night shelter to open on Rope Street"];

    private static readonly string[][] Texts =
    [
        ["A ferry that has crossed the Sound of Torsay four times a day since 1961 will make her last passage on Saturday 8 June, with every islander who ever missed her invited aboard.",
            "The ferry carried sheep, brides, two Prime Ministers and, in the winter of 1987, the whole of the school. Her engine was built in Ballina.", "“She never learned to go backwards,” said skipper Morag Bain. “Nor did I.”"],
        ["Eleven thousand packets of seed have been posted to gardeners in every county by the Bramley Botanic Garden, which asks them to write down which insects come to the flowers.",
            "The seed is of plants that have vanished from the verges: cornflower, corncockle and shepherd’s needle. A gardener needs one square metre and a pencil."],
        ["A night shelter with thirty beds will open on Rope Street on 1 November. It is the first in the town, and was paid for by a legacy of £210,000.",
            "Guests may stay for twenty-eight nights and bring a dog. The council will send a housing officer every morning.", "“A bed is where it begins,” said Councillor Ann Pike."],
    ];

    private static readonly string[][] Contacts =
    [
        ["For further information please contact Morag Bain, Torsay Council, 01632 960 411"],
        ["For more information, please contact:", "Piers Holloway", "Telephone: 01632 960 412 / out of hours 07700 900 412"],
        ["Press office", "Ann Pike, press officer", "Tel: 01632 960 413", "Email: press@torsay.example"],
    ];

    private static readonly DateTime[] Days = [new(2014, 10, 14), new(2014, 10, 9), new(2014, 10, 2)];

    private static readonly string[] Notes = ["ENDS", "Notes to editors", "1. Figures are for 2013.", "About Torsay Council: it runs eleven islands and a bus."];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Contacts_over_the_releases_open_them(bool named)
    {
        foreach (var marker in (string[])["For immediate release", "PRESS RELEASE", ""])
        {
            foreach (var (dated, titled, ended) in Switches())
                Check(named, i => [.. Contacts[i], .. Marker(marker), .. Dated(dated, i, "d MMMM yyyy"), .. Titled(titled, i), .. Texts[i], .. ended ? i == 0 ? Notes : [Notes[0]] : []]);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Markers_over_the_releases_open_them(bool named)
    {
        foreach (var marker in (string[])["For immediate release", "PRESS RELEASE", "News release", "Embargoed until 00:01 Tuesday 14 October 2014"])
        {
            foreach (var (dated, titled, ended) in Switches())
            {
                Check(named, i => [marker, .. Dated(dated, i, "d MMMM yyyy"), .. Titled(titled, i), .. Texts[i], .. ended ? [Notes[0]] : Contacts[i]]);
                Check(named, i => [marker, .. Dated(dated, i, "d MMMM yyyy"), .. Titled(titled, i), .. Texts[i], .. ended ? Notes : []]);
            }
        }
    }

    [Theory]
    [InlineData("dd'/'MM'/'yy")]
    [InlineData("d MMMM yyyy")]
    [InlineData("MMMM d, yyyy")]
    [InlineData("yyyy-MM-dd")]
    [InlineData("dddd d MMMM yyyy")]
    [InlineData("dd'.'MM'.'yyyy")]
    [InlineData("'Published: 'd MMMM yyyy")]
    [InlineData("'Torsay - News - 'ddd, MM'/'dd'/'yyyy' - 11:24'")]
    public void Date_lines_over_the_releases_open_them(string format)
    {
        foreach (var (named, titled, closed) in Switches())
        {
            Check(named, i => [.. Dated(true, i, format), .. Titled(titled, i), .. Texts[i], .. closed ? Contacts[0] : []]);
            Check(named, i => [Titles[i], .. Dated(true, i, format), .. Texts[i], .. closed ? Contacts[0] : []]);
        }
    }

    [Fact]
    public void Credits_over_headlines_open_releases()
    {
        foreach (var (named, dateline, closed) in Switches())
            Check(named, i => [i == 0 ? "Photo: Anna Roe / Torsay Council" : "Photo: The view from the quay. Credit: Torsay Council", Titles[i], (dateline ? "Torsay – " : "") + Texts[i][0], .. Texts[i][1..], .. closed ? Contacts[0] : []]);
    }

    private static IEnumerable<(bool, bool, bool)> Switches() => Enumerable.Range(0, 8).Select(n => ((n & 1) != 0, (n & 2) != 0, (n & 4) != 0));

    private static string[] Marker(string marker) => marker.Length > 0 ? [marker] : [];

    private static string[] Dated(bool dated, int i, string format) => dated ? [Days[i].ToString(format, CultureInfo.InvariantCulture)] : [];

    private static string[] Titled(bool titled, int i) => titled ? [Titles[i]] : [];

    private static void Check(bool named, Func<int, string[]> release)
    {
        var (page, starts, line) = (new StringBuilder(), new List<int>(), 1);
        void Add(string paragraph)
        {
            page.Append(paragraph).Append("\n\n");
            line += 2;
        }

        if (named)
            Add("Torsay Council – press room");
        for (var i = 0; i < Texts.Length; i++)
        {
            starts.Add(line);
            Array.ForEach(release(i), Add);
        }

        var plan = Planned.Pipeline.Plan("page.txt", Encoding.UTF8.GetBytes(page.ToString()));
        Assert.True(starts.SequenceEqual(plan.Releases.Select(r => r.StartLine)), $"Releases begin at {string.Join(", ", starts)}, and were found at {string.Join(", ", plan.Releases.Select(r => r.StartLine))} of\n{page}");
    }
}
