using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsRoom.Browser.Tests;

/// <summary>A running newsroom with two people at its desk, each in a browser of their own. What their consoles say is kept: a script or a style that the content policy stops is a failure of the test.</summary>
public sealed partial class DeskInTheBrowser(Chromium chromium) : IAsyncLifetime
{
    public const string Password = "several plain words together";

    private readonly List<IBrowserContext> _browsers = [];

    public RunningNewsRoom Newsroom { get; private set; } = null!;

    /// <summary>An administrator.</summary>
    public IBrowserContext Eve { get; private set; } = null!;

    /// <summary>A publisher.</summary>
    public IBrowserContext Paul { get; private set; } = null!;

    /// <summary>What the browsers complained of.</summary>
    public List<string> Complaints { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Chromium.RequiredPath();
        Newsroom = await RunningNewsRoom.StartAsync(CancellationToken.None);
        Eve = await NewBrowserAsync();
        var page = await FirstEditor.SignInAsync(Eve, Newsroom);
        await page.GotoAsync("/admin/editors/invite");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = PublisherRole() }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();
        await page.CloseAsync();
        Paul = await NewBrowserAsync();
        page = await Paul.NewPageAsync();
        await page.GotoAsync(link);
        await page.GetByLabel("Your name").FillAsync("Paul Publisher");
        await page.GetByLabel("E-mail address").FillAsync("paul@example.org");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(DeskAddress());
        await page.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers)
            await browser.DisposeAsync();
        if (Newsroom is not null)
            await Newsroom.DisposeAsync();
    }

    /// <summary>A browser with nobody's cookies, or with those of another.</summary>
    public async Task<IBrowserContext> NewBrowserAsync(string? storage = null)
    {
        var browser = await chromium.VisitorAsync(Newsroom.Address, storage);
        browser.SetDefaultTimeout(60_000);
        browser.Page += (_, page) => page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                Complaints.Add($"{page.Url}: {message.Text}");
        };
        browser.Page += (_, page) => page.PageError += (_, error) => Complaints.Add($"{page.Url}: {error}");
        _browsers.Add(browser);
        return browser;
    }

    /// <summary>Writes and saves a draft by the form.</summary>
    /// <returns>Its address at the desk.</returns>
    public static async Task<string> DraftAsync(IPage page, string headline, string body)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.GotoAsync("/admin/releases/new");
        await page.GetByLabel("Headline").FillAsync(headline);
        await page.GetByLabel("Body", new() { Exact = true }).FillAsync(body);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(headline);
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Waits until what was typed is a working copy.</summary>
    public static Task KeptAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Expect(page.Locator("#kept")).ToContainTextAsync("Kept at", new() { Timeout = 60_000 });
    }

    [GeneratedRegex("^Publisher")]
    private static partial Regex PublisherRole();

    [GeneratedRegex("/admin$")]
    private static partial Regex DeskAddress();
}
