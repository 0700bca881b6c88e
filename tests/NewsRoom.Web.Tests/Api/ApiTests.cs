using System.Net;
using System.Text.Json;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Tests.Pages;
using Xunit;

namespace NewsRoom.Web.Tests.Api;

public sealed class ApiTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Releases_are_walked_by_cursor_each_once_and_drafts_are_not_among_them()
    {
        var theme = await site.AddThemeAsync("api");
        var contact = await site.AddContactAsync("Api Person");
        for (var i = 1; i <= 5; i++)
            await site.AddAsync(new() { Headline = $"Api release {i}", Body = "Apiword *text*.", ThemeIds = [theme], ContactIds = [contact], Date = ReleaseDate.OnDay(new(2014, 1, i)) });
        await site.AddAsync(new() { Headline = "Api draft", Body = "Apiword", ThemeIds = [theme] }, draft: true);

        var seen = new List<string>();
        for (var next = "/api/releases?theme=api&limit=2"; next is not null;)
        {
            using var page = await JsonAsync(next);
            seen.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("slug").GetString()!));
            next = page.RootElement.TryGetProperty("next", out var address) ? new Uri(address.GetString()!).PathAndQuery : null;
        }

        Assert.Equal(["api-release-5", "api-release-4", "api-release-3", "api-release-2", "api-release-1"], seen);
        using var one = await JsonAsync("/api/releases/api-release-1");
        Assert.Contains("<em>text</em>", one.RootElement.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://news.example.org/contacts/api-person", one.RootElement.GetProperty("contacts")[0].GetProperty("url").GetString());
        using var found = await JsonAsync("/api/search?q=apiword");
        Assert.Equal(5, found.RootElement.GetProperty("total").GetInt32());
        using var themes = await JsonAsync("/api/themes");
        Assert.Equal(5, themes.RootElement.GetProperty("items").EnumerateArray().Single(t => t.GetProperty("slug").GetString() == "api").GetProperty("releases").GetInt32());
        using var contacts = await JsonAsync("/api/contacts?limit=1");
        Assert.False(contacts.RootElement.GetProperty("items")[0].GetProperty("confirmed").GetBoolean());
        foreach (var (path, status) in new[] { ("/api/releases/api-draft", HttpStatusCode.NotFound), ("/api/releases?cursor=x", HttpStatusCode.BadRequest), ("/api/search?q=%22", HttpStatusCode.BadRequest), ("/api/search?q=a&cursor=999999", HttpStatusCode.BadRequest), ("/api/releases?year=abc", HttpStatusCode.BadRequest) })
        {
            using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_description_names_every_path_and_the_public_address()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi.json");
        request.Headers.Host = "evil.example";
        using var answer = await site.Client.SendAsync(request, Ct);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal(["/api/contacts", "/api/releases", "/api/releases/{slug}", "/api/search", "/api/themes"], json.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal("https://news.example.org", json.RootElement.GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.StartsWith("3.", json.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quota_is_told_and_beyond_it_the_pages_stay_open()
    {
        await using var own = new NewsRoomApplication { Settings = { ["Readers:ApiRequestsPerMinute"] = "2" } };
        using var client = own.Client();
        using var first = await client.GetAsync(new Uri("/api/releases", UriKind.Relative), Ct);
        Assert.Equal(("2", "1"), (first.Headers.GetValues("RateLimit-Limit").Single(), first.Headers.GetValues("RateLimit-Remaining").Single()));
        (await client.GetAsync(new Uri("/api/themes", UriKind.Relative), Ct)).Dispose();

        using var refused = await client.GetAsync(new Uri("/api/themes", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/releases", UriKind.Relative), Ct)).StatusCode);

        own.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/themes", UriKind.Relative), Ct)).StatusCode);
    }

    private async Task<JsonDocument> JsonAsync(string path)
    {
        using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
    }
}
