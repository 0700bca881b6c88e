using NewsRoom.Core.Contacts;
using Xunit;

namespace NewsRoom.Core.Tests.Contacts;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+44 20 7811 6000", "+442078116000")]
    [InlineData(" +44 (0)20 7811 6000 ", "+442078116000")]
    [InlineData("0041.22.717.9111", "+41227179111")]
    [InlineData("41 (0)22 717 9111", "+41227179111")]
    [InlineData("020 7811 6000", "+442078116000")]
    [InlineData("(202) 862-1826", "+12028621826")]
    [InlineData("020 7811 600", null)]
    [InlineData("+44 20", null)]
    [InlineData("+0 20 7811 6000", null)]
    [InlineData("+44 20 7811 6000 ext. 4", null)]
    [InlineData("+1234567890123456", null)]
    public void What_an_editor_types_is_kept_and_dialable_only_when_it_can_be_right(string typed, string? e164)
    {
        var number = PhoneNumber.FromInput(typed);
        Assert.Equal((typed.Trim(), e164), (number?.AsWritten, number?.E164));
    }

    [Theory]
    [InlineData("+44 020 7946 0123", null, "+442079460123")]
    [InlineData("+44.20.7946.0123", null, "+442079460123")]
    [InlineData("+44 (0) 20 7946 0123", null, "+442079460123")]
    [InlineData("00 41 22 717 9111", null, "+41227179111")]
    [InlineData("44 20 7946 0123", null, "+442079460123")]
    [InlineData("+44 20 7946 012", null, null)]
    [InlineData("22 717 9111", "41", "+41227179111")]
    [InlineData("022 717 9111", "41", "+41227179111")]
    [InlineData("022 717 9111", null, null)]
    [InlineData("04 75 01 23 45", null, "+33475012345")]
    [InlineData("04.75.01.23.45", "34", "+33475012345")]
    [InlineData("975 01 23 45", null, "+34975012345")]
    [InlineData("91 501 23 45", null, "+34915012345")]
    [InlineData("022 501 23 45", null, "+41225012345")]
    [InlineData("020 7946 012", "41", null)]
    [InlineData("01632 960 123", "33", "+441632960123")]
    [InlineData("0803 555 0123", null, null)]
    [InlineData("0803 555 0123", "234", "+2348035550123")]
    [InlineData("02 555 01 23", "32", "+3225550123")]
    [InlineData("07 07 55 01 23", "225", "+2250707550123")]
    [InlineData("+225 07 07 55 01 23", null, "+2250707550123")]
    [InlineData("+225 27 30 64 01 1", null, null)]
    [InlineData("03 99 01 55 08", "34", "+33399015508")]
    [InlineData("020 7946 012", "33", null)]
    [InlineData("01632 960 12", "353", null)]
    [InlineData("0131 496 012", "33", null)]
    [InlineData("087 555 0123", "353", "+353875550123")]
    [InlineData("020 422 2071", "254", "+254204222071")]
    [InlineData("(0) 20 7946 0123", null, "+442079460123")]
    [InlineData("+52 1 55 5555 0123", null, "+5215555550123")]
    [InlineData("0161 496 0123", "44", "+441614960123")]
    [InlineData("01 70 18 99 00", "33", "+33170189900")]
    [InlineData("06 1234 5678", "39", "+390612345678")]
    [InlineData("020 7946 0123.", null, "+442079460123")]
    public void A_printed_number_is_completed_only_as_far_as_page_and_country_tell(string printed, string? country, string? e164)
    {
        Assert.True(PhoneNumber.TryParse(printed, country, out var number));
        Assert.Equal((printed.TrimEnd('.'), e164), (number.AsWritten, number.E164));
    }

    [Theory]
    [InlineData("1234")]
    [InlineData("1234567890123456789")]
    [InlineData("020 7946 0123 or 0124")]
    [InlineData("call me")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_number_is_not_read_as_one(string? text) => Assert.False(PhoneNumber.TryParse(text, null, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nothing_typed_is_no_number(string? typed) => Assert.Null(PhoneNumber.FromInput(typed));

    [Theory]
    [InlineData("+442078116000", "+44 20 7811 6000")]
    [InlineData("+447700900123", "+44 7700 900123")]
    [InlineData("+41227179111", "+41 22 717 91 11")]
    [InlineData("+12028621826", "+1 202 862 1826")]
    [InlineData("+254709990000", "+254 70 999 00 00")]
    public void A_number_is_shown_in_groups(string e164, string shown) => Assert.Equal(shown, new PhoneNumber("", e164).Display);

    [Fact]
    public void A_number_that_cannot_be_right_is_shown_as_written() => Assert.Equal("020 7811 600", new PhoneNumber("020 7811 600", null).Display);
}
