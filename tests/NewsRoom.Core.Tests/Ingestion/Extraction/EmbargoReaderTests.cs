using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Extraction;

public sealed class EmbargoReaderTests
{
    private const string Rest = "\n\nFootbridge opens on the quay\n\nThe harbour trust opened its new footbridge to walkers, two years after the old one was washed away by the spring tides.\n";

    [Theory]
    [InlineData("Embargoed until 00:01 Tuesday 14 October 2014", "2014-10-14T00:01")]
    [InlineData("EMBARGO: 0001 hours, 14 October 2014", "2014-10-14T00:01")]
    [InlineData("Strictly embargoed until 6pm on 14 October 2014", "2014-10-14T18:00")]
    [InlineData("Not for publication before noon, 14 October 2014", "2014-10-14T12:00")]
    [InlineData("Embargoed until 12am on 14 October 2014", "2014-10-14T00:00")]
    [InlineData("Embargoed until further notice", null)]
    public void An_embargo_is_read_and_waits_for_an_editor(string notice, string? until)
    {
        var release = Planned.One(notice + Rest);

        Assert.Equal((notice, 1, until), (release.Embargo?.Text, release.Embargo?.Line ?? 0, release.Embargo?.Until?.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("Confirm the embargo before it is published.", release.Unsure);
    }

    [Fact]
    public void A_release_without_one_has_none() => Assert.Null(Planned.One("13/06/14" + Rest).Embargo);
}
