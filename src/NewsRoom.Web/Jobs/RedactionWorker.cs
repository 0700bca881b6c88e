using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Redactions;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Jobs;

/// <summary>What an administrator has confirmed. It is in memory alone: the words must not be written anywhere.</summary>
public sealed record RedactionOrder(Phrase Phrase, string Replacement, string Reason, string By);

/// <summary>Hands a redaction to the worker and says how far it is. One at a time.</summary>
public sealed class RedactionDesk
{
    private readonly Channel<RedactionOrder> _orders = Channel.CreateBounded<RedactionOrder>(1);
    private readonly Lock _turn = new();

    /// <summary>Null while nothing is done.</summary>
    public RedactionStep? Step { get; private set; }

    /// <summary>What the last one ended with; null before the first.</summary>
    public string? Outcome { get; private set; }

    public ChannelReader<RedactionOrder> Orders => _orders.Reader;

    /// <summary>False while another one is being done.</summary>
    public bool TryBegin(RedactionOrder order)
    {
        lock (_turn)
        {
            if (Step is not null || !_orders.Writer.TryWrite(order))
                return false;
            Step = new("Beginning", 0, 1);
            Outcome = null;
            return true;
        }
    }

    public void Report(RedactionStep step) => Step = step;

    public void End(string? outcome)
    {
        lock (_turn)
        {
            Step = null;
            Outcome = outcome;
        }
    }
}

/// <summary>
/// Does redactions beside the site, and finishes at the start what a power cut left half way: the words are gone with the transaction, the free pages of the file are cleaned after it.
/// </summary>
internal sealed partial class RedactionWorker(IServiceScopeFactory scopes, Doors doors, RedactionDesk desk, IOptions<StorageOptions> storage, ILogger<RedactionWorker> log) : BackgroundService
{
    private const int Tries = 40;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (!await doors.OpensAsync(stoppingToken))
                return;
            await GuardAsync(ScrubAsync, stoppingToken);
            await foreach (var order in desk.Orders.ReadAllAsync(stoppingToken))
                desk.End(await GuardAsync(token => RedactAsync(order, token), stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    private async Task<string?> RedactAsync(RedactionOrder order, CancellationToken stoppingToken)
    {
        var (phrase, replacement, reason, by) = order;
        LogScrub.Clean(storage.Value.Logs, phrase);
        Redaction done;
        await using (var scope = scopes.CreateAsyncScope())
            done = await scope.ServiceProvider.GetRequiredService<RedactionStore>().RedactAsync(phrase, replacement, reason, by, desk.Report, stoppingToken);
        desk.Report(new("Cleaning the database file", 0, 1));
        var left = await ScrubAsync(stoppingToken);
        // What was asked for meanwhile may have named an old address.
        LogScrub.Clean(storage.Value.Logs, phrase);
        return left ?? $"Done: {done.Places} places in the database were changed, {done.Releases} releases among them.";
    }

    private async Task<string?> ScrubAsync(CancellationToken stoppingToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<RedactionStore>().ScrubAsync(stoppingToken))
                return null;
            await Task.Delay(BetweenTries, stoppingToken);
        }

        return "The words are gone from every page and table, but others kept reading the database file, and its free parts are not cleaned yet. Restart the newsroom: it is done then.";
    }

    private async Task<string?> GuardAsync(Func<CancellationToken, Task<string?>> work, CancellationToken stoppingToken)
    {
        try
        {
            return await work(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever it was, the next one must find the worker there; a transaction leaves everything or nothing.
        catch (Exception error)
#pragma warning restore CA1031
        {
            // The error may quote what was being written: its kind alone is logged.
            Failed(log, error.GetType().Name);
            return "It failed, and nothing was changed. Try again; the log names the kind of error.";
        }
    }

    [LoggerMessage(LogLevel.Error, "A redaction failed with {Kind}; nothing of it was written.")]
    private static partial void Failed(ILogger logger, string kind);
}

/// <summary>What redactions need.</summary>
internal static class RedactionServices
{
    public static IServiceCollection AddRedactions(this IServiceCollection services)
    {
        services.AddSingleton(provider => new RedactionKey(SecretKey.Read(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Keys, "redaction.key")));
        services.AddScoped<RedactionStore>().AddSingleton<RedactionDesk>();
        services.AddHostedService<RedactionWorker>();
        return services;
    }
}
