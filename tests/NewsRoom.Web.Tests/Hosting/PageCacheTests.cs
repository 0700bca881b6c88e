using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Tests.Pages;
using Xunit;

namespace NewsRoom.Web.Tests.Hosting;

public sealed class PageCacheTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_made_once_and_again_after_any_write_also_from_outside()
    {
        var slug = await site.AddAsync(new() { Headline = "Cached headline", Body = "x" });
        var (page, tag) = await AskAsync("/releases/" + slug);
        Assert.Contains("Cached headline", page, StringComparison.Ordinal);
        Assert.NotNull(tag);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/releases/" + slug);
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var unchanged = await site.Client.SendAsync(again, Ct);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.True(unchanged.Headers.Contains("Content-Security-Policy"));
        Assert.True(site.Newsroom.Services.GetRequiredService<PageCacheStore>().Size > 0);

        // Another process, such as the command line.
        await using (var other = new SqliteConnection($"Data Source={site.Newsroom.DatabaseFile}"))
        {
            await other.OpenAsync(Ct);
            await using var command = other.CreateCommand();
            command.CommandText = "UPDATE Releases SET Headline = 'Changed from outside' WHERE Slug = 'cached-headline'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Ct));
        }

        Assert.Contains("Changed from outside", (await AskAsync("/releases/" + slug)).Page, StringComparison.Ordinal);
        using var changed = new HttpRequestMessage(HttpMethod.Get, "/releases/" + slug);
        changed.Headers.TryAddWithoutValidation("If-None-Match", tag);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.SendAsync(changed, Ct)).StatusCode);
    }

    [Fact]
    public async Task While_an_import_is_written_a_page_may_be_a_second_old_and_what_a_form_did_shows_at_once()
    {
        var slug = await site.AddAsync(new() { Headline = "Lagging headline", Body = "x" });
        using var lag = site.Newsroom.Services.GetRequiredService<DatabaseVersion>().Lag();
        await AskAsync("/releases/" + slug);
        await RenameAsync(slug, "First name");
        Assert.Contains("Lagging headline", (await AskAsync("/releases/" + slug)).Page, StringComparison.Ordinal);
        site.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Contains("First name", (await AskAsync("/releases/" + slug)).Page, StringComparison.Ordinal);

        await RenameAsync(slug, "Second name");
        using var form = new FormUrlEncodedContent([]);
        using var refused = await site.Client.PostAsync(new Uri("/enquiry", UriKind.Relative), form, Ct);
        Assert.Contains("Second name", (await AskAsync("/releases/" + slug)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_before_long_work_began_shows_at_once()
    {
        var slug = await site.AddAsync(new() { Headline = "Older headline", Body = "x" });
        await AskAsync("/releases/" + slug);
        await RenameAsync(slug, "Headline before the work");

        using var lag = site.Newsroom.Services.GetRequiredService<DatabaseVersion>().Lag();

        Assert.Contains("Headline before the work", (await AskAsync("/releases/" + slug)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_embargo_ends_to_the_tick_for_those_who_asked_before_and_a_withdrawal_holds_at_once()
    {
        var slug = await site.AddAsync(new() { Headline = "Embargoedword", Body = "x" }, publishAt: site.Clock.Now.AddSeconds(30));
        for (var i = 0; i < 3; i++)
        {
            Assert.DoesNotContain("Embargoedword", (await AskAsync("/releases")).Page, StringComparison.Ordinal);
            await site.GetAsync("/releases/" + slug, HttpStatusCode.NotFound);
        }

        site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Contains("Embargoedword", (await AskAsync("/releases")).Page, StringComparison.Ordinal);
        Assert.Contains("Embargoedword", (await AskAsync("/releases/" + slug)).Page, StringComparison.Ordinal);

        await site.InDatabaseAsync(async db =>
        {
            db.Releases.Single(r => r.Slug == slug).Withdraw("Wrong.", site.Clock.Now);
            await db.SaveChangesAsync(Ct);
        });
        Assert.DoesNotContain("Embargoedword", (await AskAsync("/releases")).Page, StringComparison.Ordinal);
        await site.GetAsync("/releases/" + slug, HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("Host", "evil.example", "")]
    [InlineData("X-Forwarded-Host", "evil.example", "")]
    [InlineData("X-Forwarded-Proto", "evil", "")]
    [InlineData("X-Original-URL", "/admin/evil", "")]
    [InlineData("Accept-Language", "xx-evil", "")]
    [InlineData("Origin", "https://evil.example", "")]
    [InlineData("User-Agent", "evil", "?utm_source=evil")]
    [InlineData("User-Agent", "x", "?evil=%22%3E%3Cscript%3Eevil")]
    [InlineData("User-Agent", "x", "?older=evil&older=evil")]
    [InlineData("User-Agent", "x", "?older=evil")]
    public async Task Nothing_of_one_visitor_reaches_the_next(string header, string value, string query)
    {
        await site.AddAsync(new() { Headline = "Poison " + Guid.NewGuid().ToString("n"), Body = "x" });
        using var odd = new HttpRequestMessage(HttpMethod.Get, "/releases" + query);
        odd.Headers.TryAddWithoutValidation(header, value);
        using var first = await site.Client.SendAsync(odd, Ct);
        Assert.DoesNotContain("evil", await first.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        var (page, _) = await AskAsync("/releases");

        Assert.DoesNotContain("evil", page, StringComparison.Ordinal);
        Assert.Contains("Poison", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_leaves_nothing_and_a_desk_cookie_goes_past()
    {
        await site.AddAsync(new() { Headline = "Head first", Body = "x" });
        using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/archive"), Ct);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Contains("</html>", (await AskAsync("/archive")).Page, StringComparison.Ordinal);
        using var cached = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/archive"), Ct);
        Assert.Equal("", await cached.Content.ReadAsStringAsync(Ct));
        Assert.NotNull(cached.Headers.ETag);

        using var desk = new HttpRequestMessage(HttpMethod.Get, "/archive");
        desk.Headers.Add("Cookie", "__Host-newsroom=x");
        using var own = await site.Client.SendAsync(desk, Ct);
        Assert.Null(own.Headers.ETag);
    }

    [Theory]
    [InlineData("/", "", "/")]
    [InlineData("/releases", "?newer=2&older=1", "/releases?older=1&newer=2")]
    [InlineData("/releases", "?utm_source=x", "/releases")]
    [InlineData("/releases", "?x=1", null)]
    [InlineData("/search", "?q=x", null)]
    [InlineData("/admin", "", null)]
    [InlineData("/enquiry", "", null)]
    [InlineData("/subscribe/mail", "", null)]
    [InlineData("/api/releases", "", null)]
    [InlineData("/preview/secret", "", null)]
    public void What_is_kept_is_known_by_name(string path, string query, string? key)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        request.QueryString = new QueryString(query);

        Assert.Equal(key, PageCache.KeyOf(request).Key);
    }

    [Fact]
    public void Memory_is_bounded_and_what_is_asked_for_often_stays()
    {
        var store = new PageCacheStore(Options.Create(new ReaderOptions { PageCacheMegabytes = 1 }));
        static CachedPage Page() => new(1, DateTimeOffset.MaxValue, DateTimeOffset.MinValue, "\"x\"", [], new byte[10_000]);
        store.Keep("/", Page());
        for (var i = 0; i < 1_000; i++)
        {
            store.Keep($"/releases?older={i}", Page());
            Assert.NotNull(store.Find("/"));
            Assert.True(store.Size <= 1024 * 1024);
        }
    }

    private Task RenameAsync(string slug, string headline) =>
        site.InDatabaseAsync(db => db.Releases.Where(r => r.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(r => r.Headline, headline), Ct));

    private async Task<(string Page, string? Tag)> AskAsync(string path)
    {
        using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(Ct), answer.Headers.ETag?.ToString());
    }
}
