using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsRoom.Browser.Tests;

/// <summary>Finding by search, asking a question, and hearing of what is new: each from the first page to the last letter.</summary>
public sealed class JourneyTests(MailedNewsRoom mailed, Chromium chromium) : IClassFixture<MailedNewsRoom>
{
    // Faster than this only robots send a form.
    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(3.5);

    [Fact]
    public async Task A_reader_searches_narrows_by_a_theme_and_reads_the_words_that_were_found_in_their_place()
    {
        await using var visitor = await chromium.VisitorAsync(mailed.Newsroom.Address);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("migration");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        var all = await CountAsync(page);
        var facet = page.GetByRole(AriaRole.Complementary, new() { Name = "Narrow the search" }).Locator("li", new() { HasText = "Trafficking" });
        var promised = int.Parse((await facet.Locator(".count").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        await facet.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page.Locator("a[aria-current='true']")).ToContainTextAsync("Trafficking");
        Assert.Equal(promised, await CountAsync(page));
        Assert.InRange(promised, 1, all - 1);
        await Expect(page.Locator(".row-sentence mark").First).ToHaveTextAsync("migration", new() { IgnoreCase = true });
        var headline = await page.Locator(".row-headline a").First.InnerTextAsync();
        await page.Locator(".row-headline a").First.ClickAsync();
        await Expect(page.Locator("article.release h1")).ToHaveTextAsync(headline);
        await Expect(page.Locator("article.release")).ToContainTextAsync("migration", new() { IgnoreCase = true });

        // Nothing found leads on, and the word that was meant is one link away.
        await page.GotoAsync("/search?q=migratoin");
        await page.Locator(".nothing .standfirst a").ClickAsync();
        Assert.Equal(all, await CountAsync(page));
    }

    [Fact]
    public async Task A_journalist_asks_from_a_release_with_a_deadline_and_the_question_reaches_the_press_office()
    {
        await using var visitor = await chromium.VisitorAsync(mailed.Newsroom.Address);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/releases/herring-boats-return-to-the-quay");
        await page.Locator("article.release > .card").GetByRole(AriaRole.Link, new() { Name = "Ask a question" }).ClickAsync();
        await Expect(page.Locator(".about a")).ToHaveTextAsync("Herring boats return to the quay");
        await page.GetByLabel("Your name").FillAsync("Ann Lee");
        await page.GetByLabel("Outlet").FillAsync("The Gazette");
        await page.GetByLabel("Your question").FillAsync("How many boats?");
        await page.GetByLabel("Day and time").FillAsync(TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd'T'17:30", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("Time zone").SelectOptionAsync("America/New_York");
        await Task.Delay(Typing, TestContext.Current.CancellationToken);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        // Nobody could answer: it says so, leads to the field, and has kept what was typed.
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByLabel("E-mail", new() { Exact = true })).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Your question")).ToHaveValueAsync("How many boats?");
        await page.GetByLabel("E-mail", new() { Exact = true }).FillAsync("ann@gazette.example");
        await Task.Delay(Typing, TestContext.Current.CancellationToken);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Your question has reached the press office.");
        Assert.Empty(await visitor.CookiesAsync());

        var letter = await mailed.LetterAsync("desk@news.example.org", "How many boats?");
        Assert.Contains("Reply-To: ann@gazette.example", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Subject: Media enquiry: Ann Lee, The Gazette", letter, StringComparison.Ordinal);
        Assert.Contains("17:30 (America/New_York)", letter, StringComparison.Ordinal);
        Assert.Contains("About: Herring boats return to the quay", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_signs_up_confirms_receives_a_release_unsubscribes_and_is_told_why_it_is_gone()
    {
        await using var visitor = await chromium.VisitorAsync(mailed.Newsroom.Address);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ways to follow" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Receive releases and corrections by mail" }).ClickAsync();
        await page.GetByLabel("Your e-mail address").FillAsync("reader@example.org");
        await page.GetByRole(AriaRole.Radio, new() { Name = "At once" }).CheckAsync();
        await Task.Delay(Typing, TestContext.Current.CancellationToken);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the confirmation" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Look into your mail");

        var confirm = await mailed.LetterAsync("reader@example.org", "/subscribe/confirm/");
        await page.GotoAsync(LinkIn(confirm, "/subscribe/confirm/"));
        await AxeCheck.AssertCleanAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Your address is confirmed.");
        await AxeCheck.AssertCleanAsync(page);

        await using var office = await chromium.VisitorAsync(mailed.Newsroom.Address);
        office.SetDefaultTimeout(60_000);
        var desk = await FirstEditor.SignInAsync(office, mailed.Newsroom);
        await desk.GotoAsync(await DeskInTheBrowser.DraftAsync(desk, "Harbour lamps are lit", "The lamps were lit on Tuesday.") + "/publish");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "See it as readers do" })).ToBeVisibleAsync();

        var alert = await mailed.LetterAsync("reader@example.org", "/releases/harbour-lamps-are-lit");
        Assert.Contains("Subject: Harbour lamps are lit", alert, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", alert, StringComparison.OrdinalIgnoreCase);
        await page.GotoAsync(LinkIn(alert, "/releases/"));
        await Expect(page.Locator("article.release h1")).ToHaveTextAsync("Harbour lamps are lit");
        await page.GotoAsync(LinkIn(alert, "/subscribe/manage/"));
        await AxeCheck.AssertCleanAsync(page);
        await page.GotoAsync(LinkIn(alert, "/subscribe/unsubscribe/"));
        await AxeCheck.AssertCleanAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Unsubscribe" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Your address has been deleted.");
        await AxeCheck.AssertCleanAsync(page);
        Assert.Empty(await visitor.CookiesAsync());
        await page.GotoAsync(LinkIn(alert, "/subscribe/unsubscribe/"));
        await Expect(page.Locator("main")).ToContainTextAsync("This address is not subscribed, or no longer.");
        await AxeCheck.AssertCleanAsync(page);

        await desk.GetByRole(AriaRole.Link, new() { Name = "Withdraw" }).ClickAsync();
        await desk.GetByLabel("Reason").FillAsync("The lamps were lit on Monday.");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Withdraw the release" }).ClickAsync();
        var gone = await page.GotoAsync(LinkIn(alert, "/releases/"));
        Assert.Equal(410, gone!.Status);
        await Expect(page.Locator("main")).ToContainTextAsync("The lamps were lit on Monday.");
        await AxeCheck.AssertCleanAsync(page);
    }

    private static async Task<int> CountAsync(IPage page) =>
        int.Parse((await page.GetByRole(AriaRole.Status).First.InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private string LinkIn(string letter, string path)
    {
        var start = mailed.Newsroom.Address.GetLeftPart(UriPartial.Authority) + path;
        var at = letter.IndexOf(start, StringComparison.Ordinal);
        Assert.True(at >= 0, letter);
        return letter[at..].Split('\n', '>', ' ')[0];
    }
}
