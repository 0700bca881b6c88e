using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Jobs;
using Xunit;

namespace NewsRoom.Web.Tests.Jobs;

/// <summary>The bench's worker beside a site that is asked for pages.</summary>
public sealed class BenchWorkerTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_pages_are_asked_for_the_bench_rests_twice_as_long_as_a_step_took()
    {
        var rests = await ReadAsync(visited: true, step: TimeSpan.FromMilliseconds(30));

        Assert.True(rests.Count >= 3, $"It rested {rests.Count} times for three documents.");
        Assert.All(rests, rest => Assert.Equal(TimeSpan.FromMilliseconds(60), rest));
    }

    [Fact]
    public async Task After_a_long_document_it_rests_a_second_and_no_longer()
    {
        Assert.All(await ReadAsync(visited: true, step: TimeSpan.FromMinutes(5)), rest => Assert.Equal(TimeSpan.FromSeconds(1), rest));
    }

    [Fact]
    public async Task While_nobody_asks_it_does_not_rest() => Assert.Empty(await ReadAsync(visited: false, step: TimeSpan.FromMilliseconds(30)));

    /// <summary>Lets a worker read three documents.</summary>
    /// <param name="visited">Whether a page is asked for with every command to the database.</param>
    /// <param name="step">How long each step takes by the worker's clock.</param>
    /// <returns>The rests it took.</returns>
    private static async Task<List<TimeSpan>> ReadAsync(bool visited, TimeSpan step)
    {
        var doors = new Doors();
        doors.Open();
        var page = doors.Guard(_ => Task.CompletedTask);
        await using var newsroom = new NewsRoomApplication { Tools = PlainPipeline.Tools, Listener = new Visitor(() => visited ? page(new DefaultHttpContext()) : Task.CompletedTask) };
        // The newsroom's own worker would read the same documents.
        await newsroom.Services.GetServices<IHostedService>().OfType<BenchWorker>().Single().StopAsync(Ct);
        var batch = await newsroom.AskAsync(db => new ImportBench(db, newsroom.Clock).BeginAsync("tests", "tests", DateOrder.DayMonth,
            [.. Enumerable.Range(1, 3).Select(i => new UploadedFile($"{i}.txt", Encoding.UTF8.GetBytes($"The mill of Oakford opened its gate number {i} today.")))], Ct));

        var clock = new StepClock(step);
        using var version = ActivatorUtilities.CreateInstance<DatabaseVersion>(newsroom.Services);
        using var worker = new BenchWorker(newsroom.Services.GetRequiredService<IServiceScopeFactory>(), new BenchSignal(), doors, version, clock, NullLogger<BenchWorker>.Instance);
        await worker.StartAsync(Ct);
        while (await newsroom.AskAsync(db => db.StagedDocuments.AnyAsync(d => d.BatchId == batch.Id && d.State == StagedState.Waiting, Ct)))
            await Task.Delay(20, Ct);
        await worker.StopAsync(Ct);
        return [.. clock.Rests];
    }

    /// <summary>Does something with every command to the database.</summary>
    private sealed class Visitor(Func<Task> visit) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await visit();
            return result;
        }
    }

    /// <summary>A clock by which every step takes as long as it is told, and every rest is over at once.</summary>
    private sealed class StepClock(TimeSpan step) : TimeProvider
    {
        private long _now;

        public ConcurrentQueue<TimeSpan> Rests { get; } = [];

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _now, step.Ticks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Rests.Enqueue(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
