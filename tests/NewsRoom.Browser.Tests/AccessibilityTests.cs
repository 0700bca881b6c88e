using Microsoft.Playwright;
using Xunit;

namespace NewsRoom.Browser.Tests;

/// <summary>
/// What axe says of every kind of public page, with the real archive, by daylight, in the dark and in print. Those that a letter leads to, and what was withdrawn, are looked at by
/// <see cref="JourneyTests"/>; the desk is walked by <see cref="DeskPagesTests"/>.
/// </summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly string[] PublicPages =
        ["/", "/releases", "/contacts", "/archive", "/archive/2014", "/archive/undated", "/search", "/search?q=migration", "/search?q=zzzzzz", "/themes/trafficking", "/corrections", "/subscribe", "/subscribe/mail", "/subscribe/mail/sent", "/subscribe/confirm/nothing", "/subscribe/manage/nothing", "/enquiry", "/enquiry/sent", "/accessibility", "/no/such/page", "/account/login"];

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
        {
            await page.GotoAsync(address);
            found.AddRange(await AxeCheck.FindAsync(page));
        }

        Assert.Empty(found);
    }

    private static async Task<string> FirstLinkAsync(IPage page, string address, string links)
    {
        await page.GotoAsync(address);
        return await page.Locator(links).First.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{address} has no such link.");
    }
}
