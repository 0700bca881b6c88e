using Microsoft.Extensions.Options;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Enquiries;
using NewsRoom.Core.Figures;
using NewsRoom.Core.Mail;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Jobs;

/// <summary>Does the same thing over and over beside the site, in a scope of its own each time. A failure is logged and the next turn comes all the same.</summary>
internal abstract partial class Rounds(IServiceScopeFactory scopes, Doors doors, TimeSpan first, TimeSpan between, ILogger log) : BackgroundService
{
    protected abstract Task TurnAsync(IServiceProvider services, CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await doors.OpensAsync(stoppingToken))
            return;
        await Task.Delay(first, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await TurnAsync(scope.ServiceProvider, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was, the next turn must come.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Failed(log, GetType().Name, error);
            }

            await Task.Delay(between, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Job} failed and is tried again.")]
    private static partial void Failed(ILogger logger, string job, Exception error);
}

/// <summary>Sends what waits in the outbox. The log counts letters and names nobody.</summary>
internal sealed partial class MailJob(IServiceScopeFactory scopes, Doors doors, ILogger<MailJob> log) : Rounds(scopes, doors, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5), log)
{
    protected override async Task TurnAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        var outbox = services.GetRequiredService<Outbox>();
        var outcomes = new Dictionary<SendOutcome, int>();
        while (!stoppingToken.IsCancellationRequested && await outbox.SendNextAsync(stoppingToken) is { } outcome)
        {
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            // A server that is away is not asked for every letter.
            if (outcome == SendOutcome.TryLater)
                break;
        }

        if (outcomes.Remove(SendOutcome.Sent, out var sent))
            Sent(log, sent);
        foreach (var (outcome, count) in outcomes)
            NotSent(log, count, outcome);
    }

    [LoggerMessage(LogLevel.Information, "{Count} letters were sent")]
    private static partial void Sent(ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "{Count} letters were not sent: {Outcome}")]
    private static partial void NotSent(ILogger logger, int count, SendOutcome outcome);
}

/// <summary>Announces what became public, also after downtime, and then says how late it was.</summary>
internal sealed partial class AnnouncementJob(IServiceScopeFactory scopes, Doors doors, ILogger<AnnouncementJob> log) : Rounds(scopes, doors, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20), log)
{
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(2);

    protected override async Task TurnAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        var announcer = services.GetRequiredService<Announcer>();
        var run = await announcer.AnnounceAsync(stoppingToken);
        if (run.Late > OnTime)
            Late(log, run.Count, (long)run.Late.TotalMinutes);
        else if (run.Count > 0)
            Announced(log, run.Count);
        if (await announcer.DigestAsync(stoppingToken) is > 0 and var letters)
            Digests(log, letters);
    }

    [LoggerMessage(LogLevel.Information, "{Count} releases or notes were announced")]
    private static partial void Announced(ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "{Count} releases or notes were announced, {Minutes} minutes after their time")]
    private static partial void Late(ILogger logger, int count, long minutes);

    [LoggerMessage(LogLevel.Information, "{Count} daily or weekly letters were queued")]
    private static partial void Digests(ILogger logger, int count);
}

/// <summary>Deletes what has been kept long enough: enquiries, wishes nobody confirmed, words nobody found.</summary>
internal sealed partial class RetentionJob(IServiceScopeFactory scopes, Doors doors, IOptions<EnquiryOptions> enquiries, IOptions<ReaderOptions> readers, DeskTime time, ILogger<RetentionJob> log)
    : Rounds(scopes, doors, TimeSpan.FromMinutes(1), TimeSpan.FromHours(6), log)
{
    protected override async Task TurnAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        var deleted = await services.GetRequiredService<EnquiryDesk>().DeleteOldAsync(TimeSpan.FromDays(enquiries.Value.RetentionDays), stoppingToken);
        if (deleted > 0)
            Deleted(log, deleted);
        await services.GetRequiredService<AlertSignUp>().ForgetOldAsync(stoppingToken);
        var oldest = DateOnly.FromDateTime(time.Local(time.Now).DateTime).AddDays(-readers.Value.SearchMissDays);
        await services.GetRequiredService<FigureStore>().ForgetMissesAsync(oldest, stoppingToken);
    }

    [LoggerMessage(LogLevel.Information, "{Count} enquiries were deleted: their retention period is over")]
    private static partial void Deleted(ILogger logger, int count);
}

/// <summary>Stores what was counted, once a minute and at the end.</summary>
internal sealed class FigureFlush(IServiceScopeFactory scopes, Doors doors, FigureCounter counter, ILogger<FigureFlush> log) : Rounds(scopes, doors, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), log)
{
    private readonly IServiceScopeFactory _scopes = scopes;

    protected override Task TurnAsync(IServiceProvider services, CancellationToken stoppingToken) => counter.FlushAsync(services.GetRequiredService<FigureStore>(), stoppingToken);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await using var scope = _scopes.CreateAsyncScope();
        await counter.FlushAsync(scope.ServiceProvider.GetRequiredService<FigureStore>(), cancellationToken);
    }
}
