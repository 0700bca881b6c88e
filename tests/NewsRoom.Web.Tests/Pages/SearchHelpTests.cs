using System.Text.Json;
using Xunit;

namespace NewsRoom.Web.Tests.Pages;

public sealed class SearchHelpTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_nothing_is_found_the_page_helps_and_what_is_typed_is_suggested()
    {
        var theme = await site.AddThemeAsync("harbours");
        await site.AddAsync(new() { Headline = "Migration rises", Body = "In the harbour.", ThemeIds = [theme] });
        await site.AddAsync(new() { Headline = "Migraine secret", Body = "x", ThemeIds = [theme] }, draft: true);

        var page = await site.GetAsync("/search?q=migartion");
        Assert.Contains("<a href=\"/search?q=migration\">migration</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/themes/harbours\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/search?q=harbour\">harbour</a>", await site.GetAsync("/search?q=harbour+qqqq"), StringComparison.Ordinal);
        using var found = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri("/search/suggest?q=migra", UriKind.Relative), Ct));
        Assert.Equal("/releases/migration-rises", Assert.Single(found.RootElement.EnumerateArray()).GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("%22")]
    [InlineData("NEAR(a%20b")]
    [InlineData("Headline:a")]
    [InlineData("%00")]
    [InlineData("%ED%A0%80")]
    [InlineData("a*%20-b%20%22")]
    [InlineData("%27%20OR%201=1--")]
    [InlineData("zzzz%20zzzz%20zzzz%20zzzz%20zzzz%20zzzz")]
    public async Task A_hostile_query_is_just_a_query(string query)
    {
        foreach (var path in (string[])["/search?q=", "/search/suggest?q=", "/api/search?q=", "/search/feed.rss?q="])
        {
            using var answer = await site.Client.GetAsync(new Uri(path + query + string.Concat(Enumerable.Repeat("%20a", 500)), UriKind.Relative), Ct);
            Assert.True((int)answer.StatusCode is 200 or 400, $"{path}{query}: {answer.StatusCode}");
        }
    }
}
