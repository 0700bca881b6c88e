using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class DateWordsTests
{
    private const string Rest = "\n\nThe bridge is looked after by a crew of nine, who use oak from a wood nearby and a ferry that is older than all of them.\n";

    private static ReleaseDate DateOf(string lead) => Planned.One(lead + Rest).Date;

    [Theory]
    [InlineData("The harbour trust spent £14.2 million on footbridges in 2012, and reached 611 islands at an average cost of £23 each.")]
    [InlineData("Nine walkers who had lost their way on the sands were taken to safety during 2012, and not one of them had looked at the tide.")]
    [InlineData("One crossing of the harbour became twenty, and more than half of it in a single month. So says the annual report for 2012, which is out.")]
    public void Figures_of_a_whole_year_come_out_in_the_next(string lead)
    {
        var date = DateOf(lead);

        Assert.Equal(("2013", new DateOnly(2013, 1, 1)), (date.ToIso(), date.NotBefore));
    }

    [Theory]
    [InlineData("Four families of walkers who came to the harbour in 2012 collected the keys of their 14 new homes beside the footbridge.")]
    [InlineData("Nobody has paid the toll of 30 pence on the harbour footbridge since the crew opened it to 1,900 walkers in 2012.")]
    public void A_year_that_is_somebody_s_past_is_not_one_of_figures(string lead) =>
        Assert.Null(DateOf(lead).ToIso());

    [Theory]
    [InlineData("Mary Roe is the new keeper of the harbour footbridge, and the first who can swim. She takes office on 1 June 2021.")]
    [InlineData("The new timetable of the harbour ferry comes into force on Sunday 13 June 2021, the largest change for twenty years.")]
    [InlineData("Les marcheurs du port et de la région, une journée de formation et une passerelle : le samedi 5 juin 2021 à la Maison des quais.")]
    public void A_day_in_full_gives_at_least_the_year(string lead) =>
        Assert.Equal("2021", DateOf(lead).ToIso());

    [Theory]
    [InlineData("Walkers who had never lived beside a harbour left the village by bus on Friday 13 June 2014, the first of four hundred.")]
    [InlineData("Los caminantes del puerto celebraron el viernes 13 de junio de 2014 su primer año en la pasarela con una comida para 300.")]
    [InlineData("The bridge can bear twice as much, according to a study that the harbour trust published on Friday 13 June 2014 with the college.")]
    [InlineData("Les assises de la passerelle, qui se sont tenues le 13 juin 2014, paraîtront en un livre que les marcheurs attendent.")]
    public void What_was_done_on_a_day_in_full_dates_the_release_to_its_month(string lead)
    {
        var date = DateOf(lead);

        Assert.Equal(("2014-06", new DateOnly(2014, 6, 13)), (date.ToIso(), date.NotBefore));
    }

    [Theory]
    [InlineData("The harbour fire was declared out yesterday afternoon, Thursday 12 June 2014, after 30 hours of steady rain over the footbridge.")]
    [InlineData("A footbridge on a boat is to serve six islands that have lost their ferry, the harbour trust announced on Friday 13 June 2014.")]
    public void What_was_said_on_a_day_or_done_yesterday_dates_the_release(string lead) =>
        Assert.Equal("2014-06-13", DateOf(lead).ToIso());

    [Fact]
    public void A_season_still_to_come_gives_its_year_or_the_one_before()
    {
        var date = Planned.One("Diaries of the harbour floods from 1987 to 2014 were handed over yesterday (18/11) to the record office of the county.\n\nAn exhibition of them will go round the village halls in the spring of 2020.\n").Date;

        Assert.Equal("2019-11-19", date.ToIso());
    }

    [Fact]
    public void A_target_years_ahead_does_not_hide_what_was_done()
    {
        var date = DateOf("The harbour trust published its study of the footbridge on 3 July 2018, and has brought forward its target of cutting tolls by a quarter to 2025.");

        Assert.Equal("2018-07", date.ToIso());
    }

    [Fact]
    public void The_day_of_a_law_is_not_the_day_of_the_news() =>
        Assert.Null(DateOf("Le port demande que la passerelle reste aux marcheurs jusqu’à la décision du juge, comme le prévoit la loi du 14 mars 2016.").ToIso());

    [Fact]
    public void Figures_between_two_months_come_out_behind_the_second()
    {
        var date = DateOf("Between April and June 2021 a total of 7,612 walkers crossed the harbour footbridge, an average of 83 a day.");

        Assert.Equal(("2021", new DateOnly(2021, 7, 1)), (date.ToIso(), date.NotBefore));
    }

    [Fact]
    public void A_month_that_the_first_paragraph_tells_of_dates_the_release() =>
        Assert.Equal("2014-06", DateOf("Twenty walkers who learned to lay planks of oak received their certificates in June 2014 at the technical school of the harbour.").ToIso());

    [Fact]
    public void A_month_that_the_news_comes_after_does_not_date_it() =>
        Assert.NotEqual("2014-06", DateOf("Two years after the flood washed the harbour footbridge away in June 2014, one walker in six still wades.").ToIso());
}
