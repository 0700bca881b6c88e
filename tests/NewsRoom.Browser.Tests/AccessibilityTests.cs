using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace NewsRoom.Browser.Tests;

/// <summary>What axe says of every kind of public page, with the real archive, by daylight, in the dark and in print. The desk is walked by <see cref="DeskPagesTests"/>.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly string[] PublicPages =
        ["/", "/releases", "/contacts", "/archive", "/archive/2014", "/archive/undated", "/search", "/search?q=migration", "/search?q=zzzzzz", "/themes/trafficking", "/corrections", "/subscribe", "/subscribe/mail", "/enquiry", "/accessibility", "/no/such/page", "/account/login"];

    [Fact]
    public async Task Axe_finds_nothing_on_the_public_site()
    {
        Chromium.RequiredPath();
        await using var newsroom = await RunningNewsRoom.StartAsync(TestContext.Current.CancellationToken);
        await using var visitor = await chromium.VisitorAsync(newsroom.Address);
        var page = await visitor.NewPageAsync();
        var found = new List<string>();

        var addresses = new List<string>(PublicPages);
        addresses.Add(await FirstLinkAsync(page, "/releases", "main a[href^='/releases/']"));
        addresses.Add(addresses[^1] + "/source");
        addresses.Add(await FirstLinkAsync(page, "/contacts", "main a[href^='/contacts/']"));
        foreach (var address in addresses)
            found.AddRange(await AskAxeAsync(page, address));

        Assert.Empty(found);
    }

    private static async Task<string> FirstLinkAsync(IPage page, string address, string links)
    {
        await page.GotoAsync(address);
        return await page.Locator(links).First.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{address} has no such link.");
    }

    /// <summary>The violations on a page, by daylight, in the dark and in print, one line each.</summary>
    private static async Task<List<string>> AskAxeAsync(IPage page, string address)
    {
        var found = new List<string>();
        // The dark and print differ in their colours only.
        var dark = new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };
        await page.GotoAsync(address);
        foreach (var (scheme, media, options) in ((ColorScheme, Media, AxeRunOptions)[])[(ColorScheme.Light, Media.Screen, new()), (ColorScheme.Dark, Media.Screen, dark), (ColorScheme.Light, Media.Print, dark)])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, Media = media });
            var result = await page.RunAxe(options);
            // An axe that looked at nothing finds nothing.
            Assert.NotEmpty(result.Passes);
            found.AddRange(result.Violations.Select(v => $"{address} ({scheme}, {media}): {v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }

        return found;
    }
}
