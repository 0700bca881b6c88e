using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsRoom.Browser.Tests;

/// <summary>The whole job, in a real browser on the real program: from the first-run link to the journalist's telephone.</summary>
public sealed partial class WholeJobTests(Chromium chromium)
{
    private const string Headline = "Lighthouse keepers meet in Whitby";

    // A word that stands nowhere in the archive: who finds it has found this release.
    private const string RareWord = "zephyrine";

    [Fact]
    public async Task An_editor_mends_an_imported_release_and_a_journalist_finds_it_and_its_contact()
    {
        Chromium.RequiredPath();
        await using var newsroom = await RunningNewsRoom.StartAsync(TestContext.Current.CancellationToken);
        await using var office = await chromium.VisitorAsync(newsroom.Address);
        var desk = await FirstEditor.SignInAsync(office, newsroom);
        await TheLinkIsClosedAsync(desk, newsroom.SetupLink);
        var contact = await ReachableContactAsync(desk);
        await EditAsync(desk, contact);
        await PublishAsync(desk);

        await using var outside = await chromium.VisitorAsync(newsroom.Address);
        var reader = await outside.NewPageAsync();
        await FindBySearchAsync(reader);
        await FindByThemeAsync(reader);
        await ReachAsync(reader, contact);
        Assert.Empty(await outside.CookiesAsync());
    }

    private static async Task TheLinkIsClosedAsync(IPage page, Uri link)
    {
        await page.GotoAsync(link.PathAndQuery);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This link is closed");
    }

    /// <summary>The name of an imported contact with a number that can be rung.</summary>
    private static async Task<string> ReachableContactAsync(IPage page)
    {
        await page.GotoAsync("/contacts");
        var links = await page.Locator("main a[href^='/contacts/']:not([href$='.vcf'])").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        Assert.NotEmpty(links);
        foreach (var link in links.Distinct())
        {
            await page.GotoAsync(link);
            if (await page.Locator("main a[href^='tel:']").CountAsync() > 0)
                return (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).Trim();
        }

        throw new InvalidOperationException("The archive has no contact with a telephone number that can be right.");
    }

    private static async Task EditAsync(IPage page, string contact)
    {
        await page.GotoAsync("/admin/releases");
        var addresses = await page.Locator("main a[href^='/admin/releases/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        await page.GotoAsync(addresses.First(a => ReleaseAddress().IsMatch(a)));
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await page.GetByLabel("Headline").FillAsync(Headline);
        await page.GetByLabel("Body", new() { Exact = true }).FillAsync($"The {RareWord} lamp of the harbour was lit again on Tuesday.");
        await page.GetByLabel("Date", new() { Exact = true }).FillAsync("2019-11-05");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Climate" }).CheckAsync();
        var attached = page.GetByRole(AriaRole.Checkbox, new() { Name = "Detach " + contact });
        if (await attached.CountAsync() == 0)
        {
            var option = page.GetByLabel("Attach a contact").Locator("option").Filter(new() { HasText = contact }).First;
            await page.GetByLabel("Attach a contact").SelectOptionAsync((await option.GetAttributeAsync("value"))!);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Headline);
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = PublishName() }).First.ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Minor: a typing error. Nobody is told." }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = PublishName() }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "See it as readers do" })).ToBeVisibleAsync();
    }

    private static async Task FindBySearchAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).First.FillAsync(RareWord);
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).First.ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = Headline }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Headline);
    }

    private static async Task FindByThemeAsync(IPage page)
    {
        await page.GotoAsync("/themes/climate");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = Headline }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Headline);
    }

    private static async Task ReachAsync(IPage page, string contact)
    {
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = contact }).First).ToBeVisibleAsync();
        Assert.Matches(@"^tel:\+\d{8,15}$", await page.Locator("a[href^='tel:']").First.GetAttributeAsync("href") ?? "");
        // A release may have several contacts: the card is that of the one with the number.
        var address = await page.GetByRole(AriaRole.Link, new() { Name = contact }).First.GetAttributeAsync("href");
        var card = page.Locator($"a[href^='{address}.vcf']").First;
        await Expect(card).ToBeVisibleAsync();
        var answer = await page.APIRequest.GetAsync(address + ".vcf");
        Assert.True(answer.Ok);
        var text = await answer.TextAsync();
        Assert.StartsWith("BEGIN:VCARD\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nTEL", text, StringComparison.Ordinal);
    }

    [GeneratedRegex("^/admin/releases/[0-9]+$")]
    private static partial Regex ReleaseAddress();

    [GeneratedRegex("^Publish")]
    private static partial Regex PublishName();
}
