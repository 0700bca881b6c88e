using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// The one style sheet of the public pages, made once: site.css without its comments and spaces, then the organisation's colours, compressed. One request, and no style in a page.
/// </summary>
public sealed partial class StyleSheet
{
    public const string Path = "/newsroom.css";

    private readonly byte[] _plain;
    private readonly byte[] _gzip;
    private readonly byte[] _brotli;
    private readonly string _version;

    public StyleSheet(IWebHostEnvironment environment, IOptions<NewsRoomOptions> options)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo("site.css").CreateReadStream();
        using var reader = new StreamReader(stream);
        _plain = Encoding.UTF8.GetBytes(Small(reader.ReadToEnd()) + Colours(options.Value.Looks));
        _gzip = Packed(to => new GZipStream(to, CompressionLevel.SmallestSize));
        _brotli = Packed(to => new BrotliStream(to, CompressionLevel.SmallestSize));
        _version = Convert.ToHexStringLower(SHA256.HashData(_plain).AsSpan(0, 8));
    }

    /// <summary>Where pages link to: it names its version and never changes.</summary>
    public string Address => $"{Path}?v={_version}";

    /// <summary>Octets as a browser receives it.</summary>
    internal int CompressedLength => _brotli.Length;

    public static void Map(WebApplication app) =>
        app.MapMethods(Path, ["GET", "HEAD"], (StyleSheet sheet, HttpContext http) => sheet.Answer(http));

    private IResult Answer(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = http.Request.Query["v"] == _version ? "public, max-age=31536000, immutable" : "public, max-age=300";
        headers.Vary = "Accept-Encoding";
        var (bytes, coding) = Best(http.Request.Headers.AcceptEncoding);
        if (coding is not null)
            headers.ContentEncoding = coding;
        return Results.Bytes(bytes, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{_version}{coding}\""));
    }

    private (byte[] Bytes, string? Coding) Best(StringValues accepted)
    {
        var codings = StringWithQualityHeaderValue.TryParseList(accepted, out var list) ? list.Where(c => c.Quality is not 0).Select(c => c.Value.Value).ToList() : [];
        return codings.Contains("br") ? (_brotli, "br") : codings.Contains("gzip") ? (_gzip, "gzip") : (_plain, null);
    }

    private static string Colours(LooksOptions looks) =>
        looks.Accent.Length == 0 && looks.AccentDark.Length == 0 ? ""
        : $":root{{--accent:{looks.LightAccent}}}@media (prefers-color-scheme:dark){{:root{{--accent:{looks.DarkAccent}}}}}@media print{{:root{{--accent:#000}}}}";

    /// <summary>Comments and the spaces that CSS does not need go; strings stay as they are, since the sheet keeps none with two spaces or these signs.</summary>
    internal static string Small(string css) => Around().Replace(Spaces().Replace(Comments().Replace(css, ""), " "), "$1").Replace(";}", "}", StringComparison.Ordinal).Trim();

    private byte[] Packed(Func<Stream, Stream> packer)
    {
        using var bytes = new MemoryStream();
        using (var packed = packer(bytes))
            packed.Write(_plain);
        return bytes.ToArray();
    }

    [GeneratedRegex(@"/\*[^*]*\*+([^/*][^*]*\*+)*/", RegexOptions.NonBacktracking)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    // Not around plus, minus, colon or brackets: they mean something else with a space than without.
    [GeneratedRegex(@" ?([{};,>]) ?", RegexOptions.NonBacktracking)]
    private static partial Regex Around();
}
