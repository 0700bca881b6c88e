using NewsRoom.Core.Ingestion.Segmentation;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Segmentation;

public sealed class DatelineReaderTests
{
    [Theory]
    [InlineData("GENEVA, Switzerland, March 10, 2017 – The agency said", "GENEVA, Switzerland")]
    [InlineData("London – The agency said", "London")]
    [InlineData("Port-au-Prince, 4 May 2016 - The agency said", "Port-au-Prince")]
    [InlineData("Genève, le 12 mai 2016 — L’agence a dit", "Genève")]
    [InlineData("April 25, 2016 – The agency said", null)]
    [InlineData("Geneva, Switzerland – 4 May 2016 – The agency said", "Geneva, Switzerland")]
    [InlineData("(Geneva, 4 May 2016) The agency said", "Geneva")]
    [InlineData("PARIS, 4 mai 2016. L’agence a dit", "PARIS")]
    [InlineData("Bogotá, D.C., 4 de mayo de 2016. La agencia dijo", "Bogotá, D.C")]
    [InlineData("4 May 2016, Geneva: The agency said", "Geneva")]
    public void A_place_a_date_or_both_before_a_dash_is_a_dateline(string lead, string? place)
    {
        var dateline = DatelineReader.Read(lead);

        Assert.NotNull(dateline);
        Assert.Equal(place, dateline.Place);
        Assert.True(char.IsUpper(lead[dateline.Length]));
    }

    [Theory]
    [InlineData("Migration – whether forced or not – is old")]
    [InlineData("The agency said – This is new")]
    [InlineData("IOM – The agency said")]
    [InlineData("On 4 May 2016: The agency said")]
    [InlineData("The agency opened on 4 May 2016. It closed")]
    [InlineData("London is calling")]
    [InlineData("– The agency")]
    [InlineData("")]
    public void Other_words_before_a_dash_are_none(string lead) => Assert.Null(DatelineReader.Read(lead));
}
