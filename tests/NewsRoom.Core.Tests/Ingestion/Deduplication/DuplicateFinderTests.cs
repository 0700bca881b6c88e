using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Deduplication;

public sealed class DuplicateFinderTests
{
    private const string Text = "The harbour trust opened its new footbridge to walkers on Friday, two years after the old one was washed away by the spring tides. “It’s free,” said the mayor. "
        + "More than four hundred people crossed in the first hour, and the café on the quay ran out of cake before noon. The bridge was built by a crew of nine, who worked through the winter and used oak from a wood nearby. It carries forty people at once.";

    [Theory]
    [InlineData("“", "\"")]
    [InlineData(" ", "  ")]
    [InlineData("café", "cafe")]
    [InlineData("a crew of nine", "a crew of ten")]
    public void The_same_release_in_slightly_other_words_or_signs_is_a_duplicate(string from, string to)
    {
        var finder = new DuplicateFinder();
        finder.Resolve(Plan("a.txt", Text));

        var again = finder.Resolve(Plan("b.txt", Text.Replace(from, to, StringComparison.Ordinal)));

        Assert.Equal(new DuplicateReference("a.txt", 1), Assert.Single(again.Releases).DuplicateOf);
    }

    [Fact]
    public void Another_release_is_none()
    {
        var finder = new DuplicateFinder();
        finder.Resolve(Plan("a.txt", Text));

        Assert.Null(finder.Resolve(Plan("b.txt", "Volunteers counted a record four hundred seals on the outer sandbank this winter, according to the annual survey of the trust.")).Releases[0].DuplicateOf);
    }

    [Fact]
    public void The_same_words_of_another_day_are_another_release()
    {
        var finder = new DuplicateFinder();
        finder.Resolve(Plan("a.txt", "13/06/14\n\n" + Text));

        Assert.Null(finder.Resolve(Plan("b.txt", "13/07/14\n\n" + Text)).Releases[0].DuplicateOf);
        Assert.NotNull(finder.Resolve(Plan("c.txt", Text)).Releases[0].DuplicateOf);
    }

    [Fact]
    public void A_release_of_the_database_is_named_by_its_row()
    {
        var finder = new DuplicateFinder();
        finder.Add(new KnownRelease(Plan("a.txt", Text).Releases[0].Fingerprint, null, 42));

        Assert.Equal(42, finder.Resolve(Plan("b.txt", Text)).Releases[0].ExistingReleaseId);
    }

    private static ImportPlan Plan(string file, string text) => Planned.Of(text + "\n", file);
}
