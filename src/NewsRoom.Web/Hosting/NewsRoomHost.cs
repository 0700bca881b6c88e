using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Ingestion;

namespace NewsRoom.Web.Hosting;

/// <summary>Serves the site: prepares what is missing, says so in a few plain lines, and runs until it is stopped.</summary>
internal static class NewsRoomHost
{
    /// <summary>The exit code: 0, or 1 with a sentence on standard error when the site cannot start.</summary>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        try
        {
            var stopping = app.Lifetime.ApplicationStopping;
            var lines = await PrepareAsync(app.Services, stopping);
            await app.StartAsync(stopping);
            foreach (var line in lines)
                await Console.Out.WriteLineAsync(line);
            foreach (var address in app.Urls)
                await Console.Out.WriteLineAsync($"The site is at {address} (Ctrl+C stops it).");
            await app.WaitForShutdownAsync(CancellationToken.None);
            return 0;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            return await RefuseAsync($"{error.Message} Is the newsroom running already? Stop it, or choose another address: --urls http://localhost:5090");
        }
        catch (Exception error) when (error is OptionsValidationException or ThemesFileException)
        {
            return await RefuseAsync(error.Message);
        }
    }

    private static async Task<List<string>> PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<IOptions<NewsRoomOptions>>().Value;
        var start = scope.ServiceProvider.GetRequiredService<FirstStart>();
        start.WarmUp();
        await start.PrepareAsync(cancellationToken);
        var lines = new List<string> { options.Title };
        lines.AddRange(await start.ImportArchiveAsync(cancellationToken));
        var links = scope.ServiceProvider.GetRequiredService<EditorLinks>();
        if (!await links.AnyEditorAsync(cancellationToken))
        {
            lines.Add("Nobody can sign in yet. This link makes the first editor; it works once, for 24 hours:");
            lines.Add($"  {await links.CreateAsync([], cancellationToken)}");
            lines.Add("For a new link: start again, or run \"newsroom user invite\".");
        }

        return lines;
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
