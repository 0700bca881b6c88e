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
}
