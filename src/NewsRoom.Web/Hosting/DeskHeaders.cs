namespace NewsRoom.Web.Hosting;

/// <summary>Keeps what editors see out of every cache and search engine: pages, refusals and redirects to the sign-in alike.</summary>
internal sealed class DeskHeaders : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            // Read now: an error page re-executes under another path.
            if (context.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase))
                context.Response.OnStarting(Mark, context.Response);
            return following(context);
        });
        next(app);
    };

    private static Task Mark(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        return Task.CompletedTask;
    }
}
