using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Pages;

/// <summary>Of what is not public no word stands anywhere, until its time.</summary>
public sealed class CanaryTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly string[] Words = ["zqheadline", "zqstandfirst", "zqbody", "zqtheme", "zqperson", "zqplace", "zqquote"];

    [Fact]
    public async Task A_scheduled_release_leaks_nothing_before_its_time_and_stands_everywhere_after_it()
    {
        var common = await site.AddThemeAsync("common");
        var theme = await site.AddThemeAsync("zqtheme");
        var person = await site.AddContactAsync("Zqperson Doe", new PhoneNumber("+41 22 717 9111", "+41227179111"));
        await site.AddAsync(new() { Headline = "Ordinary news", Body = "Words.", ThemeIds = [common], Date = ReleaseDate.OnDay(new(2024, 11, 1)) });
        var content = new ReleaseContent
        {
            Headline = "Zqheadline",
            Standfirst = "Zqstandfirst.",
            Body = "Zqbody.",
            Dateline = "Zqplace",
            Date = ReleaseDate.OnDay(new(2024, 11, 23)),
            ThemeIds = [common, theme],
            ContactIds = [person],
        };
        await site.AddAsync(content, publishAt: SiteFixture.Start.AddHours(1), with: r => r.AddQuotation(new Quotation(0, "Zqquote", null)));
        await site.AddAsync(content with { Headline = "Zqheadline draft" }, draft: true);
        string[] everywhere =
        [
            "/", "/releases", "/contacts", "/archive", "/archive/2024", "/archive/2024/11", "/themes/common", "/feed.atom", "/themes/common/feed.atom",
            "/sitemap.xml", "/robots.txt", "/releases/ordinary-news", .. Words.Select(w => "/search?theme=common&q=" + w), "/search?year=2024",
        ];
        string[] hidden = ["/releases/zqheadline", "/releases/zqheadline/source", "/themes/zqtheme", "/themes/zqtheme/feed.atom", "/contacts/zqperson-doe", "/contacts/zqperson-doe.vcf", "/releases/zqheadline-draft"];

        site.Clock.Now = SiteFixture.Start.AddHours(1).AddTicks(-1);
        foreach (var path in everywhere)
        {
            // The word that was searched for stands in the box, which is what the visitor wrote.
            var text = (await site.GetAsync(path)).Replace(path.Split("q=")[^1], "", StringComparison.Ordinal);
            Assert.DoesNotContain(Words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        }

        foreach (var path in hidden)
        {
            var text = await site.GetAsync(path, HttpStatusCode.NotFound);
            Assert.DoesNotContain("Zq", text, StringComparison.Ordinal);
        }

        site.Clock.Now = SiteFixture.Start.AddHours(1);
        foreach (var path in everywhere.Where(p => p is "/" or "/releases" or "/archive/2024/11" or "/themes/common" or "/feed.atom" or "/sitemap.xml" or "/search?theme=common&q=zqbody"))
            Assert.Contains("zqheadline", await site.GetAsync(path), StringComparison.Ordinal);
        foreach (var path in hidden.Where(p => p is not ("/releases/zqheadline-draft" or "/releases/zqheadline/source")))
            await site.GetAsync(path);
        await site.GetAsync("/releases/zqheadline-draft", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_merged_contact_leads_to_the_one_it_was_merged_into()
    {
        var kept = await site.AddContactAsync("Kept Person");
        await site.AddContactAsync("Merged Person");
        await site.AddAsync(new() { Headline = "Of the kept person", Body = "x", ContactIds = [kept] });
        await site.InDatabaseAsync(async db =>
        {
            var all = await db.Contacts.ToDictionaryAsync(c => c.Slug);
            all["merged-person"].MergeInto(all["kept-person"], SiteFixture.Start);
            await db.SaveChangesAsync();
        });

        foreach (var suffix in new[] { "", ".vcf" })
        {
            using var response = await site.Client.GetAsync(new Uri("/contacts/merged-person" + suffix, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
            Assert.Equal("/contacts/kept-person" + suffix, response.Headers.Location!.OriginalString);
        }
    }
}
