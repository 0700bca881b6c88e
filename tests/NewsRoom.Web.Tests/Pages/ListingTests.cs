using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Pages;

public sealed partial class ListingTests(SiteFixture site) : IClassFixture<SiteFixture>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        var isSeeded = false;
        await site.InDatabaseAsync(async db => isSeeded = await db.Releases.AnyAsync());
        for (var i = 0; !isSeeded && i < 45; i++)
        {
            var date = i % 9 == 8 ? ReleaseDate.Unknown : i % 9 == 7 ? ReleaseDate.InYear(2014) : ReleaseDate.OnDay(new DateOnly(2014, 6, 1).AddDays(-(i / 3)));
            await site.AddAsync(new() { Headline = $"Number {i}", Body = "Words.", Date = date }, with: r => r.SetImportFacts(i, "", [], null, null));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Pages_by_key_show_each_release_once_in_order_and_lead_back()
    {
        var first = await site.GetAsync("/releases");
        var pages = new List<string> { first };
        while (Older().Match(pages[^1]) is { Success: true } link)
            pages.Add(await site.GetAsync("/releases" + link.Groups[1].Value));

        var slugs = pages.SelectMany(Slugs).ToList();
        Assert.Equal([20, 20, 5], pages.Select(p => Slugs(p).Count));
        Assert.Equal(45, slugs.Distinct().Count());
        Assert.Equal("number-43", slugs[0]);
        Assert.Equal(["number-44", "number-35", "number-26", "number-17", "number-8"], slugs[^5..]);
        var back = await site.GetAsync("/releases" + Newer().Match(pages[^1]).Groups[1].Value);
        Assert.Equal(Slugs(pages[1]), Slugs(back));
        Assert.Equal(Slugs(first), Slugs(await site.GetAsync("/releases" + Newer().Match(back).Groups[1].Value)));
        Assert.Equal(Slugs(first), Slugs(await site.GetAsync("/releases?older=nonsense")));
    }

    [Fact]
    public async Task The_archive_counts_what_its_pages_hold()
    {
        var archive = await site.GetAsync("/archive");

        Assert.Contains("Month not known", archive, StringComparison.Ordinal);
        Assert.Contains("/archive/undated", archive, StringComparison.Ordinal);
        Assert.Equal(5, Slugs(await site.GetAsync("/archive/undated")).Count);
        var june = Slugs(await site.GetAsync("/archive/2014/06"));
        Assert.Equal(["number-2", "number-1", "number-0"], june);
        Assert.Matches(@"June</a> <span class=""count"" aria-hidden=""true"">3<", archive);
        Assert.Contains("<h1>June 2014</h1>", await site.GetAsync("/archive/2014/6"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/archive/2013")]
    [InlineData("/archive/2014/13")]
    [InlineData("/archive/2014/0")]
    [InlineData("/archive/0000")]
    [InlineData("/archive/99999")]
    [InlineData("/archive/undated/1")]
    [InlineData("/archive/x")]
    public async Task A_time_without_releases_is_not_found(string path) => await site.GetAsync(path, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/search?q=%00%22*%5E(")]
    [InlineData("/search?q=words&year=abc&theme=%27&contact=%00&p=999999999999")]
    [InlineData("/search?q=words&year=999999&p=-1")]
    [InlineData("/search?q=%ED%A0%80")]
    public async Task No_question_breaks_the_search(string path) => await site.GetAsync(path);

    [Fact]
    public async Task A_search_shows_marked_words_and_encodes_what_was_asked()
    {
        using var response = await site.Client.GetAsync(new Uri("/search?q=words+-%3Cscript%3E%22", UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("<mark>Words</mark>.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("45 releases", html, StringComparison.Ordinal);
    }

    private static List<string> Slugs(string html) => [.. Row().Matches(html).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("row-headline\"><a href=\"/releases/([^\"]+)\"")]
    private static partial Regex Row();

    [GeneratedRegex("href=\"([^\"]+)\">Older")]
    private static partial Regex Older();

    [GeneratedRegex("href=\"([^\"]+)\">Newer")]
    private static partial Regex Newer();
}
