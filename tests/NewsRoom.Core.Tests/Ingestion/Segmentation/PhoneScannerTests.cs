using NewsRoom.Core.Ingestion.Segmentation;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Segmentation;

public sealed class PhoneScannerTests
{
    [Theory]
    [InlineData("Tel: +44 20 7946 0123, Email:", "+44 20 7946 0123")]
    [InlineData("call 020 7946 0123 or 07700 900123.", "020 7946 0123", "07700 900123")]
    [InlineData("+44 20 7946 0123 / +41 22 717 9111", "+44 20 7946 0123", "+41 22 717 9111")]
    [InlineData("ring +44(0)20.7946.0123 now", "+44(0)20.7946.0123")]
    [InlineData("in 2014 2015 the trust raised £12345678 for 20-06-2014 and (2014)")]
    [InlineData("Anna Roe (not before 10) 020 7946 0123", "020 7946 0123")]
    [InlineData("Nr. 112/2011 of the harbour office")]
    [InlineData("no number here")]
    [InlineData("a registered charity (number 1012345) in England and Wales; company no. 01234567; SIRET : 123 456 789 00012")]
    [InlineData("the charity, 020 7946 0123, and its charity shop on 020 7946 0124", "020 7946 0123", "020 7946 0124")]
    [InlineData("a profit of £38.6 million in 2013/14 (2012/13: £41.2 million) and in 2014-15, 2015-16")]
    [InlineData("Lun, 03/27/2017 - 16:40 and 13/06/14 9:30")]
    [InlineData("1 200 000 personnes, 12.345.678 €, 912 345 678 habitantes")]
    [InlineData("call 912 345 678 or 2 255 017 7", "912 345 678", "2 255 017 7")]
    [InlineData("landed today (19/8/2015) and yesterday (2015-08-18)")]
    public void The_numbers_of_a_text_are_found_in_order(string text, params string[] expected) =>
        Assert.Equal(expected, PhoneScanner.Find(text).Select(p => text[p.Start..p.End].Trim()));
}
