using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

public sealed class BoilerplateTests
{
    private const string About = "Harbour Trust keeps eleven harbours on the east coast open to fishing boats, ferries and visitors, and has done so since 1907.";

    private static readonly string[] Leads =
    [
        "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by the spring tides.",
        "A pilot scheme that lends fishing crews electric winches has cut diesel use on the quay by a third, the first figures show.",
        "Volunteers counted a record four hundred seals on the outer sandbank this winter, according to the annual survey.",
    ];

    [Fact]
    public void An_about_section_that_two_releases_carry_is_kept_beside_their_bodies()
    {
        var plan = Planned.Of(Page(2, "About Harbour Trust", About));

        Assert.Equal(2, plan.Releases.Count);
        Assert.All(plan.Releases, r => Assert.Equal($"About Harbour Trust\n\n{About}", r.Boilerplate));
        Assert.All(plan.Releases, r => Assert.DoesNotContain("eleven harbours", r.Body, StringComparison.Ordinal));
        // The lines stay the release's own.
        Assert.All(plan.Releases, r => Assert.Equal(About, plan.Document.Lines[r.EndLine - 1].Text));
        Lines.AssertAccounted(plan);
    }

    [Fact]
    public void Other_quotes_and_spaces_make_it_no_other_text()
    {
        var text = Page(2, "About Harbour Trust:", About);
        var plan = Planned.Of(text[..(text.Length / 2)] + text[(text.Length / 2)..].Replace("eleven harbours", "eleven\u00A0harbours", StringComparison.Ordinal));

        Assert.All(plan.Releases, r => Assert.NotNull(r.Boilerplate));
    }

    [Fact]
    public void A_closing_paragraph_is_kept_beside_the_body_when_three_releases_have_it_and_not_when_two_do()
    {
        Assert.All(Planned.Of(Page(3, About)).Releases, r => Assert.Equal(About, r.Boilerplate));
        Assert.All(Planned.Of(Page(2, About)).Releases, r => Assert.Null(r.Boilerplate));
    }

    [Fact]
    public void An_about_section_of_a_single_release_stays_in_its_body()
    {
        var release = Assert.Single(Planned.Of(Page(1, "About Harbour Trust", About)).Releases);

        Assert.Null(release.Boilerplate);
        Assert.EndsWith("### About Harbour Trust\n\n" + About, release.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_lost_a_link_stays_in_the_body_where_the_gap_is_mended()
    {
        var plan = Planned.Of(Page(2, "About Harbour Trust", About + " To find out more, click here."));

        Assert.All(plan.Releases, r => Assert.Null(r.Boilerplate));
        Assert.All(plan.Releases, r => Assert.Contains("lost in the archive", r.Body, StringComparison.Ordinal));
    }

    [Fact]
    public void One_release_printed_twice_has_no_boilerplate()
    {
        var once = $"13/06/14\n\nFootbridge opens\n\n{Leads[0]}\n\n{About}\n\n";

        Assert.All(Planned.Of(once + once + once).Releases, r => Assert.Null(r.Boilerplate));
    }

    private static string Page(int releases, params string[] closing) =>
        string.Concat(Leads.Take(releases).Select((lead, i) => $"{13 - i}/06/14\n\nHeadline number {i + 1} of the day\n\n{lead}\n\nThe work goes on through the year, with the help of {i + 3} crews.\n\n{string.Join("\n\n", closing)}\n\n")).TrimEnd('\n') + "\n";
}
