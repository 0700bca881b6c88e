using Microsoft.Extensions.Configuration.Json;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// Where the newsroom's own files are found. The content root is the folder the caller stands in when it holds an archive or settings,
/// else the program's folder; the settings and the style sheets that ship with the program are found in either case.
/// </summary>
internal static class ContentRoot
{
    private const string Settings = "appsettings.json";

    /// <summary>Options for the builder. A content root that is named outright (<c>--contentRoot</c>, which test hosts use) stands.</summary>
    public static WebApplicationOptions For(string[] args)
    {
        var isNamed = args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
            || Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is not null
            || Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") is not null;
        return new WebApplicationOptions { Args = args, ContentRootPath = isNamed ? null : Choose(Directory.GetCurrentDirectory()) };
    }

    /// <summary>Reads the settings that ship with the program before those of the content root, and finds the style sheets.</summary>
    public static void AddOwnFiles(this WebApplicationBuilder builder)
    {
        var sources = builder.Configuration.Sources;
        var shipped = new JsonConfigurationSource { Path = Path.Combine(AppContext.BaseDirectory, Settings), Optional = true };
        shipped.ResolveFileProvider();
        var first = sources.Select((source, at) => (source, at)).FirstOrDefault(s => s.source is JsonConfigurationSource).at;
        sources.Insert(first, shipped);

        var own = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!Directory.Exists(builder.Environment.WebRootPath) && Directory.Exists(own))
        {
            builder.Environment.WebRootPath = own;
            builder.Environment.WebRootFileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(own);
        }

        // A build output has no wwwroot of its own: its manifest leads to the sources'. A published program has no manifest, and this does nothing.
        builder.WebHost.UseStaticWebAssets();
    }

    private static string Choose(string standing) =>
        File.Exists(Path.Combine(standing, Settings)) || Directory.Exists(Path.Combine(standing, "content")) ? standing : AppContext.BaseDirectory;
}
