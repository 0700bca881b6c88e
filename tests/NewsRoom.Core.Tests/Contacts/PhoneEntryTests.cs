using NewsRoom.Core.Contacts;
using Xunit;

namespace NewsRoom.Core.Tests.Contacts;

public sealed class PhoneEntryTests
{
    [Theory]
    [InlineData("+44 20 7811 6000", "+442078116000")]
    [InlineData(" +44 (0)20 7811 6000 ", "+442078116000")]
    [InlineData("0041.22.717.9111", "+41227179111")]
    [InlineData("020 7811 6000", null)]
    [InlineData("+44 20", null)]
    [InlineData("+0 20 7811 6000", null)]
    [InlineData("+44 20 7811 6000 ext. 4", null)]
    [InlineData("+1234567890123456", null)]
    public void Only_a_number_with_its_country_is_dialable(string typed, string? e164)
    {
        var number = PhoneEntry.Read(typed);
        Assert.Equal((typed.Trim(), e164), (number?.AsWritten, number?.E164));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nothing_typed_is_no_number(string? typed) => Assert.Null(PhoneEntry.Read(typed));
}
