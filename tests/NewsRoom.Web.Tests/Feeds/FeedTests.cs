using System.Net;
using System.Xml.Linq;
using NewsRoom.Core.Contacts;
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
