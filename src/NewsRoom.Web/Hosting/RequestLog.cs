namespace NewsRoom.Web.Hosting;

/// <summary>One line a request. No query string (searches, tokens), address or browser of the visitor.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider clock)
{
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
                // What follows the preview's own path is a secret.
                var path = context.Request.Path.StartsWithSegments(Workflow.PreviewPath, StringComparison.OrdinalIgnoreCase) ? Workflow.PreviewPath + "/-" : context.Request.Path.ToUriComponent();
                var milliseconds = (long)clock.GetElapsedTime(started).TotalMilliseconds;
                Answered(logger, context.Request.Method, path, context.Response.StatusCode, milliseconds);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} answered {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger logger, string method, string path, int status, long milliseconds);
}
