using Microsoft.Extensions.Options;

namespace NewsRoom.Web.Hosting;

/// <summary>What a start makes before it lets anybody in, on another thread than the one that puts the site together.</summary>
/// <param name="IsFirst">There was no database: an import is ahead.</param>
/// <param name="Database">Done when the database has its tables and themes.</param>
/// <param name="Archive">Done when what there was to import is imported; plain lines for the console.</param>
internal sealed record Preparation(bool IsFirst, Task Database, Task<IReadOnlyList<string>> Archive)
{
    /// <summary>Begins it. What goes wrong comes out of the tasks.</summary>
    public static Preparation Begin(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var isFirst = !File.Exists(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Database);
        var stopping = app.Lifetime.ApplicationStopping;
        var scope = app.Services.CreateAsyncScope();
        var database = Task.Run(async () =>
        {
            // With settings that are wrong nothing is made.
            _ = scope.ServiceProvider.GetRequiredService<IOptions<NewsRoomOptions>>().Value;
            var start = scope.ServiceProvider.GetRequiredService<FirstStart>();
            await start.PrepareAsync(stopping);
            return start;
        });
        return new(isFirst, database, ImportAsync());

        async Task<IReadOnlyList<string>> ImportAsync()
        {
            await using (scope)
            {
                return await (await database).ImportArchiveAsync(stopping);
            }
        }
    }
}
