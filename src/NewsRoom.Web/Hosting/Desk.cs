namespace NewsRoom.Web.Hosting;

/// <summary>Sign-in, roles and what the admin area needs.</summary>
internal static class Desk
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services;

    public static void MapDesk(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
    }
}
