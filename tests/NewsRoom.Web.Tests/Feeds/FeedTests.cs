using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Tests.Pages;
using Xunit;

namespace NewsRoom.Web.Tests.Feeds;

public sealed class FeedTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_feed_holds_full_text_and_dates_only_what_is_known_to_the_day()
    {
        var theme = await site.AddThemeAsync("feeds");
        await site.AddAsync(new() { Headline = "Day \u0001 <known>", Body = "Some *words*.", Date = ReleaseDate.OnDay(new(2014, 6, 13)), ThemeIds = [theme] });
        await site.AddAsync(new() { Headline = "Month known", Body = "x", Date = ReleaseDate.InMonth(2014, 6) });

        var feed = await FeedAsync("/feed.atom");

        var day = feed.Elements(Atom + "entry").Single(e => e.Element(Atom + "title")!.Value == "Day  <known>");
        Assert.Equal("<p>Some <em>words</em>.</p>\n", day.Element(Atom + "content")!.Value);
        Assert.Equal("2014-06-13T00:00:00Z", day.Element(Atom + "published")!.Value);
        Assert.Equal("2024-11-22T09:00:00Z", day.Element(Atom + "updated")!.Value);
        Assert.StartsWith("urn:uuid:", day.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("https://news.example.org/releases/", day.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.Null(feed.Elements(Atom + "entry").Single(e => e.Element(Atom + "title")!.Value == "Month known").Element(Atom + "published"));
        Assert.Equal("Day  <known>", Assert.Single((await FeedAsync("/themes/feeds/feed.atom")).Elements(Atom + "entry")).Element(Atom + "title")!.Value);
        await site.GetAsync("/themes/none/feed.atom", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_feed_comes_in_three_forms_with_the_same_releases_and_identifiers()
    {
        var theme = await site.AddThemeAsync("forms");
        var contact = await site.AddContactAsync("Form Person");
        await site.AddAsync(new() { Headline = "Zürich & <b>", Body = "Threeforms ]]> *text* \u000b.", Date = ReleaseDate.OnDay(new(2014, 6, 13)), ThemeIds = [theme], ContactIds = [contact] });

        foreach (var place in (string[])["/themes/forms/feed.", "/contacts/form-person/feed.", "/search/feed.{0}?q=threeforms&theme=forms"])
        {
            string At(string form) => place.Contains("{0}", StringComparison.Ordinal) ? place.Replace("{0}", form, StringComparison.Ordinal) : place + form;
            var atom = Assert.Single((await FeedAsync(At("atom"))).Elements(Atom + "entry"));
            var rss = Assert.Single((await FeedAsync(At("rss"))).Element("channel")!.Elements("item"));
            using var json = JsonDocument.Parse(await site.Client.GetStringAsync(new Uri(At("json"), UriKind.Relative), Ct));
            var item = json.RootElement.GetProperty("items")[0];

            Assert.Equal(atom.Element(Atom + "id")!.Value, rss.Element("guid")!.Value);
            Assert.Equal(atom.Element(Atom + "id")!.Value, item.GetProperty("id").GetString());
            Assert.Equal("Zürich & <b>", rss.Element("title")!.Value);
            Assert.Contains("<em>text</em>", rss.Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/"))!.Value, StringComparison.Ordinal);
            Assert.Contains("<em>text</em>", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
            Assert.Equal("Fri, 13 Jun 2014 00:00:00 GMT", rss.Element("pubDate")!.Value);
            Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
            Assert.StartsWith("https://news.example.org/", json.RootElement.GetProperty("feed_url").GetString(), StringComparison.Ordinal);
        }

        await site.GetAsync("/search/feed.atom", HttpStatusCode.NotFound);
        Assert.Contains("/search/feed.atom?q=threeforms", await site.GetAsync("/search?q=threeforms"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_of_a_feed_moves_with_a_correction_and_not_with_a_minor_change()
    {
        // A newsroom of its own: its clock is moved.
        await using var own = new SiteFixture();
        await own.InitializeAsync();
        var slug = await own.AddAsync(new() { Headline = "Moving time", Body = "movingword one" });
        async Task<string> UpdatedAsync() => Assert.Single(XDocument.Parse(await own.Client.GetStringAsync(new Uri("/search/feed.atom?q=movingword", UriKind.Relative), Ct)).Root!.Elements(Atom + "entry")).Element(Atom + "updated")!.Value;
        var before = await UpdatedAsync();
        async Task ChangeAsync(ChangeNote change)
        {
            own.Clock.Advance(TimeSpan.FromHours(1));
            await own.Newsroom.WithAsync<ReleaseStore, bool>(async store =>
            {
                var release = await own.Newsroom.AskAsync(db => db.Releases.AsNoTracking().SingleAsync(r => r.Slug == slug, Ct));
                var saved = await store.SaveAsync(release.Id, release.LatestRevisionNumber, new() { Headline = "Moving time", Body = "movingword " + change.Kind }, "Ed", null, Ct);
                var outcome = await store.ApproveAsync(release.Id, new Approval(saved.Version, "Ed") { Change = change }, Ct);
                Assert.Equal(StoreResult.Done, outcome.Result);
                return true;
            });
        }

        await ChangeAsync(new ChangeNote(ChangeKind.Minor));
        Assert.Equal(before, await UpdatedAsync());
        await ChangeAsync(new ChangeNote(ChangeKind.Correction, "The day was wrong."));
        Assert.NotEqual(before, await UpdatedAsync());
    }

    [Fact]
    public async Task What_machines_look_for_is_there_and_valid_when_there_is_no_news()
    {
        XNamespace sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
        Assert.NotEmpty((await FeedAsync("/sitemap-news.xml")).Elements(sitemap + "url"));
        var today = DateOnly.FromDateTime(site.Clock.Now.UtcDateTime);
        await site.AddAsync(new() { Headline = "Fresh & dated", Body = "x", Date = ReleaseDate.OnDay(today) });
        await site.AddAsync(new() { Headline = "From the archive", Body = "x", Date = ReleaseDate.OnDay(new(2014, 6, 13)) });

        var news = await FeedAsync("/sitemap-news.xml");
        Assert.Contains("Fresh & dated", news.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("From the archive", news.Value, StringComparison.Ordinal);
        Assert.NotEmpty((await FeedAsync("/sitemap-0.xml")).Elements(sitemap + "url"));
        await site.GetAsync("/sitemap-7.xml", HttpStatusCode.NotFound);
        await site.GetAsync("/.well-known/security.txt", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_feed_that_has_not_changed_answers_304()
    {
        await site.AddAsync(new() { Headline = "Conditional", Body = "x" });
        using var first = await site.Client.GetAsync(new Uri("/feed.atom", UriKind.Relative), Ct);
        Assert.NotNull(first.Content.Headers.LastModified);

        using var byTag = new HttpRequestMessage(HttpMethod.Get, "/feed.atom");
        byTag.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var byDate = new HttpRequestMessage(HttpMethod.Get, "/feed.atom");
        byDate.Headers.IfModifiedSince = first.Content.Headers.LastModified;

        Assert.Equal(HttpStatusCode.NotModified, (await site.Client.SendAsync(byTag, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await site.Client.SendAsync(byDate, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_sitemap_and_robots_name_the_public_address_alone()
    {
        var slug = await site.AddAsync(new() { Headline = "In the sitemap", Body = "x" });

        using var request = new HttpRequestMessage(HttpMethod.Get, "/sitemap.xml");
        request.Headers.Host = "evil.example";
        using var response = await site.Client.SendAsync(request, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);

        XNamespace sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var places = XDocument.Parse(text).Root!.Elements(sitemap + "url").Select(u => u.Element(sitemap + "loc")!.Value).ToList();
        Assert.Contains("https://news.example.org/releases/" + slug, places);
        Assert.All(places, place => Assert.StartsWith("https://news.example.org/", place, StringComparison.Ordinal));
        Assert.Contains("Sitemap: https://news.example.org/sitemap.xml", await site.GetAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_downloaded_as_a_vcard()
    {
        var id = await site.AddContactAsync("Card Person", new PhoneNumber("+41 22 717 9111", "+41227179111"));
        await site.AddAsync(new() { Headline = "With a card", Body = "x", ContactIds = [id] });

        using var response = await site.Client.GetAsync(new Uri("/contacts/card-person.vcf", UriKind.Relative), Ct);
        var card = await response.Content.ReadAsStringAsync(Ct);

        Assert.Equal("text/vcard", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("card-person.vcf", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("\r\nTEL;VALUE=uri;TYPE=work:tel:+41227179111\r\n", card, StringComparison.Ordinal);
        Assert.Contains("NOTE:As printed in 2014\\, not confirmed.", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/feed.atom")]
    [InlineData("/site.css")]
    [InlineData("/robots.txt")]
    public async Task Every_response_is_guarded_and_sets_no_cookie(string path)
    {
        using var response = await site.Client.GetAsync(new Uri(path, UriKind.Relative), Ct);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_style_sheet_is_kept_for_ever_under_its_version()
    {
        var page = await site.GetAsync("/");
        var start = page.IndexOf("/newsroom.css?v=", StringComparison.Ordinal);
        var address = page[start..page.IndexOf('"', start)];

        using var response = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Ct);

        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private async Task<XElement> FeedAsync(string path)
    {
        var text = await site.Client.GetStringAsync(new Uri(path, UriKind.Relative), Ct);
        return XDocument.Parse(text, LoadOptions.PreserveWhitespace).Root!;
    }
}
