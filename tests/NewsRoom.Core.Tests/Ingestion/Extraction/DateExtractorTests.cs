using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class DateExtractorTests
{
    private const string Rest = "\n\nThe bridge was built by a crew of nine, who worked through the winter and used oak from a wood nearby.\n";

    [Fact]
    public void Yesterday_with_a_day_in_brackets_dates_the_release_a_day_later()
    {
        var date = Planned.One("The harbour trust opened its new footbridge yesterday (12/6), in time for the summer of 2014." + Rest).Date;

        Assert.Equal(("2014-06-13", "yesterday (12/6)", 1), (date.ToIso(), date.Evidence, date.EvidenceLine));
    }

    [Fact]
    public void Today_with_its_day_dates_the_release() =>
        Assert.Equal("2014-06-13", Planned.One("The harbour trust today (13 June 2014) opened its new footbridge to walkers." + Rest).Date.ToIso());

    [Theory]
    [InlineData("Ce vendredi 13 juin 2014, le port a ouvert aux marcheurs une passerelle neuve, deux ans après les marées qui avaient emporté l’ancienne.")]
    [InlineData("Le port a dévoilé ce vendredi 13 juin 2014 le plan de la passerelle, qui ouvrira aux marcheurs en été.")]
    [InlineData("Este viernes, 13 de junio de 2014, el puerto abrió a los caminantes una pasarela nueva, dos años después de las mareas que se llevaron la antigua.")]
    public void This_Friday_with_its_day_is_today_in_French_and_Spanish(string lead) =>
        Assert.Equal("2014-06-13", Planned.One(lead + Rest).Date.ToIso());

    [Fact]
    public void This_Friday_of_something_to_come_is_not_today() =>
        Assert.NotEqual("2014-06-13", Planned.One("Ce vendredi 13 juin 2014 aura lieu au port une fête pour la passerelle neuve, que les marcheurs attendent depuis deux ans." + Rest).Date.ToIso());

    [Theory]
    [InlineData("Tolls on the harbour footbridge have been frozen until April 2016, and children will pay no more at all for going across it.")]
    [InlineData("Les péages de la passerelle du port sont gelés jusqu’en avril 2016, et les enfants ne paieront plus rien pour la traverser.")]
    public void A_month_that_something_lasts_until_gives_the_release_no_year(string lead) =>
        Assert.Null(Planned.One(lead + Rest).Date.ToIso());

    [Fact]
    public void A_part_of_a_coming_year_gives_the_release_no_year() =>
        Assert.Null(Planned.One("A test of the harbour footbridge began on 1 April and will end when enough walkers have crossed it, probably in early 2025." + Rest).Date.ToIso());

    [Fact]
    public void Three_years_ago_today_is_three_years_before_the_release()
    {
        var date = Planned.One("The crew of the harbour ferry lost their work three years ago today, on 17 March 2022, and have not been taken on again." + Rest).Date;

        Assert.Equal(("2025-03-17", "three years ago today, on 17 March 2022"), (date.ToIso(), date.Evidence));
    }

    [Fact]
    public void Figures_of_a_time_come_out_behind_its_end()
    {
        var date = Planned.One("Tolls on the harbour footbridge rose to £41,700 in the six months to 30 June 2021, when twice as many walkers crossed it." + Rest).Date;

        Assert.Equal(("2021", new DateOnly(2021, 7, 1)), (date.ToIso(), date.NotBefore));
    }

    [Fact]
    public void The_year_of_a_law_dates_nothing() =>
        Assert.Null(Planned.One("Two walkers admitted offences under the Harbours Act 2006 at the court of the county, which heard of the footbridge." + Rest).Date.ToIso());

    [Fact]
    public void The_day_that_proves_a_date_is_the_one_that_happened_last()
    {
        var date = Planned.One("The harbour trust met on 3 March 2014 to choose the oak of its new footbridge." + "\n\nThe last plank was laid on 28 May 2014 by a crew of nine.\n").Date;

        Assert.Equal(("2014-05", "28 May 2014"), (date.ToIso(), date.Evidence));
    }

    [Fact]
    public void What_returns_on_a_day_is_to_come()
    {
        var date = Planned.One("Sixteen crews and one very patient starter: the harbour regatta returns to the footbridge on Saturday 8 July 2023." + Rest).Date;

        Assert.Equal(("2023", new DateOnly(2023, 7, 8)), (date.ToIso(), date.NotAfter));
    }

    [Fact]
    public void What_is_to_come_years_after_the_neighbours_gives_no_year()
    {
        const string page = "13 June 2014\n\nFootbridge opens\n\nThe harbour trust opened its new footbridge to walkers, two years after the old one was washed away.\n\n"
            + "For immediate release\n\nPier to be rebuilt\n\nThe harbour trust will rebuild the north pier in time for the regatta of 4 June 2016, when it turns a hundred years old.\n";

        Assert.Equal(["2014-06-13", null], Planned.Of(page).Releases.Select(r => r.Date.ToIso()));
    }

    [Theory]
    [InlineData("Harbour Trust | Press releases | 2017")]
    [InlineData("Harbour Trust – Press releases, first half of 2017")]
    [InlineData("Harbour Trust\nNews archive January 2017")]
    public void The_header_of_a_page_gives_the_year_to_a_day_without_one(string header)
    {
        var date = Planned.One($"{header}\n\nFootbridge opens\n\nOSLO, January 30 – The harbour trust opened its new footbridge to walkers on Monday, two years after the old one was washed away.{Rest}").Date;

        Assert.Equal(("2017-01-30", DateBasis.Page), (date.ToIso(), date.Basis));
    }

    [Fact]
    public void The_header_of_a_page_bounds_a_release_that_nothing_dates()
    {
        var date = Planned.One($"Harbour Trust – Press releases, first half of 2017\n\nFootbridge opens\n\nThe harbour trust has a new footbridge, which walkers may cross at all hours but the one before high water.{Rest}").Date;

        Assert.Equal((new DateOnly(2017, 1, 1), new DateOnly(2017, 6, 30), DateBasis.Page), (date.NotBefore, date.NotAfter, date.Basis));
    }

    [Fact]
    public void A_release_s_own_date_stands_against_the_header_of_the_page() =>
        Assert.Equal("2016-12-30", Planned.One($"Harbour Trust | Press releases | 2017\n\n30 December 2016\n\nFootbridge opens\n\nThe harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away.{Rest}").Date.ToIso());

    [Fact]
    public void History_in_a_lead_dates_no_release() =>
        Assert.Null(Planned.One("A letter of 4 April 1912 that a steward wrote to his mother has been given to the harbour museum by her great-granddaughter, who found it in a biscuit tin." + Rest).Date.ToIso());

    [Theory]
    [InlineData("Posted by Anna Roe on 13 June 2014")]
    [InlineData("Torsay, le 13 juin 2014")]
    [InlineData("Madrid, a 13 de junio de 2014")]
    [InlineData("13-Jun-14")]
    [InlineData("Date of issue: 13 June 2014")]
    [InlineData("Posted: Friday, June 13, 2014Image: Region-Country: AfricaDefault: ")]
    public void A_line_that_files_a_text_under_a_day_dates_it(string line) =>
        Assert.Equal("2014-06-13", Planned.One("Footbridge opens\n" + line + "\n\nThe harbour trust opened its new footbridge to walkers, two years after the old one was washed away." + Rest).Date.ToIso());

    [Fact]
    public void The_weekday_tells_the_order_of_day_and_month_where_the_page_has_the_other()
    {
        const string page = "Footbridge opens\nTorsay - News - Fri, 06/13/2014 - 10:00\n\nThe harbour trust opened its new footbridge to walkers, two years after the old one was washed away.\n\n"
            + "Une passerelle neuve\nTorsay - Actualités - Jeu, 05/06/2014 - 10:00\n\nLe port ouvrira bientôt aux marcheurs une passerelle neuve, deux ans après les marées qui avaient emporté l’ancienne.\n";

        Assert.Equal(["2014-06-13", "2014-06-05"], Planned.Of(page).Releases.Select(r => r.Date.ToIso()));
    }

    [Fact]
    public void An_event_still_to_come_is_a_bound_and_never_the_date()
    {
        var date = Planned.One("The harbour trust will open its new footbridge on 13 June 2014, and walkers are invited to join the first crossing." + Rest).Date;

        Assert.NotEqual(DatePrecision.Day, date.Precision);
        Assert.Equal(new DateOnly(2014, 6, 13), date.NotAfter);
    }

    [Fact]
    public void What_happened_is_the_earliest_that_it_can_be()
    {
        var date = Planned.One("The harbour trust opened its new footbridge on 13 June 2014 with a crowd of four hundred walkers." + Rest).Date;

        Assert.Equal(("2014-06", new DateOnly(2014, 6, 13)), (date.ToIso(), date.NotBefore));
    }

    [Fact]
    public void A_text_without_a_date_has_none_and_the_day_of_the_import_is_not_used()
    {
        var release = Planned.One("The harbour trust opened its new footbridge to walkers." + Rest);

        Assert.Equal((DatePrecision.Unknown, null, null, null), (release.Date.Precision, release.Date.Value, release.Date.NotBefore, release.Date.NotAfter));
        Assert.Contains(release.Unsure, u => u.StartsWith("Find its date", StringComparison.Ordinal));
    }

    [Fact]
    public void A_weekday_that_does_not_fit_is_noted()
    {
        var release = Planned.One("Monday 13 June 2014\n\nFootbridge opens\n\nThe harbour trust opened its new footbridge to walkers and to four hundred guests." + Rest);

        Assert.Equal("2014-06-13", release.Date.ToIso());
        Assert.Contains("it was a Friday", release.Date.Note, StringComparison.Ordinal);
        Assert.Contains(release.Unsure, u => u.StartsWith("Check the date", StringComparison.Ordinal));
    }

    [Fact]
    public void On_a_page_that_runs_newest_first_a_release_without_a_date_lies_between_its_neighbours()
    {
        var plan = Planned.Of(Release("20/06/14", "Footbridge opens") + Release(null, "Ferry returns") + Release("02/06/14", "Seals counted"));

        Assert.Equal(3, plan.Releases.Count);
        var date = plan.Releases[1].Date;
        Assert.Equal((new DateOnly(2014, 6, 2), new DateOnly(2014, 6, 20), DateBasis.Neighbours), (date.NotBefore, date.NotAfter, date.Basis));
        Assert.Equal("2014", date.ToIso());
    }

    [Theory]
    [InlineData("June 2014")]
    [InlineData("Juin 2014")]
    [InlineData("Torsay, June 2014")]
    [InlineData("Torsay, le mois de juin 2014", null)]
    public void A_month_over_a_text_dates_it_and_tells_no_day(string line, string? month = "2014-06") =>
        Assert.Equal(month, Planned.One("Footbridge opens\n" + line + "\n\nThe harbour trust opened its new footbridge to walkers, two years after the old one was washed away." + Rest).Date.ToIso());

    [Theory]
    [InlineData("PRESS RELEASE\n\nTorsay, June 2014")]
    [InlineData("COMMUNIQUÉ DE PRESSE\n\nTorsay, juin 2014")]
    [InlineData("NOTA DE PRENSA\n\nTorsay, junio de 2014")]
    public void A_place_and_a_month_over_the_headline_date_a_release(string over) =>
        Assert.Equal("2014-06", Planned.One(over + "\n\nFootbridge opens\n\nThe harbour trust opened its new footbridge to walkers, two years after the old one was washed away." + Rest).Date.ToIso());

    [Fact]
    public void Lines_of_a_month_between_releases_date_what_follows()
    {
        var plan = Planned.Of("September 2014\n\n" + Release(null, "Footbridge opens") + Release(null, "Ferry returns") + "August 2014\n\n" + Release(null, "Seals counted"));

        Assert.Equal(["2014-09", "2014-09", "2014-08"], plan.Releases.Select(r => r.Date.ToIso()));
    }

    [Fact]
    public void The_day_a_page_was_printed_dates_no_release() =>
        Assert.Null(Planned.One("The harbour trust opened its new footbridge to walkers." + Rest + "\nPrinted from the harbour’s pages on 3 December 2012\n").Date.ToIso());

    private static string Release(string? date, string headline) =>
        $"{(date is null ? "For immediate release" : date)}\n\n{headline} on the quay\n\nThe {headline.ToLowerInvariant().Split(' ')[0]} of the harbour trust was welcomed by a crowd of four hundred people from the town and around.{Rest}\nENDS\n\n";
}
