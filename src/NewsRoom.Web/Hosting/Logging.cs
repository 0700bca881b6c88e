using System.Globalization;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// Where logs go: warnings to standard error, so that the plain lines and JSON on standard output stand alone, and everything to a file a day.
/// This file and <see cref="RequestLog"/> are all that knows of Serilog or would change with Serilog.AspNetCore.
/// </summary>
internal static class Logging
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const int KeptDays = 14;
    private const long LargestFile = 50L * 1024 * 1024;

    public static void AddNewsRoomLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        // Made when the first logger is: only then are the storage options final.
        builder.Services.AddSingleton<ILoggerProvider>(services => Provider(services.GetRequiredService<IOptions<StorageOptions>>().Value.Logs));
    }

    private static SerilogLoggerProvider Provider(string folder)
    {
        var culture = CultureInfo.InvariantCulture;
        var configuration = new LoggerConfiguration().MinimumLevel.Verbose()
            .WriteTo.Console(LogEventLevel.Warning, Line, culture, standardErrorFromLevel: LogEventLevel.Verbose);
        if (folder.Length > 0)
        {
            var path = Path.Combine(folder, "newsroom-.log");
            configuration.WriteTo.File(path, LogEventLevel.Information, Line, culture, fileSizeLimitBytes: LargestFile, rollOnFileSizeLimit: true,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: KeptDays, shared: true);
        }

        return new SerilogLoggerProvider(configuration.CreateLogger(), dispose: true);
    }
}
