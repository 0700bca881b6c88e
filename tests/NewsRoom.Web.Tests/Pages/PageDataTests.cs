using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Pages;

/// <summary>What programs, other languages and old telephones find on the pages.</summary>
public sealed class PageDataTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task A_release_tells_programs_what_it_is_and_its_day_only_where_it_is_known()
    {
        var known = await site.AddAsync(Content("A day </script><b> known") with { Date = ReleaseDate.OnDay(new DateOnly(2014, 6, 13)) });
        var guessed = await site.AddAsync(Content("A month at most") with { Date = ReleaseDate.InMonth(2014, 6) });

        using var article = await DataAsync("/releases/" + known, "NewsArticle");
        Assert.Equal("2014-06-13", article.RootElement.GetProperty("datePublished").GetString());
        Assert.Equal("A day </script><b> known", article.RootElement.GetProperty("headline").GetString());
        Assert.Equal("https://news.example.org/card.png", article.RootElement.GetProperty("image")[0].GetString());
        using var undated = await DataAsync("/releases/" + guessed, "NewsArticle");
        Assert.False(undated.RootElement.TryGetProperty("datePublished", out _));
        Assert.Contains("<script type=\"application/ld+json\">", await site.Client.GetStringAsync(new Uri("/releases/" + known, UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var way = await DataAsync("/releases/" + known, "BreadcrumbList");
        Assert.Equal(3, way.RootElement.GetProperty("itemListElement").GetArrayLength());
        using var organisation = await DataAsync("/", "Organization");
        Assert.False(string.IsNullOrEmpty(organisation.RootElement.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_card_is_a_picture_and_the_sheet_is_one_small_file()
    {
        var png = await site.Client.GetByteArrayAsync(new Uri("/card.png", UriKind.Relative), TestContext.Current.CancellationToken);
        var file = NewsRoom.Core.Media.MediaReader.Read(png).File;
        Assert.Equal((NewsRoom.Core.Media.MediaKind.Png, 1200, 630), (file?.Kind, file?.Width, file?.Height));

        using var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));
        var sheet = Assert.Single(page.QuerySelectorAll("link[rel=stylesheet]")).GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sheet, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("br", response.Content.Headers.ContentEncoding);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1_000, 10_240);
    }

    [Fact]
    public async Task Translations_lead_to_each_other_as_far_as_they_are_live()
    {
        var english = await site.AddAsync(Content("The footbridge opens"));
        var french = await site.AddAsync(Content("La passerelle ouvre") with { Language = "fr" });
        var draft = await site.AddAsync(Content("La pasarela se abre") with { Language = "es" }, draft: true);
        await site.InDatabaseAsync(async db =>
        {
            var one = await db.Releases.SingleAsync(r => r.Slug == english);
            foreach (var other in await db.Releases.Where(r => r.Slug == french || r.Slug == draft).ToListAsync())
                one.LinkTranslation(other);
            await db.SaveChangesAsync();
        });

        var html = await site.GetAsync("/releases/" + english);

        Assert.Contains($"<link rel=\"alternate\" hreflang=\"fr\" href=\"https://news.example.org/releases/{french}\">", html, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"alternate\" hreflang=\"en\" href=\"https://news.example.org/releases/{english}\">", html, StringComparison.Ordinal);
        Assert.Matches($"Also in</bdi>\\s+<a href=\"/releases/{french}\" hreflang=\"fr\">French</a>", html);
        Assert.DoesNotContain(draft, html, StringComparison.Ordinal);
        var alone = await site.AddAsync(Content("Alone in its language"));
        Assert.DoesNotContain("hreflang", await site.GetAsync("/releases/" + alone), StringComparison.Ordinal);
        Assert.Contains($"/releases/{english}\" hreflang=\"en\"", await site.GetAsync("/releases/" + french), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related_releases_are_near_in_words_and_themes_and_live()
    {
        var theme = await site.AddThemeAsync("fish");
        var wanted = await site.AddAsync(new() { Headline = "Herring quotas agreed in Esbjerg", Body = "Ministers agreed the herring quotas for the Skagerrak in Esbjerg.", ThemeIds = [theme] });
        var near = await site.AddAsync(new() { Headline = "Skagerrak fleets ask for herring", Body = "The fleets of the Skagerrak want more herring.", ThemeIds = [theme] });
        var words = await site.AddAsync(new() { Headline = "A museum of herring opens", Body = "It shows boats." });
        var hidden = await site.AddAsync(new() { Headline = "Herring quotas secret", Body = "Skagerrak herring quotas Esbjerg.", ThemeIds = [theme] }, publishAt: SiteFixture.Start.AddDays(2));
        await site.AddAsync(new() { Headline = "Newest of all but about roads", Body = "Tarmac and bridges.", Date = ReleaseDate.OnDay(new DateOnly(2024, 1, 1)) });

        using var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync(new Uri("/releases/" + wanted, UriKind.Relative), TestContext.Current.CancellationToken));
        var related = page.QuerySelectorAll(".related a").Select(a => a.GetAttribute("href")).ToList();

        Assert.Equal(["/releases/" + near, "/releases/" + words], related);
        Assert.DoesNotContain("/releases/" + hidden, related);
    }

    [Fact]
    public async Task A_quotation_can_be_copied_whole_and_its_link_works_without_scripts()
    {
        var slug = await site.AddAsync(Content("Quoted") with { Date = ReleaseDate.InYear(2014) }, with: r => r.AddQuotation(new Quotation(0, "We are glad", "Ann Lee")));

        using var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync(new Uri("/releases/" + slug, UriKind.Relative), TestContext.Current.CancellationToken));
        var figure = page.GetElementById("quote-1")!;

        Assert.Equal($"“We are glad” — Ann Lee\nQuoted (2014)\nhttps://news.example.org/releases/{slug}#quote-1", figure.QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
        Assert.True(figure.QuerySelector("[data-copy]")!.HasAttribute("hidden"));
        Assert.Equal("#quote-1", figure.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_old_telephone_gets_a_card_of_its_own_version()
    {
        var id = await site.AddContactAsync("Old Phone", new PhoneNumber("+41 22 717 9111", "+41227179111"), "old@example.org");
        await site.AddAsync(Content("For old telephones") with { ContactIds = [id] });

        foreach (var path in (string[])["/contacts/old-phone.v3.vcf", "/contacts/old-phone.vcf?version=3"])
        {
            var card = await site.GetAsync(path);
            Assert.StartsWith("BEGIN:VCARD\r\nVERSION:3.0\r\n", card, StringComparison.Ordinal);
            Assert.Contains("\r\nTEL;TYPE=WORK,VOICE:+41227179111\r\n", card, StringComparison.Ordinal);
            Assert.DoesNotContain("KIND:", card, StringComparison.Ordinal);
        }

        Assert.Contains("VERSION:4.0", await site.GetAsync("/contacts/old-phone.vcf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/subscribe")]
    [InlineData("/accessibility")]
    [InlineData("/corrections")]
    public async Task The_pages_that_say_how_things_are_done_answer(string path) => Assert.Contains("<h1>", await site.GetAsync(path), StringComparison.Ordinal);

    [Fact]
    public async Task The_site_speaks_the_newsrooms_language_and_passages_say_theirs()
    {
        await using var newsroom = new NewsRoomApplication { Settings = { ["NewsRoom:Language"] = "fr", ["NewsRoom:Looks:Accent"] = "#0b5d3b" } };
        using var client = newsroom.Client();

        var front = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/archive", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("<html lang=\"fr\"", front, StringComparison.Ordinal);
        Assert.Contains(">Archives</h1>", front, StringComparison.Ordinal);
        Assert.Contains("--accent:#0b5d3b", await client.GetStringAsync(new Uri("/newsroom.css", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NewsRoom:Looks:Accent", "#ffdd00", "cannot be read")]
    [InlineData("NewsRoom:Looks:Accent", "red", "is no colour")]
    [InlineData("NewsRoom:Language", "de", "has no texts")]
    public async Task A_look_that_cannot_be_read_is_refused_at_the_start(string setting, string value, string says)
    {
        await using var newsroom = new NewsRoomApplication { Settings = { [setting] = value } };
        var refusal = Assert.ThrowsAny<Exception>(() => newsroom.Client());
        Assert.Contains(says, refusal.ToString(), StringComparison.Ordinal);
    }

    private async Task<JsonDocument> DataAsync(string path, string type)
    {
        using var page = new HtmlParser().ParseDocument(await site.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
        var found = page.QuerySelectorAll("script[type='application/ld+json']").Select(s => s.TextContent).ToList();
        Assert.NotEmpty(found);
        return JsonDocument.Parse(Assert.Single(found, text => text.Contains($"\"@type\":\"{type}\"", StringComparison.Ordinal) && text.IndexOf("@type", StringComparison.Ordinal) == text.IndexOf($"@type\":\"{type}", StringComparison.Ordinal)));
    }

    private static ReleaseContent Content(string headline) => new() { Headline = headline, Body = "Some words of a body." };
}
