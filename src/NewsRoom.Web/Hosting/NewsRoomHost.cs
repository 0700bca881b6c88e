using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Web.Hosting;

/// <summary>Serves the site: lets readers in when what was missing is prepared, says so in a few plain lines, and runs until it is stopped.</summary>
internal static class NewsRoomHost
{
    public static IServiceCollection AddDoors(this IServiceCollection services) =>
        services.AddSingleton<Doors>().AddSingleton<Rehearsal>().AddScoped<FirstStart>().AddScoped<EditorLinks>();

    /// <summary>Early requests wait here, before anything asks the database. What the page cache keeps of the rehearsal is outdated by the first write of the import.</summary>
    public static void UseDoors(this WebApplication app) => app.Use(app.Services.GetRequiredService<Doors>().Guard);

    /// <summary>The exit code: 0, or 1 with a sentence on standard error when the site cannot start.</summary>
    public static async Task<int> ServeAsync(this WebApplication app, Preparation preparation)
    {
        var doors = app.Services.GetRequiredService<Doors>();
        var stopping = app.Lifetime.ApplicationStopping;
        await using var closing = stopping.Register(doors.Close);
        try
        {
            // First of all the address: where another newsroom listens, this one must not touch its links.
            await app.StartAsync(stopping);
            await app.Services.GetRequiredService<Rehearsal>().RunAsync(preparation, stopping);
            var lines = await LinesAsync(app.Services, await preparation.Archive, stopping);
            doors.Open();
            foreach (var line in lines)
                await Console.Out.WriteLineAsync(line);
            foreach (var address in app.Urls)
                await Console.Out.WriteLineAsync($"The site is at {address} (Ctrl+C stops it).");
            await app.WaitForShutdownAsync(CancellationToken.None);
            return 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await app.StopAsync(CancellationToken.None);
            return 0;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            return await RefuseAsync(app, preparation, $"{error.Message} Is the newsroom running already? Stop it, or choose another address: --urls http://localhost:5090");
        }
        catch (Exception error) when (error is OptionsValidationException or ThemesFileException)
        {
            return await RefuseAsync(app, preparation, error.Message);
        }
        finally
        {
            doors.Close();
        }
    }

    private static async Task<List<string>> LinesAsync(IServiceProvider services, IReadOnlyList<string> imported, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<IOptions<NewsRoomOptions>>().Value;
        List<string> lines = [options.Title, .. imported];
        var links = scope.ServiceProvider.GetRequiredService<EditorLinks>();
        if (!await links.AnyEditorAsync(cancellationToken))
        {
            lines.Add("Nobody can sign in yet. This link makes the first editor; it works once, for 24 hours:");
            lines.Add($"  {await links.CreateAsync([], cancellationToken)}");
            lines.Add("For a new link: start again, or run \"newsroom user invite\".");
        }

        return lines;
    }

    /// <summary>Says why, after an import that has begun has come to the end of its document.</summary>
    private static async Task<int> RefuseAsync(WebApplication app, Preparation preparation, string sentence)
    {
        app.Lifetime.StopApplication();
        await ((Task)preparation.Archive).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
