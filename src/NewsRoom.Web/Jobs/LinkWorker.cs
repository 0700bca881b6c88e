using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Links;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Jobs;

/// <summary>Asks the worker to look at links, and says how far it is.</summary>
public sealed class LinkDesk
{
    private readonly Channel<int?> _orders = Channel.CreateBounded<int?>(new BoundedChannelOptions(50) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Links still to be visited in the present round; 0 when none is under way.</summary>
    public int Left { get; internal set; }

    internal ChannelReader<int?> Orders => _orders.Reader;

    /// <param name="releaseId">Null for every link that is due.</param>
    public void Ask(int? releaseId) => _orders.Writer.TryWrite(releaseId);
}

/// <summary>
/// Visits links beside the site, one after the other, and no site more often than once a second. Unless it is told to do so regularly it makes no connection before an editor asks.
/// </summary>
internal sealed partial class LinkWorker(IServiceScopeFactory scopes, Doors doors, LinkDesk desk, LinkVisitor visitor, IOptions<LinkCheckOptions> options, TimeProvider clock, ILogger<LinkWorker> log) : BackgroundService
{
    private static readonly TimeSpan BetweenVisits = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Check == LinkChecks.Off)
            return;
        if (!await doors.OpensAsync(stoppingToken))
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(await NextAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was, the next request must find the worker there.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Failed(log, error);
            }
            finally
            {
                desk.Left = 0;
            }
        }
    }

    /// <summary>The next request; null, for all that are due, also when it is time by itself.</summary>
    private async Task<int?> NextAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Check != LinkChecks.Regularly)
            return await desk.Orders.ReadAsync(stoppingToken);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        wait.CancelAfter(BetweenRounds);
        try
        {
            return await desk.Orders.ReadAsync(wait.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task RoundAsync(int? releaseId, CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<LinkStore>();
        if (releaseId is { } id)
            await store.CollectAsync(id, stoppingToken);
        else
            await store.CollectAsync(stoppingToken);
        var due = await store.DueAsync(releaseId, clock.GetUtcNow().AddDays(-options.Value.EveryDays), stoppingToken);
        desk.Left = due.Count;
        var visited = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        foreach (var link in due)
        {
            var host = new Uri(link.Address).Host;
            if (visited.TryGetValue(host, out var last) && BetweenVisits - clock.GetElapsedTime(last) is { Ticks: > 0 } wait)
                await Task.Delay(wait, stoppingToken);
            await store.NoteAsync(link.Id, await visitor.VisitAsync(link.Address, stoppingToken), stoppingToken);
            visited[host] = clock.GetTimestamp();
            desk.Left--;
        }
    }

    [LoggerMessage(LogLevel.Error, "The link check stumbled.")]
    private static partial void Failed(ILogger logger, Exception error);
}

/// <summary>What changes of many releases and the link check need.</summary>
internal static class DeskToolServices
{
    public static IServiceCollection AddDeskTools(this IServiceCollection services)
    {
        services.AddScoped<BulkStore>().AddScoped<LinkStore>();
        services.AddOptions<LinkCheckOptions>().BindConfiguration(LinkCheckOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LinkDesk>().AddSingleton<LinkVisitor>();
        services.AddHostedService<LinkWorker>();
        return services;
    }
}
