using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsRoom.Core.Data;

namespace NewsRoom.Web.Hosting;

/// <summary>Preview links, working copies, review: what the way of a release from draft to live needs of the host.</summary>
internal static class Workflow
{
    /// <summary>Where preview links lead. What follows is a secret and is never logged.</summary>
    public const string PreviewPath = "/preview";

    public static IServiceCollection AddWorkflow(this IServiceCollection services)
    {
        services.AddScoped<PreviewLinks>().AddScoped<WorkingCopies>();
        services.AddSingleton<IStartupFilter, PreviewHeaders>();
        services.Configure<RazorPagesOptions>(options =>
        {
            // A preview is the release's own page under another address.
            options.Conventions.AddPageRoute("/Releases/Details", PreviewPath + "/{token}");
            options.Conventions.AddPageRoute("/Releases/Details", PreviewPath + "/own/{id:int}");
            options.Conventions.AuthorizeAreaFolder("Admin", "/Review", Policies.Publisher);
            options.Conventions.AuthorizeAreaPage("Admin", "/Releases/Acknowledge", Policies.Publisher);
        });
        return services;
    }
}

/// <summary>Keeps previews out of caches and search engines, and their addresses out of what the next site is told. Refusals carry the same headers.</summary>
internal sealed class PreviewHeaders : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            // Read now: an error page re-executes under another path.
            if (context.Request.Path.StartsWithSegments(Workflow.PreviewPath, StringComparison.OrdinalIgnoreCase))
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
        headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}
