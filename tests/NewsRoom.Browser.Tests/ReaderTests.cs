using Microsoft.Playwright;
using Xunit;

namespace NewsRoom.Browser.Tests;

/// <summary>What readers and journalists come for, with the real archive and two releases of our own beside it.</summary>
public sealed class ReaderTests(Chromium chromium)
{
    private const string Quoted = """
        ---
        title: Herring boats return to the quay
        date: 2016-06-01
        language: en
        themes: [trafficking]
        contacts:
          - name: Anna Roe
            role: Harbour master
            office: Harbour Trust
            phone: +44 20 7946 0123
            email: anna.roe@harbour.example
        ---
        The herring boats came back to the quay on Wednesday after two years away.

        “We have waited two winters for this morning, and the whole town came down to see it,” said Anna Roe, the harbour master.

        The quay had been closed for repairs.
        """;

    private const string Arabic = """
        ---
        title: عودة قوارب الصيد إلى الميناء
        date: 2016-06-02
        language: ar
        ---
        عادت قوارب الصيد إلى الميناء يوم الأربعاء بعد غياب دام عامين.

        وكان الرصيف مغلقا للإصلاح.
        """;

    internal static readonly Dictionary<string, string> More = new() { ["z-quoted.md"] = Quoted, ["z-arabic.md"] = Arabic };

    [Fact]
    public async Task A_reader_goes_from_the_front_page_over_a_theme_and_a_release_to_a_related_one_and_nothing_is_refused_by_the_policy()
    {
        Chromium.RequiredPath();
        await using var newsroom = await RunningNewsRoom.StartAsync(TestContext.Current.CancellationToken, more: More);
        await using var visitor = await chromium.VisitorAsync(newsroom.Address);
        var page = await visitor.NewPageAsync();
        var complaints = new List<string>();
        var requests = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Type is "error" or "warning" ? message.Text : "");
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);

        await page.GotoAsync("/");
        await page.Locator(".front-side a[href='/themes/trafficking']").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Trafficking");
        await page.Locator(".rows a[href^='/releases/']").First.ClickAsync();
        await Assertions.Expect(page.Locator("article.release h1")).ToBeVisibleAsync();
        var first = page.Url;
        requests.Clear();
        await page.ReloadAsync();
        // The tab's icon comes once for all pages, and whenever the browser finds the time.
        Assert.InRange(requests.Count(url => !url.Contains("/favicon", StringComparison.Ordinal)), 1, 3);
        Assert.All(requests, url => Assert.StartsWith(newsroom.Address.AbsoluteUri, url, StringComparison.Ordinal));
        await page.Locator(".related a").First.ClickAsync();
        await Assertions.Expect(page.Locator("article.release h1")).ToBeVisibleAsync();

        Assert.NotEqual(first, page.Url);
        Assert.True(await page.Locator("script[type='application/ld+json']").CountAsync() > 0);
        Assert.DoesNotContain(complaints, c => c.Length > 0);
        Assert.Empty(await visitor.CookiesAsync());

        await JournalistAsync(newsroom);
        await ArabicAsync(page);
        await WithoutScriptsAsync(newsroom);
    }

    /// <summary>Rings, writes, keeps the card, copies a quotation with the keyboard, and takes the text away.</summary>
    private async Task JournalistAsync(RunningNewsRoom newsroom)
    {
        await using var visitor = await chromium.VisitorAsync(newsroom.Address);
        await visitor.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/releases/herring-boats-return-to-the-quay");

        var card = page.Locator("article.release > .card");
        Assert.Equal("tel:+442079460123", await card.Locator("a[href^='tel:']").GetAttributeAsync("href"));
        Assert.Equal("mailto:anna.roe@harbour.example?subject=Herring%20boats%20return%20to%20the%20quay", await card.Locator("a[href^='mailto:']").GetAttributeAsync("href"));
        // Under the standfirst on a telephone, beside the text at a desk.
        await page.SetViewportSizeAsync(390, 844);
        var (narrow, text) = (await BoxAsync(card), await BoxAsync(page.Locator(".body")));
        Assert.True(narrow.Y + narrow.Height <= text.Y, "On a telephone the contact stands above the text.");
        await page.SetViewportSizeAsync(1280, 900);
        var (wide, column) = (await BoxAsync(card), await BoxAsync(page.Locator(".release-text")));
        Assert.True(wide.X >= column.X + column.Width, "At a desk the contact stands beside the text.");
        Assert.Equal(1, await page.Locator(".card-foot").CountAsync());

        var vcard = await page.RunAndWaitForDownloadAsync(() => card.Locator("a[href*='.vcf?release=']").ClickAsync());
        Assert.Equal("anna-roe.vcf", vcard.SuggestedFilename);

        var quote = page.Locator("#quote-1 [data-copy]");
        await quote.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied.");
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith("“We have waited two winters for this morning, and the whole town came down to see it", copied, StringComparison.Ordinal);
        Assert.Contains("Anna Roe", copied, StringComparison.Ordinal);
        Assert.Contains("\nHerring boats return to the quay (1 June 2016)\n", copied, StringComparison.Ordinal);
        Assert.EndsWith("/releases/herring-boats-return-to-the-quay#quote-1", copied, StringComparison.Ordinal);

        await page.Locator("[data-copy-file]").ClickAsync();
        await page.WaitForFunctionAsync("navigator.clipboard.readText().then(t => t.includes('The quay had been closed'))");
        foreach (var extension in (string[])["txt", "md", "docx", "json"])
        {
            var file = await page.RunAndWaitForDownloadAsync(() => page.Locator($".files a[href$='.{extension}']").ClickAsync());
            Assert.Equal($"herring-boats-return-to-the-quay.{extension}", file.SuggestedFilename);
        }
    }

    /// <summary>A release that is written from right to left runs that way, and the site around it does not.</summary>
    private static async Task ArabicAsync(IPage page)
    {
        await page.GotoAsync("/releases");
        await page.Locator(".row-text[lang='ar'] a").ClickAsync();
        foreach (var part in (string[])["article.release", ".release-head h1", ".body p"])
            Assert.Equal("rtl", await page.Locator(part).First.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        Assert.Equal("ltr", await page.Locator(".masthead").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        await page.SetViewportSizeAsync(1280, 900);
        var (heading, article) = (await BoxAsync(page.Locator(".release-head")), await BoxAsync(page.Locator("article.release")));
        Assert.Equal(article.X + article.Width, heading.X + heading.Width, 1.0);
        await page.SetViewportSizeAsync(390, 844);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private async Task WithoutScriptsAsync(RunningNewsRoom newsroom)
    {
        await using var visitor = await chromium.VisitorAsync(newsroom.Address, scripts: false);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync("/releases/herring-boats-return-to-the-quay");

        await Assertions.Expect(page.Locator(".files a[href$='.txt']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-copy]").First).ToBeHiddenAsync();
        await page.Locator("#quote-1 a[href='#quote-1']").ClickAsync();
        Assert.EndsWith("#quote-1", page.Url, StringComparison.Ordinal);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator part) => await part.BoundingBoxAsync() ?? throw new InvalidOperationException("It is not on the page.");
}
