using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Releases;
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

    [Fact]
    public void Each_of_many_releases_is_found_again_and_taken_for_no_other()
    {
        const int many = 5_000;
        var random = new Random(1);
        var known = Enumerable.Range(0, many).Select(_ => Draft(random)).ToList();
        var finder = new DuplicateFinder();
        foreach (var (row, draft) in known.Index())
            finder.Add(new KnownRelease(draft.Fingerprint, null, row + 1));

        var again = finder.Resolve(PlanOf([.. known.Select(d => d with { Fingerprint = new(Words(random), Changed(d.Fingerprint.Sketch)) })]));
        var others = finder.Resolve(PlanOf([.. Enumerable.Range(0, many).Select(_ => Draft(random))]));

        Assert.Equal(Enumerable.Range(1, many).Cast<int?>(), again.Releases.Select(r => r.ExistingReleaseId));
        Assert.All(others.Releases, r => Assert.Null(r.ExistingReleaseId ?? r.DuplicateOf?.Index));
    }

    [Fact]
    public void A_finder_that_shall_not_remember_knows_no_more_than_it_was_told()
    {
        var finder = new DuplicateFinder(remembers: false);
        finder.Resolve(Plan("a.txt", Text));

        Assert.Null(finder.Resolve(Plan("b.txt", Text)).Releases[0].DuplicateOf);
    }

    private static ReleaseDraft Draft(Random random)
    {
        var sketch = new byte[64];
        random.NextBytes(sketch);
        return new ReleaseDraft { Index = 1, StartLine = 1, EndLine = 1, Cut = new(1, []), Language = "en", Headline = "A", HeadlineBasis = HeadlineBasis.Text, Date = ReleaseDate.Unknown, Body = "", Fingerprint = new(Words(random), sketch) };
    }

    private static string Words(Random random)
    {
        var hash = new byte[32];
        random.NextBytes(hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>A quarter of the minima are others: as alike as a duplicate must be.</summary>
    private static byte[] Changed(byte[] sketch)
    {
        var changed = sketch.ToArray();
        foreach (var minimum in (int[])[0, 5, 10, 15])
            changed[minimum * 4] ^= 1;
        return changed;
    }

    private static ImportPlan PlanOf(IReadOnlyList<ReleaseDraft> drafts) => Plan("many.txt", Text) with { Releases = drafts };

    private static ImportPlan Plan(string file, string text) => Planned.Of(text + "\n", file);
}
