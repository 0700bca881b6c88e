using System.Collections.Concurrent;
using NewsRoom.Core.Figures;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// Counts what is asked for, in memory, until it is stored. Of who asked nothing is kept, looked up or compared: two visits of one person count as two.
/// </summary>
public sealed class FigureCounter(DeskTime time)
{
    /// <summary>More different things than this between two stores are a robot's invention; they are not counted.</summary>
    private const int MaxKeys = 10_000;

    private ConcurrentDictionary<FigureKey, long> _figures = new();
    private ConcurrentDictionary<(DateOnly Day, string Words), long> _misses = new();

    private DateOnly Today => DateOnly.FromDateTime(time.Local(time.Now).DateTime);

    /// <param name="slug">Of the release; null where it is of none.</param>
    public void Count(FigureKind kind, string? slug, string subject)
    {
        var figures = _figures;
        if (figures.Count < MaxKeys)
            figures.AddOrUpdate(new FigureKey(Today, kind, slug, subject), 1, (_, count) => count + 1);
    }

    /// <summary>Counts words that were searched for and not found; null is not counted.</summary>
    public void CountMiss(string? words)
    {
        var misses = _misses;
        if (words is not null && misses.Count < MaxKeys)
            misses.AddOrUpdate((Today, words), 1, (_, count) => count + 1);
    }

    /// <summary>Stores what was counted. What cannot be stored is counted again.</summary>
    public async Task FlushAsync(FigureStore store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var figures = Interlocked.Exchange(ref _figures, new());
        var misses = Interlocked.Exchange(ref _misses, new());
        try
        {
            await store.AddAsync(figures, misses, cancellationToken);
        }
        catch
        {
            foreach (var (key, count) in figures)
                _figures.AddOrUpdate(key, count, (_, now) => now + count);
            foreach (var (key, count) in misses)
                _misses.AddOrUpdate(key, count, (_, now) => now + count);
            throw;
        }
    }
}

/// <summary>Counts what was answered well to people: no robots that say so, no editors at work, no errors.</summary>
internal sealed class FigureMiddleware(RequestDelegate next, FigureCounter counter)
{
    private const string Releases = "/releases/";
    private const string Contacts = "/contacts/";

    private static readonly string[] Robots = ["bot", "crawl", "spider", "slurp", "preview", "monitor", "curl", "wget", "python", "headless", "lighthouse", "httpclient", "scan"];
    private static readonly string[] Downloads = [".txt", ".md", ".docx", ".json"];

    public async Task InvokeAsync(HttpContext context)
    {
        // Read now: an error page re-executes under another path.
        var path = context.Request.Path.Value ?? "";
        var query = context.Request.Query["release"].ToString();
        await next(context);
        if (HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified
            && context.Request.Headers["Sec-Purpose"].Count == 0 && !PageCache.IsSignedIn(context.Request))
            Count(path, query, context.Request.Headers.UserAgent.ToString());
    }

    private void Count(string path, string release, string agent)
    {
        // Feeds are fetched by programs: they are what is counted there.
        if (path.EndsWith(".atom", StringComparison.Ordinal) || path.EndsWith(".rss", StringComparison.Ordinal) || path.EndsWith("/feed.json", StringComparison.Ordinal))
        {
            counter.Count(FigureKind.Feed, null, path);
            return;
        }

        if (agent.Length == 0 || Array.Exists(Robots, robot => agent.Contains(robot, StringComparison.OrdinalIgnoreCase)))
            return;
        if (path.StartsWith(Contacts, StringComparison.Ordinal) && path.EndsWith(".vcf", StringComparison.Ordinal))
            CountContact(release, path[..^".vcf".Length].Replace(".v3", "", StringComparison.Ordinal));
        else if (path == "/enquiry" && release.Length > 0)
            counter.Count(FigureKind.Contact, release, "");
        else if (path.StartsWith(Releases, StringComparison.Ordinal) && path.IndexOf('/', Releases.Length) < 0)
            CountRelease(path[Releases.Length..]);
    }

    private void CountContact(string release, string contact)
    {
        counter.Count(FigureKind.Contact, null, contact);
        if (release.Length > 0)
            counter.Count(FigureKind.Contact, release, "");
    }

    private void CountRelease(string slug)
    {
        var download = Array.Find(Downloads, d => slug.EndsWith(d, StringComparison.Ordinal));
        counter.Count(download is null ? FigureKind.View : FigureKind.Download, download is null ? slug : slug[..^download.Length], "");
    }
}
