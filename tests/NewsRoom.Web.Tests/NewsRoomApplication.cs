using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Cli;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Tests;

/// <summary>
/// A real host on a real SQLite file in a folder of its own. As a class fixture it is one newsroom a test class; made in a test, one a test.
/// The archive folder is empty unless a test writes into it before the first request.
/// </summary>
public class NewsRoomApplication : WebApplicationFactory<Program>
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public NewsRoomApplication()
    {
        Folder = Directory.CreateTempSubdirectory("newsroom-web-").FullName;
        Directory.CreateDirectory(ContentFolder);
    }

    /// <summary>Everything of this newsroom: content, data/newsroom.db, data/keys.</summary>
    public string Folder { get; }

    public string ContentFolder => Path.Combine(Folder, "content");

    public string DatabaseFile => Path.Combine(Folder, "data", "newsroom.db");

    /// <summary>The newsroom's clock: tests move it.</summary>
    public FakeClock Clock { get; } = new(Start);

    /// <summary>What makes plans of documents; the real pipeline unless a test sets another before the first request.</summary>
    public Func<PipelineSettings, ImportTools>? Tools { get; set; }

    /// <summary>Listens to what is asked of the database; set before the first request.</summary>
    public DbCommandInterceptor? Listener { get; set; }

    /// <summary>Further settings, set before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>A client with a cookie jar that shows redirects instead of following them.</summary>
    public HttpClient Client() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>Runs <paramref name="work"/> with services of a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Asks the database.</summary>
    public Task<T> AskAsync<T>(Func<NewsRoomDbContext, Task<T>> question) => WithAsync(question);

    /// <summary>Imports and publishes plans, as a run of the command line would.</summary>
    public Task<bool> ImportAsync(params ImportPlan[] plans) => WithAsync<ImportApplier, bool>(async applier =>
    {
        var batch = await applier.BeginAsync("tests", "tests", publishes: true);
        for (var i = 0; i < plans.Length; i++)
            await applier.ApplyAsync(batch, i, plans[i]);
        await applier.FinishAsync(batch);
        return true;
    });

    /// <summary>Runs a verb of the command line against this newsroom.</summary>
    internal async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(Services, args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseSetting("Storage:Database", DatabaseFile);
        builder.UseSetting("Storage:Content", ContentFolder);
        builder.UseSetting("Storage:Keys", Path.Combine(Folder, "data", "keys"));
        builder.UseSetting("Storage:Media", Path.Combine(Folder, "data", "media"));
        builder.UseSetting("Storage:Mail", Path.Combine(Folder, "data", "mail"));
        builder.UseSetting("Storage:Logs", "");
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            if (Tools is { } tools)
                services.Replace(ServiceDescriptor.Singleton<ImportToolsFactory>(settings => tools(settings)));
            if (Listener is { } listener)
                services.ConfigureDbContext<SqliteNewsRoomDbContext>(options => options.AddInterceptors(listener));
        });
    }

    /// <summary>Tests look into the database without asking at the doors: the host is theirs when it is open.</summary>
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        if (!host.Services.GetRequiredService<Doors>().OpensAsync(CancellationToken.None).GetAwaiter().GetResult())
            throw new InvalidOperationException("The newsroom did not open.");
        return host;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !Directory.Exists(Folder))
            return;
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A clock that stands until a test moves it. Timers and timestamps are the system's.</summary>
public sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public void Advance(TimeSpan time) => Now += time;

    public override DateTimeOffset GetUtcNow() => Now;
}
