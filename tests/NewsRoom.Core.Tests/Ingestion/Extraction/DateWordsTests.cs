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
    [InlineData("Just over 203,000 walkers crossed the harbour footbridge during the whole of 2012, the most since anybody has counted them.")]
    [InlineData("In the year 2012 the harbour ferry carried 4,870 walkers, almost twice as many as in the year before, and lost none of them.")]
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

    [Theory]
    [InlineData("Nine walkers from the outer islands have been living since 28 September 2014 in a ferry that had been put up for sale.")]
    [InlineData("Le vendredi, depuis le lundi 29 septembre 2014, le passeur du port traverse sans quitter son bureau, et la passerelle aussi.")]
    public void What_goes_on_since_a_day_in_full_gives_its_year(string lead)
    {
        var date = DateOf(lead);

        Assert.Equal(("2014", 9), (date.ToIso(), date.NotBefore?.Month));
    }

    [Theory]
    [InlineData("Last month, September 2014, the average wait for the harbour ferry fell below twenty minutes, which it had not done for years.", "2014-10")]
    [InlineData("Le mois dernier, en septembre 2014, l’attente du bac du port est tombée à vingt minutes, ce qui ne s’était pas vu depuis longtemps.", "2014-10")]
    [InlineData("El mes pasado (septiembre de 2014) la espera en la pasarela del puerto bajó de veinte minutos, y los caminantes lo agradecen.", "2014-10")]
    [InlineData("The harbour footbridge will be moved next month, in July 2014, to a place where the tide does not reach the feet of walkers.", "2014-06")]
    public void A_month_named_by_its_distance_tells_the_month_of_the_release(string lead, string month) =>
        Assert.Equal(month, DateOf(lead).ToIso());

    [Theory]
    [InlineData("Two months after the tide tore through the harbour in December 2013, one walker in six still wades to the island.", "2014-02")]
    [InlineData("Deux mois après la tempête de décembre 2013, un marcheur sur six passe encore à pied, et la passerelle du port attend.", "2014-02")]
    [InlineData("A year after the harbour fire of 12 June 2013, the walkers have their footbridge back, and a kettle that works.", "2014-06")]
    [InlineData("Exactly six months ago, on 20 March 2014, the harbour footbridge was closed to walkers for a day that has not ended yet.", "2014-09-20")]
    public void A_release_that_opens_with_how_long_ago_a_day_was_came_out_so_much_later(string lead, string date) =>
        Assert.Equal(date, DateOf(lead).ToIso());

    [Theory]
    [InlineData("The harbour museum opens its exhibition of planks on Friday 8 November at 7pm. It will stay open until 30 March 2020.")]
    [InlineData("El museo del puerto inaugura el viernes 8 de noviembre a las 19:00 horas su muestra de tablas. Permanecerá abierta hasta el 30 de marzo de 2020.")]
    public void A_day_without_a_year_lies_near_what_is_to_come_with_one(string lead)
    {
        var date = DateOf(lead);

        Assert.Equal(("2019", new DateOnly(2019, 11, 8)), (date.ToIso(), date.NotAfter));
    }

    [Fact]
    public void What_is_to_come_next_year_is_told_in_the_year_before() =>
        Assert.Equal("2016", DateOf("Walkers in next year’s harbour march will set off at eight, to be off the footbridge before the tide. The march is on 23 April 2017.").ToIso());

    [Theory]
    [InlineData("The survey of the harbour footbridge will be presented to walkers and to the town on 3 May 2014 in the long room.")]
    [InlineData("Les planches du port : c’est ce que racontera, du 3 mai 2014 au 8 août 2014, l’exposition des marcheurs à la Maison des quais.")]
    [InlineData("El puerto presentará a los caminantes el 3 de mayo de 2014 la pasarela nueva, que sustituye a la que se llevó la marea.")]
    public void A_verb_of_what_is_to_come_makes_the_day_the_latest(string lead) =>
        Assert.Equal(new DateOnly(2014, 5, 3), DateOf(lead).NotAfter);

    [Fact]
    public void What_had_happened_by_a_day_is_done() =>
        Assert.Equal(new DateOnly(2013, 8, 17), DateOf("The last plank of the old harbour footbridge had fallen by Saturday, 17 August 2013, and the walkers have kept it.").NotBefore);

    [Fact]
    public void The_year_of_a_deed_gives_no_year_to_what_is_to_come() =>
        Assert.Null(DateOf("The harbour was last crossed on stilts in 1979, when six walkers lost their boots. Offers of boots are welcome from 18 October.").ToIso());

    [Fact]
    public void Figures_to_the_end_of_a_month_come_out_behind_it()
    {
        var date = DateOf("The harbour footbridge is kind to the old. Figures to the end of March 2018 show that four walkers in five are over seventy.");

        Assert.Equal(("2018", new DateOnly(2018, 4, 1)), (date.ToIso(), date.NotBefore));
    }

    [Theory]
    [InlineData("Walkers still meet on the harbour footbridge every week, according to the 2014 edition of the report on crossings.")]
    [InlineData("The queue for the harbour footbridge has stood at about a hundred walkers for the whole of 2014, and it moves.")]
    [InlineData("So far in 2014 the harbour footbridge has carried more walkers than in any summer that the crew remembers.")]
    public void The_year_that_runs_dates_the_release(string lead) =>
        Assert.Equal("2014", DateOf(lead).ToIso());

    [Fact]
    public void A_number_of_a_journal_that_is_new_gives_its_month() =>
        Assert.Equal("2019-10", DateOf("The old footbridge was built by monks and not by fishermen, according to a paper out this week in the October 2019 issue of Harbour Studies.").ToIso());

    [Fact]
    public void A_German_year_of_figures_is_none_that_runs() =>
        Assert.NotEqual("2012", DateOf("Im Jahr 2012 haben 4.870 Menschen die neue Hafenbrücke überquert, fast doppelt so viele wie im Jahr zuvor.").ToIso());

    [Theory]
    [InlineData("The crew carried 41,000 walkers over the harbour in the season 2018-2019, and lost an oar to a seal on the very last day.")]
    [InlineData("The harbour ferry carried 212 bicycles more in 2018/19 than in any winter since the quay was built, all of them for nothing.")]
    [InlineData("The quay has been dredged of 900 tonnes of mud by a crew of nine. The trust’s accounts for 2018-19 have been laid on the table.")]
    public void What_is_told_of_a_span_of_two_years_comes_out_in_the_second(string lead) => Assert.Equal("2019", DateOf(lead).ToIso());

    [Theory]
    [InlineData("Fog kept 1,900 walkers off the harbour footbridge in the first half of 2019, and nobody was sorry but the keeper of the toll.")]
    [InlineData("Le bac du port a transporté 1 900 marcheurs au premier semestre de 2019, deux fois plus que la passerelle et le pont ensemble.")]
    [InlineData("Seals were counted 4,100 times by the wardens of the harbour between 1 January and 30 June 2019, at seven places on the bar.")]
    public void Figures_of_a_part_of_a_year_come_out_behind_its_end(string lead)
    {
        var date = DateOf(lead);

        Assert.Equal(("2019", new DateOnly(2019, 7, 1)), (date.ToIso(), date.NotBefore));
    }

    [Theory]
    [InlineData("The harbour trust hopes to reach 400 walkers a day in 2031, once the second footbridge stands.")]
    [InlineData("El puerto espera alcanzar los cuatrocientos caminantes al día en 2031, cuando haya otra pasarela.")]
    [InlineData("Le port espère atteindre quatre cents marcheurs par jour en 2031, avec une seconde passerelle.")]
    public void A_year_that_is_hoped_for_dates_nothing(string lead) => Assert.Null(DateOf(lead).ToIso());

    [Theory]
    [InlineData("Les nouveaux gardiens de la passerelle sont arrivés au port le 13 juin 2014 avec leurs chiens et un bateau.")]
    [InlineData("La junta del puerto votó, el viernes 13 de junio de 2014, a favor de una segunda pasarela para los caminantes.")]
    [InlineData("Die neue Brücke am Hafen wurde am 13. Juni 2014 von vierhundert Gästen und einem Seehund eröffnet.")]
    [InlineData("The harbour ferry was named start-up of the year at a dinner for the trade on 13 June 2014, by a jury of nine walkers.")]
    [InlineData("Nobody in the harbour towns can remember fewer walkers than in this June of 2014, and nobody knows where they went.")]
    public void What_was_done_in_other_words_dates_the_release_to_its_month(string lead) => Assert.Equal("2014-06", DateOf(lead).ToIso());

    [Fact]
    public void What_goes_on_sale_tomorrow_may_be_months_ahead()
    {
        var date = DateOf("Tickets for the harbour regatta, which will be rowed from Friday 15 to Sunday 17 November 2019, go on sale at noon tomorrow.");

        Assert.Equal(("2019", new DateOnly(2019, 11, 17)), (date.ToIso(), date.NotAfter));
    }

    [Fact]
    public void A_day_to_come_in_February_gives_its_year_and_one_in_January_does_not()
    {
        Assert.Equal("2019", DateOf("The harbour footbridge will be shut for a day of painting on Friday 22 February 2019.").ToIso());
        Assert.Null(DateOf("The harbour footbridge will be shut for a day of painting on Friday 11 January 2019.").ToIso());
    }

    [Fact]
    public void Of_two_years_before_what_is_to_come_a_day_lies_in_the_nearer() =>
        Assert.Equal("2014-06-19", DateOf("The harbour trust yesterday (18/6) opened a list of oaks, the first of which are to be felled in the autumn of 2014.").ToIso());
}
