using Microsoft.Extensions.Options;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// Does once, on a core that is idle while the database is being made, what the first import and the first reader are about to ask for: code is compiled
/// and caches are filled on the way. What comes out is thrown away, and what goes wrong is left for the real thing to say.
/// </summary>
internal sealed partial class Rehearsal(Doors doors, ArchiveImport import, IOptions<StorageOptions> storage, IServiceScopeFactory scopes, ILogger<Rehearsal> log)
{
    /// <summary>In bytes. A longer document teaches nothing more.</summary>
    private const long LongestDocument = 64 * 1024;

    /// <param name="preparation">What the rehearsal runs beside; the front page needs its tables.</param>
    public async Task RunAsync(Preparation preparation, CancellationToken cancellationToken)
    {
        try
        {
            if (preparation.IsFirst)
                PlanDocument();
            await preparation.Database;
            await AskFrontPageAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever it is, the import or the first reader meets it again, and it is told there.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Failed(log, error);
        }
    }

    private void PlanDocument()
    {
        if (!Directory.Exists(storage.Value.Content) || ImportFile.List([storage.Value.Content], out _) is not { } files)
            return;
        if (files.FirstOrDefault(f => new FileInfo(f.Path).Length <= LongestDocument) is { } document)
            import.Rehearse(document, new PipelineSettings { Themes = ThemesFile.Read(storage.Value.ThemesFile) });
    }

    private async Task AskFrontPageAsync(CancellationToken cancellationToken)
    {
        if (doors.Site is not { } site)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancellationToken };
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = Uri.UriSchemeHttp;
        context.Request.Host = new HostString("localhost");
        context.Request.Path = "/";
        await site(context);
    }

    [LoggerMessage(LogLevel.Debug, "The rehearsal of the start failed.")]
    private static partial void Failed(ILogger logger, Exception error);
}
