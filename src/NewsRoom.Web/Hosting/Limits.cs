namespace NewsRoom.Web.Hosting;

/// <summary>What a request may be at most. A page that takes more (an upload, a long body) says so itself with <c>[RequestSizeLimit]</c>.</summary>
internal static class Limits
{
    /// <summary>The largest request body in bytes.</summary>
    private const long Body = 1024 * 1024;

    public static void AddLimits(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Body;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
    });
}
