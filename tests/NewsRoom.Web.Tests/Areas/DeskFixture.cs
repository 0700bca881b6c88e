using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class DeskClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>The real host on a real SQLite file in a folder of its own.</summary>
public class DeskFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "a lighthouse above the harbour";

    private readonly string _folder = Directory.CreateTempSubdirectory("newsroom-desk-").FullName;

    public DeskClock Clock { get; } = new();

    public string Folder => _folder;

    protected virtual string PublicBaseAddress => "http://localhost:5080";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "content"));
        builder.UseSetting("Storage:Database", Path.Combine(_folder, "newsroom.db"));
        builder.UseSetting("Storage:Content", Path.Combine(_folder, "content"));
        builder.UseSetting("Storage:Keys", Path.Combine(_folder, "keys"));
        builder.UseSetting("NewsRoom:PublicBaseAddress", PublicBaseAddress);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    public async ValueTask InitializeAsync() => await InScopeAsync<NewsRoomDbContext, int>(async db =>
    {
        await db.MigrateNewsRoomAsync();
        return 0;
    });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    public async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<TResult> ReadAsync<TResult>(Func<NewsRoomDbContext, Task<TResult>> read) => InScopeAsync(read);

    /// <summary>Makes an account through its invitation and returns a browser that is signed in with it.</summary>
    public async Task<Browser> SignInAsync(string role = Roles.Administrator, string? email = null)
    {
        email ??= $"{Guid.NewGuid():n}@example.org";
        var roles = Roles.All.TakeWhile(r => r != role).Append(role);
        await InScopeAsync<Accounts, AccountOutcome>(async accounts =>
        {
            var token = await InScopeAsync<Invitations, string>(invitations => invitations.CreateAsync(roles, isSetup: false));
            var outcome = await accounts.RedeemAsync(token, "Ada " + role, email, Password);
            Assert.NotNull(outcome.Editor);
            return outcome;
        });
        var browser = NewBrowser();
        var answer = await browser.PostAsync("/account/login", new() { ["Input.Email"] = email, ["Input.Password"] = Password });
        Assert.Equal("/admin", answer.Headers.Location?.OriginalString);
        return browser;
    }

    public Browser NewBrowser() => new(CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri(PublicBaseAddress), HandleCookies = true }));

    public Task<Release> DraftAsync(string headline = "Harbour opens again", string body = "The harbour opens today.") =>
        InScopeAsync<ReleaseStore, Release>(store => store.CreateAsync(new ReleaseContent { Headline = headline, Body = body }, "Fixture", null));

    public Task<Release> LiveAsync(string headline = "Harbour opens again") => InScopeAsync<ReleaseStore, Release>(async store =>
    {
        var release = await store.CreateAsync(new ReleaseContent { Headline = headline, Body = "The harbour opens today." }, "Fixture", null);
        Assert.Equal(StoreResult.Done, (await store.ApproveAsync(release.Id, 1, null, false, "Fixture")).Result);
        return release;
    });

    public Task<Release> GetAsync(int id) => ReadAsync(db => db.FindAsync<Release>(id).AsTask())!;
}
