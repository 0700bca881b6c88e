using NewsRoom.Core.Ingestion.Extraction;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class GenericOfficeTests
{
    [Theory]
    [InlineData("Press Office", true)]
    [InlineData("media relations team", true)]
    [InlineData("Harbour Trust Press Office", false)]
    [InlineData("Callum Reid", false)]
    [InlineData("", false)]
    public void An_office_that_every_organisation_has_is_told_from_a_name(string name, bool isGeneric) => Assert.Equal(isGeneric, GenericOffice.Is(name));
}
