using NewsRoom.Core.Ingestion.Segmentation;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Segmentation;

public sealed class CutTreesTests
{
    [Theory]
    [InlineData(-1, 0, 50, -0.5)]
    [InlineData(1, 0, 50, 0.5)]
    [InlineData(1, 0.75, 50, 1.25)]
    [InlineData(1, 0.75, 200, 1)]
    public void Each_tree_answers_by_the_sum_the_cues_and_the_measures(double sum, double cue, float length, double expected)
    {
        var trees = CutTrees.Parse("sum<0 -0.5 0.5\nshort-before<0.5 0 #length<100 0.75 0.5\n");
        var values = new float[trees.Features];
        values[Array.IndexOf(PlaceMeasures.Names, "#length")] = length;

        Assert.Equal(expected, trees.Sum(sum, [new("short-before", cue), new("unknown-to-the-trees", 9)], values), 6);
    }

    [Fact]
    public void The_trees_that_come_with_the_program_can_be_read() => Assert.True(CutTrees.Shared.Features > PlaceMeasures.Names.Length);
}
