using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

/// <summary>The newsroom's own form of a release in Markdown, as docs/import-format.md defines it: reading it back keeps everything.</summary>
public sealed class MarkdownExportTests
{
    private const string Export = """
        ---
        title: "Footbridge opens: walkers are back"
        date: 2014-06
        dateline: Geneva
        standfirst: Two years after the tides took the old one.
        language: fr
        themes: [climate, diaspora]
        contacts:
          - name: Anna Roe
            role: Harbour master
            office: Harbour Trust
            phone: +44 20 7946 0123
            other_phone: +44 7700 900123
            email: anna.roe@harbour.example
          - name: Press office
            phone: 020 7946 01
        sources:
          - file: 2014.txt
            lines: 12-40
        ---
        The *harbour trust* opened its [new footbridge](https://harbour.example) on Friday.

        - free
        - always open

        | Part | Cost |
        | --- | --- |
        | Deck | £4 |

        """;

    [Fact]
    public void Reading_an_export_back_keeps_everything()
    {
        var release = Planned.One(Export, "footbridge.md");

        Assert.Equal(("Footbridge opens: walkers are back", HeadlineBasis.Text, "Two years after the tides took the old one.", "Geneva", "fr"), (release.Headline, release.HeadlineBasis, release.Standfirst, release.Dateline, release.Language));
        Assert.Equal(("2014-06", DatePrecision.Month), (release.Date.ToIso(), release.Date.Precision));
        Assert.Equal(["climate", "diaspora"], release.Themes.Select(t => t.Slug).Order());
        var (anna, office) = (release.Contacts[0], release.Contacts[1]);
        Assert.Equal(("Anna Roe", "Harbour master", "Harbour Trust", "+442079460123", "+447700900123", "anna.roe@harbour.example"), (anna.Name, anna.Role, anna.Office, anna.Phone?.E164, anna.OtherPhone?.E164, anna.Email));
        Assert.Equal(("Press office", "020 7946 01", null), (office.Name, office.Phone?.AsWritten, office.Phone?.E164));
        Assert.Equal(2, release.Contacts.Count);
        Assert.Equal("The *harbour trust* opened its [new footbridge](https://harbour.example) on Friday.\n\n- free\n- always open\n\n| Part | Cost |\n| --- | --- |\n| Deck | £4 |", release.Body);
        Assert.Empty(release.Gaps);
    }

    [Fact]
    public void Its_sources_stay_in_the_lines_that_the_release_owns()
    {
        var plan = Planned.Of(Export, "footbridge.md");

        Assert.Equal(1, Assert.Single(plan.Releases).StartLine);
        var source = Assert.Single(FrontMatter.Read(plan.Document.Lines)!.Maps("sources"));
        Assert.Equal(("2014.txt", "12-40"), (source["file"], source["lines"]));
    }

    [Theory]
    [InlineData("2014", "2014")]
    [InlineData("2014-06", "2014-06")]
    [InlineData("2014-06-13", "2014-06-13")]
    [InlineData("2014-06-13T23:30:00-05:00", "2014-06-13")]
    [InlineData("13 June 2014", "2014-06-13")]
    [InlineData("06/05/2014", "2014-05-06")]
    [InlineData("soon", null)]
    public void A_date_is_taken_as_exactly_as_it_is_written(string written, string? iso)
    {
        var release = Planned.One($"---\ntitle: Footbridge opens\ndate: {written}\n---\nThe harbour trust opened its new footbridge.\n", "a.md");

        Assert.Equal(iso, release.Date.ToIso());
    }
}
