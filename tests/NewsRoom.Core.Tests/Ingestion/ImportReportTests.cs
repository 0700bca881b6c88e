using System.Text.Json;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

public sealed class ImportReportTests : ImportFixture
{
    private static readonly PlannedDocument Refused = new(1, new ImportPlan(new SourceDocument("b.txt", default, "00", "", []), PlanStatus.Refused, "Save it as text.", [], []), false);

    [Fact]
    public void The_json_has_the_fixed_shape()
    {
        var contact = new FoundContact("Zoë “Z” Ray", null, "Office", new PhoneNumber("020 1", null), new PhoneNumber("020 7946 0001", "+442079460001"), null, 4);
        var draft = Draft("Café — opens") with
        {
            Contacts = [contact],
            Date = ReleaseDate.OnDay(new DateOnly(2014, 6, 13)) with { Evidence = "yesterday (12/6)", EvidenceLine = 3, Basis = DateBasis.Text, Confidence = 0.95 },
            Gaps = [new FoundGap(GapKind.MissingUrl, 2, "website,", "…")],
            Themes = [new FoundTheme("weak", 0.3, []), new FoundTheme("strong", 0.8, [new FoundPhrase(2, "word")])],
            DuplicateOf = new DuplicateReference("z.txt", 11),
        };
        var text = Write(new PlannedDocument(0, Plan("a.txt", draft), false), Refused);

        Assert.Contains("Café — opens", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        var document = json.RootElement.GetProperty("documents")[0];
        var release = document.GetProperty("releases")[0];
        Assert.Equal(("a.txt", "planned", JsonValueKind.Null), (document.GetProperty("file").GetString(), document.GetProperty("status").GetString(), document.GetProperty("message").ValueKind));
        Assert.Equal(("2014-06-13", "day", "text", 3), (release.GetProperty("date").GetProperty("value").GetString(), release.GetProperty("date").GetProperty("precision").GetString(),
            release.GetProperty("date").GetProperty("basis").GetString(), release.GetProperty("date").GetProperty("line").GetInt32()));
        Assert.Equal("strong", Assert.Single(release.GetProperty("themes").EnumerateArray().ToList()).GetString());
        Assert.Equal("missing-url", release.GetProperty("gaps")[0].GetProperty("kind").GetString());
        Assert.Equal("+442079460001", release.GetProperty("contacts")[0].GetProperty("phones")[1].GetProperty("e164").GetString());
        Assert.Equal(11, release.GetProperty("duplicateOf").GetProperty("index").GetInt32());
        Assert.Equal("Save it as text.", json.RootElement.GetProperty("documents")[1].GetProperty("message").GetString());
        var totals = json.RootElement.GetProperty("totals");
        Assert.Equal((2, 1, 0, 1, 1, 1), (Total("documents"), Total("releases"), Total("distinct"), Total("duplicates"), Total("gaps"), Total("refused")));

        int Total(string name) => totals.GetProperty(name).GetInt32();
    }

    [Fact]
    public void The_text_report_names_what_was_refused_and_why()
    {
        var report = new ImportReport();
        report.Add(new PlannedDocument(0, Plan("a.txt", Draft("One") with { Unsure = ["?"] }, Draft("Two", 2) with { ExistingReleaseId = 7 }), false));
        report.Add(Refused);

        Assert.Equal(
            ["2 documents, 2 releases, 1 of them merged as a duplicate.", "1 release marked for an editor: the import was not sure.", "Refused: b.txt. Save it as text."],
            report.Lines(dryRun: false));
        Assert.Equal("A dry run: nothing was written.", report.Lines(dryRun: true).Last());
    }

    private static string Write(params PlannedDocument[] documents)
    {
        using var output = new StringWriter();
        using var json = new ImportReportJson(output);
        foreach (var document in documents)
            json.Add(document);
        json.Finish();
        return output.ToString();
    }
}
