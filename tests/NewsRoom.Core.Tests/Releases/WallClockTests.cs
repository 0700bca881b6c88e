using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Releases;

public sealed class WallClockTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Fact]
    public void An_ordinary_time_is_one_instant()
    {
        var clock = WallClock.Read(new DateTime(2027, 7, 1, 9, 30, 0), London);
        Assert.Equal([new DateTimeOffset(2027, 7, 1, 8, 30, 0, TimeSpan.Zero)], clock.Instants);
        Assert.All(clock.Instants, i => Assert.Equal(TimeSpan.Zero, i.Offset));
    }

    [Theory]
    [InlineData("Europe/London", 2027, 3, 28, 1, 30)]
    [InlineData("America/New_York", 2027, 3, 14, 2, 30)]
    [InlineData("Australia/Lord_Howe", 2027, 10, 3, 2, 15)]
    public void A_time_that_the_clock_skips_is_none(string zone, int year, int month, int day, int hour, int minute) =>
        Assert.True(WallClock.Read(new DateTime(year, month, day, hour, minute, 0), TimeZoneInfo.FindSystemTimeZoneById(zone)).IsSkipped);

    [Fact]
    public void A_time_that_the_clock_shows_twice_is_two_instants_the_earlier_first()
    {
        var clock = WallClock.Read(new DateTime(2027, 10, 31, 1, 30, 0, DateTimeKind.Utc), London);
        Assert.True(clock.IsRepeated);
        Assert.Equal([new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), new DateTimeOffset(2027, 10, 31, 1, 30, 0, TimeSpan.Zero)], clock.Instants);
    }

    [Fact]
    public void The_minutes_beside_a_change_are_ordinary()
    {
        Assert.Single(WallClock.Read(new DateTime(2027, 3, 28, 0, 59, 0), London).Instants);
        Assert.Single(WallClock.Read(new DateTime(2027, 3, 28, 2, 0, 0), London).Instants);
        Assert.Single(WallClock.Read(new DateTime(2027, 10, 31, 0, 59, 0), London).Instants);
        Assert.Single(WallClock.Read(new DateTime(2027, 10, 31, 2, 0, 0), London).Instants);
    }
}
