using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(NewsRoom.Browser.Tests.Chromium))]

namespace NewsRoom.Browser.Tests;

/// <summary>The machine's own Chromium, one process for all tests. Where there is none, tests that ask for it are skipped, or fail when
/// the variable NEWSROOM_TESTS_REQUIRE names "browser".</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly SemaphoreSlim _once = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A visitor with no cookies who speaks to the site at <paramref name="address"/>.</summary>
    /// <param name="storage">Cookies that another browser had; null for none.</param>
    /// <param name="scripts">Whether pages may run scripts.</param>
    public async Task<IBrowserContext> VisitorAsync(Uri address, string? storage = null, bool scripts = true)
    {
        var browser = await BrowserAsync();
        return await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.AbsoluteUri, Locale = "en-GB", StorageState = storage, JavaScriptEnabled = scripts });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _once.Dispose();
    }

    /// <summary>Skips the running test, or fails it, when there is no Chromium.</summary>
    public static string RequiredPath()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists) is { } found)
            return found;
        const string reason = "No Chromium on PATH (on Debian: apt-get install chromium).";
        if ((Environment.GetEnvironmentVariable("NEWSROOM_TESTS_REQUIRE") ?? "").Split(',', ' ').Contains("browser"))
            Assert.Fail(reason + " NEWSROOM_TESTS_REQUIRE asks for it.");
        Assert.Skip(reason);
        return "";
    }

    private async Task<IBrowser> BrowserAsync()
    {
        var path = RequiredPath();
        await _once.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            // A machine that builds beside the tests is slow, not wrong.
            Assertions.SetDefaultExpectTimeout(30_000);
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] });
        }
        finally
        {
            _once.Release();
        }
    }
}
