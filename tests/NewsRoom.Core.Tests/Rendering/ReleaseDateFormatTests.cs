using NewsRoom.Core.Releases;
using NewsRoom.Core.Rendering;
using Xunit;

namespace NewsRoom.Core.Tests.Rendering;

public sealed class ReleaseDateFormatTests
{
    public static TheoryData<ReleaseDate, string, string> Dates => new()
    {
        { ReleaseDate.OnDay(new(2014, 6, 13)) with { Basis = DateBasis.Text }, "13 June 2014", "13 June 2014" },
        { ReleaseDate.OnDay(new(2014, 6, 13)) with { Basis = DateBasis.Neighbours }, "13 June 2014", "13 June 2014, date inferred from neighbouring releases" },
        { ReleaseDate.InMonth(2014, 6) with { Basis = DateBasis.Text }, "June 2014", "June 2014" },
        { ReleaseDate.InMonth(2014, 6) with { NotBefore = new(2014, 6, 16), Basis = DateBasis.Text }, "June 2014", "June 2014, between 16 and 30 June 2014" },
        { ReleaseDate.InYear(2014) with { Basis = DateBasis.Text }, "2014", "2014, date inferred from the text" },
        { ReleaseDate.InYear(2014) with { Basis = DateBasis.Neighbours }, "2014", "2014, date inferred from neighbouring releases" },
        { ReleaseDate.InYear(2014) with { Basis = DateBasis.Editor }, "2014", "2014" },
        { ReleaseDate.Between(new(2014, 6, 16), new(2014, 6, 30)) with { Basis = DateBasis.Neighbours }, "16–30 June 2014", "Between 16 and 30 June 2014, date inferred from neighbouring releases" },
        { ReleaseDate.Between(new(2014, 6, 1), new(2014, 6, 30)), "June 2014", "Between 1 and 30 June 2014" },
        { ReleaseDate.Between(new(2014, 5, 16), new(2014, 6, 30)), "16 May – 30 June 2014", "Between 16 May and 30 June 2014" },
        { ReleaseDate.Between(new(2013, 12, 30), new(2014, 1, 2)), "30 December 2013 – 2 January 2014", "Between 30 December 2013 and 2 January 2014" },
        { ReleaseDate.Between(null, new(2014, 6, 30)), "Before 1 July 2014", "Not after 30 June 2014" },
        { ReleaseDate.Between(new(2014, 6, 1), null), "After 31 May 2014", "Not before 1 June 2014" },
        { ReleaseDate.Unknown, "Undated", "Undated" },
        { ReleaseDate.Unknown with { Basis = DateBasis.Page }, "Undated", "Undated" },
    };

    [Theory]
    [MemberData(nameof(Dates), DisableDiscoveryEnumeration = true)]
    public void A_date_says_no_more_than_is_known(ReleaseDate date, string brief, string full)
    {
        Assert.Equal(brief, ReleaseDateFormat.Brief(date));
        Assert.Equal(full, ReleaseDateFormat.Full(date));
    }

    [Fact]
    public void The_ends_of_the_calendar_are_dates_too()
    {
        Assert.Equal("Not after 31 December 9999", ReleaseDateFormat.Full(ReleaseDate.Between(null, DateOnly.MaxValue)));
        Assert.Equal("Undated", ReleaseDateFormat.Brief(ReleaseDate.Between(null, DateOnly.MaxValue)));
        Assert.Equal("Undated", ReleaseDateFormat.Brief(ReleaseDate.Between(DateOnly.MinValue, null)));
    }
}
