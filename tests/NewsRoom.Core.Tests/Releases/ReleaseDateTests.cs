using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Releases;

public sealed class ReleaseDateTests
{
    private static readonly ReleaseDate July = ReleaseDate.InMonth(2014, 7);

    [Fact]
    public void Lists_sort_by_the_latest_day_that_value_and_bounds_allow()
    {
        Assert.Equal(new DateOnly(2014, 7, 31), July.SortDay);
        Assert.Equal(new DateOnly(2014, 7, 19), (July with { NotAfter = new(2014, 7, 19) }).SortDay);
        Assert.Equal(new DateOnly(2014, 12, 31), (ReleaseDate.InYear(2014) with { NotAfter = null }).SortDay);
        Assert.Equal(new DateOnly(2014, 6, 13), ReleaseDate.Between(null, new(2014, 6, 13)).SortDay);
        Assert.Equal(new DateOnly(2014, 6, 13), ReleaseDate.Between(new(2014, 6, 13), null).SortDay);
        Assert.Null(ReleaseDate.Unknown.SortDay);
    }

    [Fact]
    public void No_bound_leads_a_date_out_of_its_month()
    {
        Assert.Equal(new DateOnly(2014, 7, 31), (July with { NotAfter = new(2014, 10, 17) }).SortDay);
        Assert.Equal(new DateOnly(2014, 7, 31), (July with { NotAfter = new(2014, 5, 1) }).SortDay);
    }

    [Theory]
    [InlineData("0001", false, false)]
    [InlineData("1899-12-31", false, false)]
    [InlineData("1900", true, false)]
    [InlineData("2014-06-13", true, false)]
    [InlineData("2014-06-14", true, true)]
    [InlineData("2014", true, false)]
    [InlineData("2015-06-13", true, true)]
    [InlineData("2015-06-14", false, true)]
    [InlineData("9999-12", false, true)]
    [InlineData("", true, false)]
    public void An_editor_can_mean_a_date_from_1900_to_a_year_ahead(string typed, bool canBeMeant, bool isAhead)
    {
        Assert.True(ReleaseDate.TryParse(typed, out var date));
        var today = new DateOnly(2014, 6, 13);
        Assert.Equal((canBeMeant, isAhead), (date.CanBeMeant(today), date.IsAhead(today)));
    }
}
