using System.Collections.Concurrent;
using System.Net;

namespace NewsRoom.Web.Hosting;

/// <summary>What is left of a quota.</summary>
/// <param name="Remaining">After this request.</param>
/// <param name="Reset">Until the quota is whole again.</param>
internal readonly record struct QuotaState(bool IsAllowed, int Limit, int Remaining, TimeSpan Reset)
{
    /// <summary>Tells it in headers: RateLimit-Limit, -Remaining and -Reset (seconds), and Retry-After where it is used up.</summary>
    public void Write(HttpResponse response)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var seconds = Math.Ceiling(Math.Max(1, Reset.TotalSeconds)).ToString(invariant);
        response.Headers["RateLimit-Limit"] = Limit.ToString(invariant);
        response.Headers["RateLimit-Remaining"] = Remaining.ToString(invariant);
        response.Headers["RateLimit-Reset"] = seconds;
        if (!IsAllowed)
            response.Headers.RetryAfter = seconds;
    }
}

/// <summary>How often one network may do something in a window of time. Kept in memory alone, by network and not by person; pages of news are never under it.</summary>
internal sealed class RequestQuota(TimeProvider clock)
{
    /// <summary>From so many networks on, those whose window is over are forgotten, and new ones share a count when none is.</summary>
    private const int ManyNetworks = 20_000;

    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    public QuotaState Take(string what, IPAddress? address, int limit, TimeSpan window)
    {
        var now = clock.GetUtcNow();
        var network = address is null ? "" : Convert.ToHexStringLower(NetworkOrigin.NetworkOf(address));
        if (_counts.Count >= ManyNetworks)
        {
            Forget(now);
            network = _counts.Count >= ManyNetworks ? "others" : network;
        }

        var count = _counts.GetOrAdd(what + ":" + network, _ => new Count());
        lock (count)
        {
            if (now >= count.Ends)
                (count.Used, count.Ends) = (0, now + window);
            if (count.Used >= limit)
                return new(false, limit, 0, count.Ends - now);
            count.Used++;
            return new(true, limit, limit - count.Used, count.Ends - now);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, count) in _counts)
        {
            if (now >= count.Ends)
                _counts.TryRemove(key, out _);
        }
    }

    private sealed class Count
    {
        public int Used { get; set; }

        public DateTimeOffset Ends { get; set; }
    }
}
