using System.Threading.Channels;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Jobs;

/// <summary>Wakes the bench's worker after a page has left it something to do, and tells the page what the worker is writing.</summary>
public sealed class BenchSignal
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private volatile int _writing;

    public void Wake() => _calls.Writer.TryWrite(true);

    /// <summary>Whether a document of the batch is being written at this moment.</summary>
    public bool IsWriting(int batchId) => _writing == batchId;

    /// <param name="batchId">0 for none.</param>
    public void NoteWriting(int batchId) => _writing = batchId;

    public async Task WaitAsync(CancellationToken cancellationToken) => await _calls.Reader.ReadAsync(cancellationToken);
}

/// <summary>
/// Does the bench's long work beside the site: reading, writing, undoing. What there is to do stands in the database, so a start after a kill simply goes on.
/// </summary>
internal sealed partial class BenchWorker(IServiceScopeFactory scopes, BenchSignal signal, Doors doors, DatabaseVersion version, TimeProvider clock, ILogger<BenchWorker> log) : BackgroundService
{
    /// <summary>No document is so long that readers need longer to catch up.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before that there may be no table to look into.
        if (!await doors.OpensAsync(stoppingToken))
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
                await signal.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was, editors must find the bench working again: the work still stands in the database.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Failed(log, error);
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<BenchWork>();
        work.Writing = signal.NoteWriting;
        var (started, visits) = (clock.GetTimestamp(), doors.Visits);
        using var lag = version.Lag();
        while (!stoppingToken.IsCancellationRequested && await work.StepAsync(stoppingToken))
        {
            // Step by step: each one is whole in itself. While the site is asked for pages, all of which a step has made out of date, the work rests twice as long as it took.
            if (doors.Visits != visits)
                await Task.Delay(TimeSpan.FromTicks(Math.Min(clock.GetElapsedTime(started).Ticks * 2, LongestRest.Ticks)), clock, stoppingToken);
            (started, visits) = (clock.GetTimestamp(), doors.Visits);
        }
    }

    [LoggerMessage(LogLevel.Error, "The import bench stumbled and goes on in a moment.")]
    private static partial void Failed(ILogger logger, Exception error);
}

/// <summary>What the bench needs.</summary>
internal static class BenchServices
{
    public static IServiceCollection AddImportBench(this IServiceCollection services)
    {
        services.AddSingleton<BenchSignal>().AddSingleton<PlanCache>();
        services.AddScoped<ImportBench>().AddScoped<BenchWork>().AddScoped<BatchUndo>().AddScoped<GapStore>().AddScoped<GapAdviser>();
        services.AddHostedService<BenchWorker>();
        return services;
    }
}
