using NewsRoom.Core.Rendering;
using Xunit;

namespace NewsRoom.Core.Tests.Rendering;

public sealed class WordDifferenceTests
{
    private static string Side(IEnumerable<DifferencePiece> pieces, PieceKind without) => string.Concat(pieces.Where(p => p.Kind != without).Select(p => p.Text));

    [Theory]
    [InlineData("The harbour opens.", "The harbour closes.")]
    [InlineData("", "Something.")]
    [InlineData("One.\n\nTwo.\n\nThree.", "One.\n\nThree.\n\nFour, and 5.")]
    [InlineData("a", "a\nb")]
    public void Each_side_of_a_difference_is_its_whole_text(string before, string after)
    {
        var pieces = WordDifference.Between(before, after);
        Assert.Equal(before, Side(pieces, PieceKind.Added));
        Assert.Equal(after, Side(pieces, PieceKind.Removed));
    }

    [Fact]
    public void Only_the_word_that_changed_is_marked() =>
        Assert.Equal([new(PieceKind.Same, "The harbour "), new(PieceKind.Removed, "opens"), new(PieceKind.Added, "closes"), new(PieceKind.Same, ".")], WordDifference.Between("The harbour opens.", "The harbour closes."));

    [Fact]
    public void Unchanged_paragraphs_far_from_a_change_are_counted_and_left_out()
    {
        var paragraphs = Enumerable.Range(1, 9).Select(i => $"Paragraph {i}.").ToList();
        var before = string.Join("\n\n", paragraphs);
        var pieces = WordDifference.Between(before, before.Replace("Paragraph 5.", "Paragraph five.", StringComparison.Ordinal), context: 1);
        Assert.Equal(["3", "3"], pieces.Where(p => p.Kind == PieceKind.Skipped).Select(p => p.Text));
        Assert.Contains(pieces, p => p is { Kind: PieceKind.Added, Text: "five" });
    }

    [Fact]
    public void A_union_keeps_every_paragraph_of_both_and_those_they_share_once() =>
        Assert.Equal("One.\n\nTwo by Bob.\n\nTwo by Ann.\n\nThree.", WordDifference.Union("One.\n\nTwo by Bob.\n\nThree.", "One.\n\nTwo by Ann.\n\nThree."));
}
