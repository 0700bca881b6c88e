using System.Diagnostics;

namespace NewsRoom.Benchmarks;

/// <summary>Time by the clock and of the processor, summed over many turns.</summary>
internal sealed class Spent
{
    public TimeSpan Clock { get; private set; }

    public TimeSpan Processor { get; private set; }

    /// <summary>Measures until the result is disposed.</summary>
    public IDisposable Measure() => new Turn(this, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    /// <summary>Processor seconds of the whole process that an action takes, the least of a few runs: other work on the machine does not count.</summary>
    public static double Least(Action action, int runs)
    {
        var least = double.MaxValue;
        for (var i = 0; i < runs; i++)
        {
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            action();
            least = Math.Min(least, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return least;
    }

    private sealed class Turn(Spent spent, long began, TimeSpan processor) : IDisposable
    {
        public void Dispose()
        {
            spent.Clock += Stopwatch.GetElapsedTime(began);
            spent.Processor += Environment.CpuUsage.TotalTime - processor;
        }
    }
}
