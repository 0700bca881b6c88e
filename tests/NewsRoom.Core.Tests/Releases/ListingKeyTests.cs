using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Releases;

public sealed class ListingKeyTests
{
    [Theory]
    [InlineData("20140613.12.7")]
    [InlineData("undated.-3.1")]
    public void A_key_survives_its_address(string text)
    {
        Assert.True(ListingKey.TryParse(text, out var key));
        Assert.Equal(text, key.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20140613.12")]
    [InlineData("20141313.12.7")]
    [InlineData("20140613.99999999999999999999.7")]
    [InlineData("20140613.1.7.8")]
    [InlineData("20140613.1.-7")]
    public void What_is_no_key_is_refused(string? text) => Assert.False(ListingKey.TryParse(text, out _));
}
