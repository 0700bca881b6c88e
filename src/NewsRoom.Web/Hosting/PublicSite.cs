using NewsRoom.Core.Search;
using NewsRoom.Web.Feeds;

namespace NewsRoom.Web.Hosting;

/// <summary>What the public pages need.</summary>
internal static class PublicSite
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Hour = "public, max-age=3600";

    public static IServiceCollection AddPublicSite(this IServiceCollection services)
    {
        services.AddSingleton<SqliteSearchIndex>();
        services.Configure<RouteOptions>(routes =>
        {
            routes.LowercaseUrls = true;
            routes.LowercaseQueryStrings = false;
        });
        services.Configure<StaticFileOptions>(files => files.OnPrepareResponse = file =>
            // An address that names its version (asp-append-version) never changes what it holds.
            file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? Forever : Hour);
        return services;
    }

    /// <summary>What stands before everything else: headers on every response, and pages for errors.</summary>
    public static void UsePublicSite(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
    }

    public static void MapPublicSite(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapFeeds();
        app.MapSitemap();
        app.MapContactCards();
        app.MapCorrections();
    }
}
