using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace NewsRoom.Web.Hosting;

/// <summary>An answer that was given once and is given again.</summary>
/// <param name="Version">Of the database, read before the page was made: of a later one it says nothing.</param>
/// <param name="ExpiresAt">When a release becomes live or a contact leaves or begins next, or a minute later, whichever is sooner.</param>
/// <param name="ModifiedAt">Since when it has been the same.</param>
internal sealed record CachedPage(long Version, DateTimeOffset ExpiresAt, DateTimeOffset ModifiedAt, string ETag, IReadOnlyList<KeyValuePair<string, StringValues>> Headers, byte[] Body)
{
    /// <summary>Roughly what it takes, in bytes.</summary>
    public long Size => Body.Length + 1024;

    public long UsedAt { get; set; }
}

/// <summary>Holds answers in bounded memory; what was not asked for longest goes first.</summary>
internal sealed class PageCacheStore(IOptions<ReaderOptions> options)
{
    /// <summary>A larger answer is not kept.</summary>
    public const int MaxBody = 1024 * 1024;

    private readonly ConcurrentDictionary<string, CachedPage> _pages = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly long _limit = options.Value.PageCacheMegabytes * 1024L * 1024;
    private long _size;
    private long _clock;

    public bool IsOn => _limit > 0;

    /// <summary>Bytes held.</summary>
    public long Size => Interlocked.Read(ref _size);

    public CachedPage? Find(string key)
    {
        if (!_pages.TryGetValue(key, out var page))
            return null;
        page.UsedAt = Interlocked.Increment(ref _clock);
        return page;
    }

    public void Keep(string key, CachedPage page)
    {
        if (page.Body.Length > MaxBody)
            return;
        lock (_gate)
        {
            page.UsedAt = Interlocked.Increment(ref _clock);
            if (_pages.TryGetValue(key, out var old))
                _size -= old.Size;
            _pages[key] = page;
            _size += page.Size;
            if (_size > _limit)
                MakeRoom();
        }
    }

    private void MakeRoom()
    {
        foreach (var (key, page) in _pages.ToArray().OrderBy(p => p.Value.UsedAt))
        {
            if (_size <= _limit / 4 * 3)
                return;
            if (_pages.TryRemove(key, out _))
                _size -= page.Size;
        }
    }
}
