using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class GapExtractorTests
{
    private const string Lead = "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by the spring tides.\n\n";

    [Theory]
    [InlineData("For more information please contact Anna Roe, Harbour Trust, Tel: +44 20 7946 0123, Email:", GapKind.MissingEmail)]
    [InlineData("For more information please contact Anna Roe, Tel: +44 20 7946 0123, E-mail: , or Ben Cole, Tel: +44 20 7946 0124", GapKind.MissingEmail)]
    [InlineData("To download the report of the harbour trust on its seven bridges, click here.", GapKind.MissingLink)]
    [InlineData("Pictures of the bridge are on the project’s website,, where members may order prints of them.", GapKind.MissingUrl)]
    [InlineData("The whole story of the bridge can be read on our website (), with pictures of each of its builders.", GapKind.MissingUrl)]
    [InlineData("Website:", GapKind.MissingUrl)]
    [InlineData("Walkers who wish to lend a hand should write to by the end of September.", GapKind.MissingEmail)]
    [InlineData("Members of the trust who would like to come can say so by visiting", GapKind.MissingUrl)]
    [InlineData("To ask for a visit of the bridge, fill in the form at or speak to the warden.", GapKind.MissingUrl)]
    [InlineData("Experience with oak is an advantage. Send a photograph of the bridge you are proudest of to", GapKind.MissingEmail)]
    [InlineData("The survey of the seven bridges is available at: .", GapKind.MissingUrl)]
    [InlineData("The survey of the bridges stands on the trust’s own pages at www. .", GapKind.MissingUrl)]
    [InlineData("Press contact: Anna Roe, Harbour Trust, +44 20 7946 0123, anna@", GapKind.MissingEmail)]
    [InlineData("Some of the letters about the bridge can be read here (in Welsh).", GapKind.MissingLink)]
    [InlineData("For further information please contact Anna Roe, Mobile: +44 7700 900 123; Email: or Ben Cole, Tel: +44 20 7946 0124", GapKind.MissingEmail)]
    public void A_place_where_an_address_or_a_link_was_lost_is_found(string line, GapKind kind)
    {
        var release = Planned.One(Lead + line + "\n");

        var gap = Assert.Single(release.Gaps);
        Assert.Equal((kind, 3), (gap.Kind, gap.Line));
        Assert.Contains("lost in the archive", release.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("For more information please contact Anna Roe, Tel: +44 20 7946 0123, Email: anna.roe@harbour.example")]
    [InlineData("The bridge is here to stay, and the trust is glad to see it used by so many people from the town.")]
    [InlineData("Read the whole story here: https://harbour.example/bridge and tell us what you think of it.")]
    [InlineData("The bridge (built of oak) carries forty people, and three crews (of nine) looked after it.")]
    [InlineData("The trust will write to and visit every family that has lived by the bridge.")]
    [InlineData("Meet the warden at or near the bridge, where the path begins.")]
    [InlineData("The families live on dunes without wells, the network said on Friday after a ten-day visit.")]
    public void What_was_not_lost_is_no_gap(string line) => Assert.Empty(Planned.One(Lead + line + "\n").Gaps);

    [Fact]
    public void A_gap_s_sentence_is_the_one_around_it()
    {
        var gap = Assert.Single(Planned.One(Lead + "It was a cold day. To download the plans of the bridge, click here. Nobody minded.\n").Gaps);

        Assert.Equal("To download the plans of the bridge, click here.", gap.Sentence);
    }

    [Theory]
    [InlineData("A film of the first crossing is here.", GapKind.MissingLink)]
    [InlineData("Las inscripciones se hacen a través de Lucía Serrano en", GapKind.MissingEmail)]
    [InlineData("Contact presse : Solène Marchais, ville de Montbrac, 02 99 55 01 44, ou à l’adresse", GapKind.MissingEmail)]
    public void What_was_to_be_fetched_or_written_to_is_missed_in_other_words_too(string line, GapKind kind) =>
        Assert.Equal(kind, Assert.Single(Planned.One(Lead + line + "\n").Gaps).Kind);

    [Fact]
    public void A_family_that_is_here_is_no_link() =>
        Assert.Empty(Planned.One(Lead + "The oldest family of the island is here.\n").Gaps);
}
