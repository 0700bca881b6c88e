using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Api;

/// <summary>Brings the API to the host: quota, headers, and its description at <c>/openapi.json</c>.</summary>
internal static class NewsRoomApi
{
    private const string Base = "/api";

    public static void AddNewsRoomApi(this IServiceCollection services)
    {
        services.AddScoped<ApiSource>();
        // A year that is no number is the asker's mistake in development too.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddOpenApi("v1", openApi =>
        {
            openApi.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            openApi.AddDocumentTransformer((document, context, _) =>
            {
                var newsroom = context.ApplicationServices.GetRequiredService<IOptions<NewsRoomOptions>>().Value;
                var limit = context.ApplicationServices.GetRequiredService<IOptions<ReaderOptions>>().Value.ApiRequestsPerMinute;
                document.Info = new OpenApiInfo
                {
                    Title = newsroom.Title,
                    Version = "1",
                    Description = $"What is public in this newsroom, read-only and without registration. At most {limit} requests a minute from one network: the headers RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset (seconds) say what is left; beyond it the answer is 429 with Retry-After.",
                };
                // Never what a request claims the host to be.
                document.Servers = [new OpenApiServer { Url = newsroom.PublicBaseAddress.GetLeftPart(UriPartial.Authority) }];
                return Task.CompletedTask;
            });
        });
    }

    public static void MapNewsRoomApi(this WebApplication app)
    {
        var api = app.MapGroup(Base).AddEndpointFilter(MeterAsync);
        api.MapApi();
        app.MapOpenApi("/openapi.json").ExcludeFromDescription();
    }

    private static async ValueTask<object?> MeterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var limit = http.RequestServices.GetRequiredService<IOptions<ReaderOptions>>().Value.ApiRequestsPerMinute;
        var quota = http.RequestServices.GetRequiredService<RequestQuota>().Take("api", http.Connection.RemoteIpAddress, limit, TimeSpan.FromMinutes(1));
        quota.Write(http.Response);
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers["Access-Control-Expose-Headers"] = "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        http.Response.Headers.CacheControl = "no-cache";
        if (!quota.IsAllowed)
            return Results.Problem(title: "Too many requests. Retry-After says when to come back.", statusCode: StatusCodes.Status429TooManyRequests);
        return await next(context);
    }
}
