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
