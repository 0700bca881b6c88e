using Microsoft.Extensions.Options;

namespace NewsRoom.Web.Hosting;

/// <summary>Headers that every response carries, errors and static files included.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<NewsRoomOptions> options)
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For a page that frames a page of this site.</summary>
    public const string Framing = ContentPolicy + "; frame-src 'self'";

    /// <summary>For a page that a page of this site frames.</summary>
    public static readonly string Framed = ContentPolicy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);

    private const string Permissions =
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    // Only a site that is served by https, or a visitor who came by it, may be told to come by https ever after: anybody else would be locked out.
    private readonly bool _isHttps = options.Value.PublicBaseAddress.Scheme == Uri.UriSchemeHttps;

    public Task InvokeAsync(HttpContext context)
    {
        // An error handler clears the headers that are set early, so they are set when the response starts.
        context.Response.OnStarting(static state =>
        {
            var (response, isHttps) = ((HttpResponse, bool))state;
            Set(response.Headers, isHttps || response.HttpContext.Request.IsHttps);
            return Task.CompletedTask;
        }, (context.Response, _isHttps));
        return next(context);
    }

    private static void Set(IHeaderDictionary headers, bool isHttps)
    {
        headers.TryAdd("Content-Security-Policy", ContentPolicy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.TryAdd("Permissions-Policy", Permissions);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        if (isHttps)
            headers.TryAdd("Strict-Transport-Security", "max-age=63072000");
    }
}
