using System.Globalization;
using System.Text.Encodings.Web;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// The newsroom's doors. The server listens while the database is still being made and the archive imported; a request that comes early waits here,
/// so that nobody sees half an archive. Whoever has waited long is told how far it has come, by a page that looks again by itself.
/// </summary>
internal sealed class Doors
{
    private const string LookAgainSeconds = "5";

    private readonly TaskCompletionSource<bool> _decided = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _visits;

    /// <summary>What stands behind the doors; null until the server has been put together.</summary>
    public RequestDelegate? Site { get; private set; }

    private bool IsOpen => _decided.Task is { IsCompletedSuccessfully: true, Result: true };

    /// <summary>How long a request waits before it is told to come again: an archive of some documents is imported by then.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many documents of the archive are imported, of how many; null before it begins.</summary>
    public (int Done, int Of)? Progress { get; set; }

    /// <summary>How many requests came in since the start: work behind the scenes gives way while it grows.</summary>
    public long Visits => Interlocked.Read(ref _visits);

    /// <summary>Lets everybody in, for good.</summary>
    public void Open() => _decided.TrySetResult(true);

    /// <summary>Sends away whoever waits: the newsroom stops, or could not be made ready. After <see cref="Open"/> it does nothing.</summary>
    public void Close() => _decided.TrySetResult(false);

    /// <summary>Waits until the newsroom opens.</summary>
    /// <returns>False when it never will.</returns>
    public Task<bool> OpensAsync(CancellationToken cancellationToken) => _decided.Task.WaitAsync(cancellationToken);

    /// <summary>The doors as a link of the pipeline.</summary>
    public RequestDelegate Guard(RequestDelegate next)
    {
        Site = next;
        return context =>
        {
            Interlocked.Increment(ref _visits);
            return IsOpen ? next(context) : HoldAsync(context, next);
        };
    }

    private async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        bool isOpen;
        try
        {
            isOpen = await OpensAsync(context.RequestAborted).WaitAsync(Patience, context.RequestAborted);
        }
        catch (TimeoutException)
        {
            await SayProgressAsync(context);
            return;
        }

        // Out of the try: a page that takes too long for its own reasons is no newsroom that is still being prepared.
        if (isOpen)
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    private async Task SayProgressAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = LookAgainSeconds;
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsGet(context.Request.Method))
            return;
        var texts = context.RequestServices.GetRequiredService<SiteText>();
        var encode = HtmlEncoder.Default;
        var far = Progress is var (done, of) ? texts["Preparing.Documents", done, of].Value : "";
        response.Headers["Refresh"] = LookAgainSeconds;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{encode.Encode(texts.Language)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{encode.Encode(texts["Preparing"])}</title></head>
            <body><main><h1>{encode.Encode(texts["Preparing"])}</h1><p>{encode.Encode(texts["Preparing.What"])}</p><p>{encode.Encode(far)}</p></main></body>
            </html>
            """), context.RequestAborted);
    }
}
