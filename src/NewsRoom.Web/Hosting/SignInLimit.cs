using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Mvc.Filters;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// How often one network may fail to sign in, whoever it tries to be: a lockout protects one account, this protects them all from one that tries a password
/// on each. A try counts from its beginning, so that many at once gain nothing; one that succeeds is given back.
/// </summary>
internal sealed class SignInLimit(TimeProvider clock)
{
    /// <summary>Failures that one network has in a <see cref="Window"/>.</summary>
    public const int Tries = 20;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>From so many networks on, those whose window is over are forgotten.</summary>
    private const int ManyNetworks = 10_000;

    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>Takes a try.</summary>
    /// <returns>Null when it may be made; otherwise how long to wait.</returns>
    public TimeSpan? Take(IPAddress? address)
    {
        var now = clock.GetUtcNow();
        if (_counts.Count >= ManyNetworks)
            Forget(now);
        var count = _counts.GetOrAdd(KeyOf(address), _ => new Count());
        lock (count)
        {
            if (now >= count.Ends)
                (count.Used, count.Ends) = (0, now + Window);
            if (count.Used >= Tries)
                return count.Ends - now;
            count.Used++;
            return null;
        }
    }

    /// <summary>Gives back a try that succeeded.</summary>
    public void GiveBack(IPAddress? address)
    {
        if (!_counts.TryGetValue(KeyOf(address), out var count))
            return;
        lock (count)
            count.Used = Math.Max(0, count.Used - 1);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, count) in _counts)
        {
            if (now >= count.Ends)
                _counts.TryRemove(key, out _);
        }
    }

    private static string KeyOf(IPAddress? address) => address is null ? "" : Convert.ToHexStringLower(NetworkOrigin.NetworkOf(address));

    private sealed class Count
    {
        public int Used { get; set; }

        public DateTimeOffset Ends { get; set; }
    }
}

/// <summary>Puts the posts of a page under <see cref="SignInLimit"/>: 429 with Retry-After, before anything about an account is looked up. A redirect counts as success.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LimitSignInAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || context.HandlerMethod?.Name == "PasskeyOptions")
        {
            await next();
            return;
        }

        var limit = http.RequestServices.GetRequiredService<SignInLimit>();
        var address = http.Connection.RemoteIpAddress;
        if (limit.Take(address) is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            context.Result = new Microsoft.AspNetCore.Mvc.StatusCodeResult(StatusCodes.Status429TooManyRequests);
            return;
        }

        var done = await next();
        if (done.Result is Microsoft.AspNetCore.Mvc.LocalRedirectResult or Microsoft.AspNetCore.Mvc.RedirectToPageResult)
            limit.GiveBack(address);
    }
}
