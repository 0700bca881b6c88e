using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class QuoteExtractorTests
{
    private const string Lead = "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by the spring tides.\n\n";

    [Theory]
    [InlineData("“We waited two years for this day,” said Anna Roe, harbour master of the trust.", "Anna Roe")]
    [InlineData("Anna Roe, harbour master of the trust, said: “We waited two years for this day.”", "Anna Roe")]
    [InlineData("\"We waited two years for this day,\" Anna Roe said.", "Anna Roe")]
    [InlineData("“We waited two years for this day,” said Dr. Anna Roe, who measures tides.", "Anna Roe")]
    [InlineData("Anna Roe, Head of Works of OXT UK, said: “We waited two years for this day.”", "Anna Roe")]
    [InlineData("“We waited two years for this day” says the TIDE Welsh programme manager Anna Roe.", "Anna Roe")]
    [InlineData("In the report Anna Roe said “We waited two years for this day” with a smile.", "Anna Roe")]
    public void What_somebody_said_is_found_with_who_said_it(string line, string speaker)
    {
        var quote = Assert.Single(Planned.One(Lead + line + "\n").Quotes);

        Assert.Equal((speaker, 3, "We waited two years for this day"), (quote.Speaker, quote.StartLine, quote.Text.TrimEnd('.')));
    }

    [Fact]
    public void A_surname_later_in_the_text_is_the_person_named_before()
    {
        var quotes = Planned.One(Lead + "“We waited two years for this day,” said Anna Roe, harbour master of the trust.\n\n“Now we can walk to the island again,” Roe said.\n").Quotes;

        Assert.Equal(["Anna Roe", "Anna Roe"], quotes.Select(q => q.Speaker));
    }

    [Fact]
    public void A_name_in_quotation_marks_is_no_speech() =>
        Assert.Empty(Planned.One(Lead + "The ferry “Star of the Sea” was there, and so was the choir of the town with its songs.\n").Quotes);

    [Theory]
    [InlineData("A chapter on “The number of deaths at sea” in “Fatal Journeys”, which the institute published, says that nobody counted.")]
    [InlineData("“How the tides took the bridge”, a study by Anna Roe, said that nobody had measured them.")]
    [InlineData("It was part of a broader project: “Improving UK-China Cooperation on Footbridges,” which the trust says will last three years.")]
    [InlineData("“If We Wait We Are Lost” is a report that says what the tides have cost.")]
    [InlineData("Speaking at the “Bridges Between Tides: London 2014” summit yesterday, she said that nobody had measured them.")]
    [InlineData("The trust, with the Centre for Tidal Studies, hosted a lively discussion on “the role of bridges in health and education” at the School of Coastal and Tidal Studies.")]
    [InlineData("The trust’s exhibition “A bridge between two tides” was opened by Anna Roe, who said little.")]
    public void The_name_of_a_report_is_no_speech(string line) =>
        Assert.Empty(Planned.One(Lead + line + "\n").Quotes);

    [Theory]
    [InlineData("“We waited two years for this day,” the Harbour Trust said in a statement.")]
    [InlineData("“We waited two years for this day,” said the Open Door project in its letter.")]
    [InlineData("“We waited two years for this day,” Torsay said.")]
    [InlineData("“We waited two years for this day,” said the director of the Centre for Tidal Studies.")]
    [InlineData("“We waited two years for this day,” OXT UK said.")]
    public void Organisations_and_projects_are_no_speakers(string line) =>
        Assert.Null(Assert.Single(Planned.One(Lead + line + "\n").Quotes).Speaker);
}
