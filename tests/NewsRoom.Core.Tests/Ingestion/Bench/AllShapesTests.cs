using System.Text;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Tests.Ingestion.Reading;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Bench;

/// <summary>One batch of every shape that the import reads, and of what it refuses: the report says of each what became of it.</summary>
public sealed class AllShapesTests : BenchFixture
{
    private const string Prose =
        "A ferry that has crossed the Sound of Torsay four times a day since 1961 will make her last passage on Saturday 8 June 2019, with every islander who ever missed her invited aboard.\n\n" +
        "The ferry carried sheep, brides, two Prime Ministers and, in the winter of 1987, the whole of the school.\n\n" +
        "For further information please contact Morag Bain, Torsay Council, +44 1632 960 411, Email:\n\n" +
        "Eleven thousand packets of seed have been posted to gardeners in every county by the Bramley Botanic Garden, which asks them to write down which insects come to the flowers.\n\n" +
        "The seed is of plants that have vanished from the verges: cornflower, corncockle and shepherd’s needle.\n\n" +
        "For further information please contact Piers Holloway, Bramley Botanic Garden, +44 1632 960 512, Email:\n";

    private const string PressSheet =
        "Media contact:\nIona Marsh\nTel: 020 7946 0331 / out of hours 07700 900 331\n\nFor immediate release\n\nEmbargoed until 00:01 Tuesday 14 October 2014\n\nHospital kitchen cooks for the street\n\n" +
        "The kitchen of Saltmarsh Infirmary will cook two hundred suppers a night for people without a home, its trustees decided on Monday.\n\nENDS\n\nNotes to editors\n\n1. The kitchen was built in 1931.\n\nAbout the Infirmary: the Saltmarsh Infirmary has 410 beds.\n";

    private const string Card =
        "12/05/16\n\nPort of Wenlow invites the press to a launch\n\nWHAT: Launch of the pilot cutter Fulmar\n\nWHEN: Friday 20 May 2016, 11am\n\nWHERE: East quay, Port of Wenlow\n\nThe cutter will be named by the oldest pilot of the port, who is ninety-one.\n\nContact: Gil Ferris, Port of Wenlow, +44 1632 960 704\n";

    private const string Meta =
        "Rovers sign a keeper\n\nOld Town Rovers - News - Mar, 04/04/2017 - 11:24\n\nOld Town Rovers have signed goalkeeper Dai Prosser from Penrhyn for two seasons, on the condition that he brings his own gloves.\n\nContact: Sal Hughes, Old Town Rovers, +44 1632 960 808, sal@rovers.example\n";

    private const string French =
        "Le ministère des Ports a annoncé hier, mardi 4 avril 2017, que trois phares seront rallumés avant l’automne, après onze ans d’obscurité.\n\nLes gardiens seront logés dans l’ancienne école du village.\n\nContact presse : Solène Marchais, ministère des Ports, 01 55 50 12 30, courriel :\n";

    private const string Exported =
        "---\ntitle: \"Choir returns to the mill\"\ndate: 2018-09-01\nlanguage: en\n---\nThe mill choir is back in the mill, **with** a roof over it, after a winter in the bakery.\n";

    [Fact]
    public async Task The_report_of_a_batch_of_all_shapes_says_what_became_of_each()
    {
        // Known before: the batch's own copy of it is merged, whatever its quotes and spaces.
        var before = await UploadAsync(new UploadedFile("rovers.txt", Encoding.UTF8.GetBytes(Meta)));
        await AcceptAsync(before);

        var batch = await UploadAsync(
            Text("page.txt", Prose),
            Text("sheet.txt", PressSheet),
            Text("card.txt", Card.Replace("\n", "\r\n", StringComparison.Ordinal)),
            Text("rovers-2017.txt", Meta.Replace("two seasons", "two  seasons", StringComparison.Ordinal)),
            Text("ports.txt", "\uFEFF" + French),
            Text("mill.md", Exported),
            new UploadedFile("lighthouse.docx", new DocxFile().Text("Lighthouse museum closes for repairs", "Heading1").Text("3 February 2019").Text("The lighthouse museum of Saltmarsh will be closed until Easter while its lantern room is repaired.").Bytes()),
            Text("page-again.txt", Prose),
            Text("blank.txt", " \n\n\t\n"),
            new UploadedFile("picture.txt", [0x89, 0x50, 0x4E, 0x47]),
            new UploadedFile("poster.pdf", "%PDF-1.4"u8.ToArray()));
        await AcceptAsync(batch);

        var report = await ReportAsync(batch);

        Assert.Equal((7, 1), (report.Made.Count, report.Merged.Count));
        Assert.Equal(["page-again.txt"], report.Skipped.Select(l => l.File));
        Assert.Equal(["blank.txt"], report.Empty.Select(l => l.File));
        Assert.Equal(["picture.txt", "poster.pdf"], report.Refused.Select(l => l.File).Order(StringComparer.Ordinal));
        Assert.All(report.Refused, l => Assert.True(l.Reason.Length > 10, l.File));
        Assert.Empty(report.Waiting);
        Assert.Contains(report.Made, l => l.Headline == "Lighthouse museum closes for repairs");
        Assert.Contains(report.Made, l => l.Headline == "Choir returns to the mill");
        var held = Assert.Single(report.Unsure, l => l.Headline == "Hospital kitchen cooks for the street");
        Assert.Contains(held.Notes, n => n.Contains("embargo", StringComparison.OrdinalIgnoreCase));
        var text = report.ToText();
        foreach (var line in (string[])["Made: 7", "Merged into releases that were known: 1", "Skipped: 1", "Refused: 2", "Without a release: 1", $"Unsure, for an editor to look at: {report.Unsure.Count}", "Waiting at the bench: 0"])
            Assert.Contains("\n" + line + "\n", text, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine(text);
    }

    private static UploadedFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
