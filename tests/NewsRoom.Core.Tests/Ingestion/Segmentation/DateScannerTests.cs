using NewsRoom.Core.Ingestion.Segmentation;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Segmentation;

public sealed class DateScannerTests
{
    [Theory]
    [InlineData("on 13 June 2014 the", 2014, 6, 13, 13)]
    [InlineData("June 13th, 2014", 2014, 6, 13, 13)]
    [InlineData("Friday 13 June", 0, 6, 13, 13)]
    [InlineData("13/06/14", 2014, 6, 13, 13)]
    [InlineData("13.06.2014", 2014, 6, 13, 13)]
    [InlineData("2014-06-13", 2014, 6, 13, 13)]
    [InlineData("9th through 10th April 2014", 2014, 4, 9, 10)]
    [InlineData("from 18th and 19th July", 0, 7, 18, 19)]
    [InlineData("du 3 au 5 juin 2016", 2016, 6, 3, 5)]
    [InlineData("le 1er août 2016", 2016, 8, 1, 1)]
    [InlineData("el 4 de abril de 2017", 2017, 4, 4, 4)]
    [InlineData("in June 2014", 2014, 6, 0, 0)]
    [InlineData("since 2004.", 2004, 0, 0, 0)]
    [InlineData("yesterday (12/6)", 0, 6, 12, 12)]
    [InlineData("Mar, 04/04/2017", 2017, 4, 4, 4)]
    [InlineData("Posted 4 April 2017by Anna", 2017, 4, 4, 4)]
    [InlineData("am Donnerstag, dem 11. Mai 2023", 2023, 5, 11, 11)]
    [InlineData("sabato 8 ottobre 2016", 2016, 10, 8, 8)]
    [InlineData("op 3 juli 2015", 2015, 7, 3, 3)]
    [InlineData("on the first of March 2012, the", 2012, 3, 1, 1)]
    [InlineData("by the twenty-third of May 2012", 2012, 5, 23, 23)]
    [InlineData("le premier avril 2014", 2014, 4, 1, 1)]
    [InlineData("el primero de mayo de 2016", 2016, 5, 1, 1)]
    [InlineData("15 Tachwedd 2018", 2018, 11, 15, 15)]
    [InlineData("Published 04/04/2017Category: News", 2017, 4, 4, 4)]
    public void A_date_is_found_in_the_words_it_is_written_in(string text, int year, int month, int day, int endDay)
    {
        var date = Assert.Single(Scan(text));
        Assert.Equal((year, month, day, endDay), (date.Year, date.Month, date.Day, date.EndDay));
    }

    [Theory]
    [InlineData("from 5 May to 30 September 2012", 2012)]
    [InlineData("du 5 mai au 30 septembre 2012", 2012)]
    [InlineData("20 December – 6 January 2013", 2012)]
    public void The_first_day_of_a_time_has_the_year_of_its_last(string text, int year) => Assert.Equal(year, Scan(text)[0].Year);

    [Fact]
    public void Two_days_with_words_between_them_are_no_time() => Assert.Equal(0, Scan("on 5 May, the day that was named; by 30 September 2012")[0].Year);

    [Theory]
    [InlineData("you may 3 times a day ask")]
    [InlineData("they march on")]
    [InlineData("£2014 and 2,014 people")]
    [InlineData("version 1.2.3")]
    [InlineData("nine of 24/7 staff")]
    [InlineData("call 020 7946 0123")]
    [InlineData("32/13/14")]
    public void What_only_looks_like_a_date_is_none(string text) => Assert.DoesNotContain(Scan(text), d => d.HasDay);

    [Fact]
    public void The_order_of_day_and_month_is_the_source_s_unless_a_number_is_no_month()
    {
        Assert.Equal(6, Assert.Single(Scan("06/12/14", monthFirst: true)).Month);
        Assert.Equal(12, Assert.Single(Scan("06/12/14")).Month);
        Assert.Equal((13, 6), (Assert.Single(Scan("06/13/14")).Day, Assert.Single(Scan("06/13/14")).Month));
    }

    [Fact]
    public void A_weekday_before_the_day_is_part_of_it()
    {
        var date = Assert.Single(Scan("held on Tuesday, 14 October 2014."));

        Assert.Equal((DayOfWeek.Tuesday, "Tuesday, 14 October 2014"), (date.Weekday, "held on Tuesday, 14 October 2014.".Substring(date.Start, date.Length)));
    }

    [Fact]
    public void A_day_that_the_calendar_lacks_has_no_value() => Assert.Null(Assert.Single(Scan("30 February 2014")).Value);

    [Theory]
    [InlineData("13/06/14", true)]
    [InlineData("Posted: Tuesday, April 4, 2017 - 16:33", true)]
    [InlineData("Friday 13 June 2014", true)]
    [InlineData("The bridge opened on 13 June 2014", false)]
    public void A_line_that_says_nothing_but_a_date_is_a_date_line(string line, bool expected) => Assert.Equal(expected, DateScanner.IsDateLine(line));

    private static List<DateMention> Scan(string text, bool monthFirst = false) => DateScanner.Scan(text, Words.Of(text), monthFirst);

    [Theory]
    [InlineData("Août 5 940", false)]
    [InlineData("5 August 1,940", false)]
    [InlineData("5 August 2019 - 16:33", true)]
    [InlineData("Mardi 5 août 2019, 11h24", true)]
    public void A_number_beside_a_day_is_a_time_or_the_line_is_no_date_line(string line, bool dated) =>
        Assert.Equal(dated, DateScanner.IsDateLine(line));
}
