namespace NewsRoom.Web.Hosting;

/// <summary>One line a request. No query string (searches, tokens), address or browser of the visitor.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider clock)
{
    /// <summary>What follows these paths is a secret.</summary>
    private static readonly string[] Secrets = [Workflow.PreviewPath, "/subscribe/confirm", "/subscribe/manage", "/subscribe/unsubscribe"];

    public async Task InvokeAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (logger.IsEnabled(LogLevel.Information))
            {
                // Percent-encoded, so that nobody writes lines of their own into the log.
                var path = Open(context.Request.Path);
                var milliseconds = (long)clock.GetElapsedTime(started).TotalMilliseconds;
                Answered(logger, context.Request.Method, path, context.Response.StatusCode, milliseconds);
            }
        }
    }

    /// <summary>A path without the secret that may stand in it.</summary>
    private static string Open(PathString path)
    {
        foreach (var secret in Secrets)
        {
            if (path.StartsWithSegments(secret, StringComparison.OrdinalIgnoreCase))
                return secret + "/-";
        }

        return path.ToUriComponent();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} answered {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger logger, string method, string path, int status, long milliseconds);
}
