using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;
using NewsRoom.Web.Pages.Media;

namespace NewsRoom.Web.Hosting;

/// <summary>What pictures and documents need.</summary>
internal static class MediaHosting
{
    public static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton(provider => new MediaFiles(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Media))
        .AddScoped<MediaStore>();

    public static void MapMedia(this WebApplication app) => app.MapMediaFiles();
}
