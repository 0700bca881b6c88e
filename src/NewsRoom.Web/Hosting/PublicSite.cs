namespace NewsRoom.Web.Hosting;

/// <summary>What the public pages need.</summary>
internal static class PublicSite
{
    public static IServiceCollection AddPublicSite(this IServiceCollection services) => services;

    public static void MapPublicSite(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
    }
}
