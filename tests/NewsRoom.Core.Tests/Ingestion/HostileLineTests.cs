using System.Text;
using NewsRoom.Benchmarks;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

/// <summary>
/// Lines made to be slow, or to break something. That time grows no faster than their length is measured by <c>throughput hostile</c> of the benchmarks, which fails where it does;
/// here it is what is allocated, which does not depend on the machine.
/// </summary>
public sealed class HostileLineTests
{
    private const int Short = 8_000;

    private const int Times = 8;

    public static TheoryData<string> Names => new(HostileLines.All.Select(l => l.Name));

    [Fact]
    public void There_are_hostile_lines() => Assert.True(HostileLines.All.Count > 20);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_line_of_any_length_is_accounted_for(string name)
    {
        var make = HostileLines.All.Single(l => l.Name == name).Make;
        foreach (var length in (int[])[1, 50, 700, 4_000])
            Lines.AssertAccounted(Planned.Of(make(length)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_plan_allocates_grows_no_faster_than_its_document(string name)
    {
        var make = HostileLines.All.Single(l => l.Name == name).Make;
        Allocated(make(Short));

        var once = Allocated(make(Short));
        var many = Allocated(make(Short * Times));

        Assert.True(many < once * Times * 2, $"{Times} times the length took {(double)many / once:0.0} times the memory.");
    }

    private static long Allocated(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Planned.Pipeline.Plan("page.txt", bytes, TestContext.Current.CancellationToken);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
