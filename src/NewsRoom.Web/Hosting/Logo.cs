using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace NewsRoom.Web.Hosting;

/// <summary>The organisation's mark from <see cref="LooksOptions.Logo"/>, read once at the start.</summary>
public sealed class Logo
{
    private readonly byte[]? _bytes;
    private readonly string _type = "";
    private readonly string _version = "";

    /// <exception cref="FileNotFoundException">The option names a file that is not there.</exception>
    public Logo(IHostEnvironment environment, IOptions<NewsRoomOptions> options)
    {
        var file = options.Value.Looks.Logo;
        if (file.Length == 0)
            return;
        _bytes = File.ReadAllBytes(Path.Combine(environment.ContentRootPath, file));
        _type = Path.GetExtension(file).ToLowerInvariant() switch { ".svg" => "image/svg+xml", ".png" => "image/png", _ => "image/webp" };
        _version = Convert.ToHexStringLower(SHA256.HashData(_bytes).AsSpan(0, 8));
    }

    /// <summary>Where pages show it from; null when there is none.</summary>
    public string? Address => _bytes is null ? null : "/logo?v=" + _version;

    public static void Map(WebApplication app) => app.MapMethods("/logo", ["GET", "HEAD"], (Logo logo, HttpContext http) =>
    {
        if (logo._bytes is not { } bytes)
            return Results.NotFound();
        http.Response.Headers.CacheControl = http.Request.Query["v"] == logo._version ? "public, max-age=31536000, immutable" : "public, max-age=300";
        // A drawing that is opened by itself is a document: nothing in it runs.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
        return Results.Bytes(bytes, logo._type, entityTag: new EntityTagHeaderValue($"\"{logo._version}\""));
    });
}
