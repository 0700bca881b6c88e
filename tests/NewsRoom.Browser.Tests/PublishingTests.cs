using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsRoom.Core.People;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsRoom.Browser.Tests;

/// <summary>From the draft to the reader, and into the desk, in real browsers.</summary>
public sealed partial class PublishingTests(DeskInTheBrowser desk) : IClassFixture<DeskInTheBrowser>
{
    [Fact]
    public async Task A_scheduled_release_appears_at_its_time_with_no_request_in_between()
    {
        var page = await desk.Eve.NewPageAsync();
        var address = await DeskInTheBrowser.DraftAsync(page, "Scheduled for a minute that comes", "The words of the scheduled release.");
        await page.GotoAsync(address + "/publish");
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var now = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone);
        // A full minute, at least half a minute away.
        var at = now.AddSeconds(95);
        at = new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, at.Offset);
        await page.GetByRole(AriaRole.Radio, new() { Name = "At a time" }).CheckAsync();
        await page.GetByLabel("Day and time").FillAsync(at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await page.GetByLabel("Why does nobody else look first?").FillAsync("A test of the clock.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("It goes out on");

        await using var outside = await desk.NewBrowserAsync();
        var reader = await outside.NewPageAsync();
        var before = await reader.GotoAsync("/releases/scheduled-for-a-minute-that-comes");
        Assert.Equal(404, before!.Status);
        var wait = at - TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(1);
        Assert.True(wait > TimeSpan.Zero, "the look before was in time");
        await Task.Delay(wait, TestContext.Current.CancellationToken);
        var after = await reader.GotoAsync("/releases/scheduled-for-a-minute-that-comes");
        Assert.Equal(200, after!.Status);
        await reader.GotoAsync("/");
        await Expect(reader.Locator("main")).ToContainTextAsync("Scheduled for a minute that comes");

        // It was published alone: the other publisher is told, and says so in place.
        var other = await desk.Paul.NewPageAsync();
        await other.GotoAsync("/admin");
        await Expect(other.Locator("main")).ToContainTextAsync("Published alone");
        await other.GotoAsync(address);
        await other.GetByRole(AriaRole.Button, new() { Name = "I have seen it" }).ClickAsync();
        await Expect(other.Locator("main")).Not.ToContainTextAsync("A test of the clock.");
    }

    [Fact]
    public async Task A_change_is_reviewed_in_place_and_sent_back_and_its_writer_finds_it_on_the_desk()
    {
        var writer = await desk.Eve.NewPageAsync();
        var address = await DeskInTheBrowser.DraftAsync(writer, "For a second look", "The words to be looked at.");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        var publisher = await desk.Paul.NewPageAsync();
        await publisher.GotoAsync("/admin");
        await publisher.GetByRole(AriaRole.Link, new() { NameRegex = ToReview() }).ClickAsync();
        var item = publisher.Locator("details.review", new() { HasText = "For a second look" });
        if (await item.GetAttributeAsync("open") is null)
            await item.Locator("summary").ClickAsync();
        await Expect(item.Locator("ins").First).ToContainTextAsync("For a second look");
        await item.GetByLabel("What should the writer change?").FillAsync("Name the harbour.");
        await item.GetByRole(AriaRole.Button, new() { Name = "Send back with this note" }).ClickAsync();
        await writer.GotoAsync("/admin");
        await Expect(writer.Locator("main")).ToContainTextAsync("Sent back to you");
        await writer.GotoAsync(address);
        await Expect(writer.Locator("main")).ToContainTextAsync("Name the harbour.");

        await writer.GotoAsync(address + "/edit");
        await writer.GetByLabel("Headline").FillAsync("For a second look at Whitby");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).First.ClickAsync();
        await writer.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await publisher.GotoAsync("/admin/review");
        item = publisher.Locator("details.review", new() { HasText = "Whitby" });
        if (await item.GetAttributeAsync("open") is null)
            await item.Locator("summary").ClickAsync();
        await item.GetByRole(AriaRole.Button, new() { Name = "Approve and publish now" }).ClickAsync();
        var reader = await publisher.GotoAsync("/releases/for-a-second-look-at-whitby");
        Assert.Equal(200, reader!.Status);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_journalist_opens_an_embargoed_release_by_a_link_with_the_time_in_two_zones_above_it()
    {
        var page = await desk.Paul.NewPageAsync();
        var address = await DeskInTheBrowser.DraftAsync(page, "Under embargo", "The embargoed words.");
        await page.GotoAsync(address + "/publish");
        await page.GetByRole(AriaRole.Radio, new() { Name = "At a time" }).CheckAsync();
        await page.GetByLabel("Day and time").FillAsync("2031-07-15T09:30");
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Embargo() }).CheckAsync();
        await page.GetByLabel("Why does nobody else look first?").FillAsync("A test of links.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.GotoAsync(address + "/previews");
        await page.GetByLabel("Who is it for?").FillAsync("Clara of the Courier");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = (await page.Locator(".secret").InnerTextAsync()).Trim();

        await using var outside = await desk.NewBrowserAsync();
        var journalist = await outside.NewPageAsync();
        var answer = await journalist.GotoAsync(link);
        Assert.Equal("no-store", (await answer!.AllHeadersAsync())["cache-control"]);
        var banner = journalist.GetByRole(AriaRole.Complementary, new() { Name = "About this preview" });
        await Expect(banner).ToContainTextAsync("Under embargo until");
        await Expect(banner).ToContainTextAsync("15 Jul 2031, 09:30 Europe/London (UTC+01:00)");
        await Expect(journalist.Locator("main")).ToContainTextAsync("The embargoed words.");
        Assert.Empty(await outside.CookiesAsync());
        Assert.Equal(404, (await journalist.GotoAsync("/releases/under-embargo"))!.Status);
        await page.ReloadAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Opened 1 time");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task The_second_step_asks_for_a_code_after_the_password()
    {
        var page = await desk.Eve.NewPageAsync();
        await page.GotoAsync("/admin/editors/invite");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = EditorRole() }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();
        await using var browser = await desk.NewBrowserAsync();
        var own = await browser.NewPageAsync();
        await own.GotoAsync(link);
        await own.GetByLabel("Your name").FillAsync("Sid Second");
        await own.GetByLabel("E-mail address").FillAsync("sid@example.org");
        await own.GetByLabel("Password").FillAsync(DeskInTheBrowser.Password);
        await own.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await own.GotoAsync("/admin/profile/authenticator");
        await own.GetByText("Write the key by hand instead").ClickAsync();
        var key = (await own.Locator("code.key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        string Code(int later) => AuthenticatorCodes.CodeAt(key, AuthenticatorCodes.StepAt(TimeProvider.System.GetUtcNow()) + later);
        await own.Locator("#Input_Code").FillAsync(Code(0));
        await own.GetByRole(AriaRole.Button, new() { Name = "Switch it on" }).ClickAsync();
        await Expect(own.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The second step is on");

        await own.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await own.GotoAsync("/account/login");
        await own.GetByLabel("E-mail address").FillAsync("sid@example.org");
        await own.GetByLabel("Password").FillAsync(DeskInTheBrowser.Password);
        await own.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(own.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Second step");
        await own.Locator("#Input_Code").FillAsync("000000");
        await own.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(own.Locator(".problems")).ToBeVisibleAsync();
        // The next code: the one before was used to switch it on.
        await own.Locator("#Input_Code").FillAsync(Code(1));
        await own.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(own).ToHaveURLAsync(DeskAddress());
        Assert.Empty(desk.Complaints);
    }

    [GeneratedRegex("To review")]
    private static partial Regex ToReview();

    [GeneratedRegex("under embargo")]
    private static partial Regex Embargo();

    [GeneratedRegex("^Editor")]
    private static partial Regex EditorRole();

    [GeneratedRegex("/admin$")]
    private static partial Regex DeskAddress();
}
