using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsRoom.Browser.Tests;

/// <summary>What the server itself enforces, which a test host leaves out.</summary>
public sealed class LimitsTests(Chromium chromium)
{
    [Fact]
    public async Task The_longest_body_is_saved_though_it_is_larger_than_other_pages_take()
    {
        Chromium.RequiredPath();
        await using var newsroom = await RunningNewsRoom.StartAsync(TestContext.Current.CancellationToken);
        await using var visitor = await chromium.VisitorAsync(newsroom.Address);
        var page = await FirstEditor.SignInAsync(visitor, newsroom);
        // 500,000 characters that a form encodes to nine bytes each.
        var body = string.Concat(Enumerable.Repeat("ナ", 499_999)) + ".";

        await page.GotoAsync("/admin/releases/new");
        await page.GetByLabel("Headline").FillAsync("The longest release there can be");
        await page.GetByLabel("Body", new() { Exact = true }).FillAsync(body);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The longest release there can be");
    }
}
