using NewsRoom.Core.Search;
using NewsRoom.Web.Feeds;
using NewsRoom.Web.Pages.Releases;
using NewsRoom.Web.Texts;

namespace NewsRoom.Web.Hosting;

/// <summary>What the public pages need.</summary>
internal static class PublicSite
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string Hour = "public, max-age=3600";

    public static IServiceCollection AddPublicSite(this IServiceCollection services)
    {
        services.AddSingleton<SqliteSearchIndex>();
        services.AddSingleton<SiteText>();
        services.AddSingleton<StyleSheet>();
        services.AddSingleton<CardImage>();
        services.AddSingleton<Logo>();
        services.AddSingleton<NearReleases>().AddScoped<RelatedReleases>();
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
        app.Use(RefuseOtherMethods);
        app.UseExceptionHandler("/status/500");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
    }

    /// <summary>Nothing here answers to more than reading and sending forms; a page would otherwise answer to any method as to GET.</summary>
    private static Task RefuseOtherMethods(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    }

    public static void MapPublicSite(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapFeeds();
        app.MapSitemap();
        app.MapContactCards();
        app.MapCorrections();
        app.MapDownloads();
        StyleSheet.Map(app);
        CardImage.Map(app);
        Logo.Map(app);
    }
}
