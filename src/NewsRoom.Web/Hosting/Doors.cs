namespace NewsRoom.Web.Hosting;

/// <summary>
/// The newsroom's doors. The server listens while the database is still being made and the archive imported; a request that comes early waits here,
/// so that nobody sees half an archive.
/// </summary>
internal sealed class Doors
{
    private readonly TaskCompletionSource<bool> _decided = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What stands behind the doors; null until the server has been put together.</summary>
    public RequestDelegate? Site { get; private set; }

    private bool IsOpen => _decided.Task is { IsCompletedSuccessfully: true, Result: true };

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
        return context => IsOpen ? next(context) : HoldAsync(context, next);
    }

    private async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        if (await OpensAsync(context.RequestAborted))
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
