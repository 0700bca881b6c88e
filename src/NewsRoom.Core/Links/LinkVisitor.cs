using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace NewsRoom.Core.Links;

/// <summary>
/// Visits a web address to see whether it answers. The network address is checked where the connection is made, so that neither a name that leads inside, nor a redirect, nor a name that changes its
/// mind in between reaches anything but the public web. Bodies are never read.
/// </summary>
public sealed class LinkVisitor : IDisposable
{
    public const int MaxRedirects = 5;

    /// <summary>Kilobytes.</summary>
    private const int MaxHeader = 64;

    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MaxConnect = TimeSpan.FromSeconds(8);

    private readonly Func<IPEndPoint, bool> _mayVisit;
    private readonly HttpClient _client;

    public LinkVisitor()
        : this(PublicAddress.MayVisit)
    {
    }

    /// <param name="mayVisit">Another rule than the public web's: for tests, which have none.</param>
    internal LinkVisitor(Func<IPEndPoint, bool> mayVisit)
    {
        _mayVisit = mayVisit;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = MaxConnect,
            MaxResponseHeadersLength = MaxHeader,
            // Every visit asks for the name anew and is checked anew.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("NewsRoom-link-check", "1.0"));
    }

    /// <summary>Whether an address is one that is visited at all.</summary>
    public static bool IsOfTheWeb(string address) =>
        address is { Length: > 0 and <= LinkTarget.MaxAddress } && Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsOfTheWeb(uri);

    public async Task<LinkVisit> VisitAsync(string address, CancellationToken cancellationToken = default)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsOfTheWeb(uri))
            return new(LinkState.NotPublic, Message: "It is no address of the public web.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(MaxTime);
        try
        {
            return await FollowAsync(uri, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(LinkState.Silent, Message: $"It did not answer within {MaxTime.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.");
        }
        catch (HttpRequestException error)
        {
            return Find<NotPublicException>(error) is not null
                ? new(LinkState.NotPublic, Message: "It leads to no address of the public web, and was not visited.")
                : new(LinkState.Silent, Message: Say(error));
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<LinkVisit> FollowAsync(Uri start, CancellationToken cancellationToken)
    {
        var at = start;
        var isForEver = true;
        for (var step = 0; step <= MaxRedirects; step++)
        {
            using var answer = await AskAsync(at, cancellationToken);
            var status = (int)answer.StatusCode;
            if (status is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
                return Judge(status, at == start ? null : at.AbsoluteUri, at != start && isForEver);
            isForEver &= status is 301 or 308;
            at = new Uri(at, location);
            if (!IsOfTheWeb(at))
                return new(LinkState.NotPublic, status, "It redirects to something that is no address of the public web, which was not visited.");
        }

        return new(LinkState.Broken, Message: $"It redirects more than {MaxRedirects} times.");
    }

    /// <summary>HEAD, and where that is not understood GET for as good as nothing.</summary>
    private async Task<HttpResponseMessage> AskAsync(Uri at, CancellationToken cancellationToken)
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, at);
        var answer = await _client.SendAsync(head, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.IsSuccessStatusCode || (int)answer.StatusCode is (>= 300 and < 400) or 429)
            return answer;
        answer.Dispose();
        using var get = new HttpRequestMessage(HttpMethod.Get, at);
        get.Headers.Range = new RangeHeaderValue(0, 0);
        return await _client.SendAsync(get, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static LinkVisit Judge(int status, string? leadsTo, bool isForEver) => status switch
    {
        >= 200 and < 300 or 416 => isForEver ? new(LinkState.Moved, status, "It has moved for good.", leadsTo) : new(LinkState.Works, status, null, leadsTo),
        401 or 403 or 407 or 429 or 451 => new(LinkState.Closed, status, "It does not open to a machine: look at it yourself.", leadsTo),
        404 or 410 => new(LinkState.Broken, status, "There is no such page.", leadsTo),
        _ => new(LinkState.Broken, status, $"It answers with status {status.ToString(CultureInfo.InvariantCulture)}.", leadsTo),
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        // An address that is written out is taken as it is; a name is resolved here and nowhere else.
        IPAddress[] found = IPAddress.TryParse(host.Trim('[', ']'), out var written) ? [written] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var places = found.Select(a => new IPEndPoint(a, port)).Where(_mayVisit).ToList();
        if (places.Count == 0)
            throw new NotPublicException();
        Exception? last = null;
        foreach (var place in places)
        {
            var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(place, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException error)
            {
                socket.Dispose();
                last = error;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last!;
    }

    private static bool IsOfTheWeb(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    private static string Say(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "There is no such site.",
        HttpRequestError.SecureConnectionError => "Its certificate is not in order.",
        _ => Find<SocketException>(error) is { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } ? "There is no such site." : "It does not answer.",
    };

    private static T? Find<T>(Exception? error)
        where T : Exception
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is T found)
                return found;
        }

        return null;
    }

    private sealed class NotPublicException : IOException;
}
