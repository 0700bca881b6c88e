using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Pages;

public sealed class ReleasePageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task A_release_shows_its_parts_and_how_sure_its_date_is()
    {
        var theme = await site.AddThemeAsync("harbours");
        var content = Content("Harbour <reopens> & grows") with
        {
            Standfirst = "In short: it reopens.",
            Dateline = "Geneva",
            Date = ReleaseDate.InYear(2014) with { Basis = DateBasis.Neighbours },
            Body = "# Part\n\nThe *first* line.\n\n[x](javascript:alert(1))",
            ThemeIds = [theme],
        };
        var slug = await site.AddAsync(content, with: r => r.AddQuotation(new Quotation(0, "We are glad", "Ann Lee")));

        var response = await site.Client.GetAsync(new Uri("/releases/" + slug, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("<h1 lang=\"en\" dir=\"ltr\">Harbour &lt;reopens&gt; &amp; grows</h1>", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<h1"));
        Assert.Contains("<time class=\"date\" datetime=\"2014\">2014, date inferred from neighbouring releases</time>", html, StringComparison.Ordinal);
        Assert.Contains("In short: it reopens.", html, StringComparison.Ordinal);
        Assert.Contains("<h2>Part</h2>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"quote-1\"", html, StringComparison.Ordinal);
        Assert.Contains("/themes/harbours", html, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"https://news.example.org/releases/{slug}\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        var ids = Regex.Matches(html, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task A_contact_can_be_rung_and_written_to_and_is_said_to_be_unconfirmed()
    {
        var id = await site.AddContactAsync("Brian Reach", new PhoneNumber("+44 207 811 6008", "+442078116008"), "brian@example.org");
        var slug = await site.AddAsync(Content("Reach & ring") with { ContactIds = [id] });

        var html = await site.GetAsync("/releases/" + slug);

        Assert.Equal(2, Regex.Count(html, Regex.Escape("href=\"tel:+442078116008\"><bdi>+44 20 7811 6008</bdi></a>")));
        Assert.Contains("href=\"mailto:brian@example.org?subject=Reach%20%26%20ring\"", html, StringComparison.Ordinal);
        Assert.Contains("As printed in 2014, not confirmed", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_cannot_be_right_is_marked_and_not_linked()
    {
        var id = await site.AddContactAsync("Short Digit", new PhoneNumber("+44 207 811 60", null));
        var slug = await site.AddAsync(Content("A digit short") with { ContactIds = [id] });

        var html = await site.GetAsync("/releases/" + slug);

        Assert.Contains("<bdi>+44 207 811 60</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("This number looks incomplete", html, StringComparison.Ordinal);
        Assert.DoesNotContain("tel:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("lost in the archive", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_address_is_said_until_it_is_mended()
    {
        var id = await site.AddContactAsync("Lost Mail", new PhoneNumber("+41 22 717 9111", "+41227179111"));
        var gap = new Gap(GapKind.MissingEmail, 3, "Email:", "Email:", 0);
        var slug = await site.AddAsync(Content("Lost mail") with { ContactIds = [id] }, with: r => r.AddGap(gap));

        Assert.Contains("<span class=\"gap\">[address lost in the archive]</span>", await site.GetAsync("/releases/" + slug), StringComparison.Ordinal);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Gaps.SingleAsync(g => g.Id == gap.Id)).MendWith("x@example.org", "Ed", SiteFixture.Start);
            await db.SaveChangesAsync();
        });
        Assert.DoesNotContain("lost in the archive", await site.GetAsync("/releases/" + slug), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_original_lines_are_shown_with_their_numbers()
    {
        var documentId = 0;
        await site.InDatabaseAsync(async db =>
        {
            var batch = new ImportBatch("content", "test", true, SiteFixture.Start);
            db.Add(batch);
            await db.SaveChangesAsync();
            var document = new StoredDocument(batch.Id, "page.txt", "0a", "windows-1252", 4, [.. "one\r\ntw"u8, 0xF6, .. "\r\n<three>\nfour"u8], SiteFixture.Start);
            db.Add(document);
            await db.SaveChangesAsync();
            documentId = document.Id;
        });
        var slug = await site.AddAsync(Content("From a page"), with: r => r.AddSource(new ReleaseSource(documentId, 1, 2, 3, 1, "")));

        Assert.Contains("lines 2–3, imported 22 November 2024", await site.GetAsync("/releases/" + slug), StringComparison.Ordinal);
        var source = await site.GetAsync($"/releases/{slug}/source");
        Assert.Contains("start=\"2\"", source, StringComparison.Ordinal);
        Assert.Contains("<li dir=\"auto\">twö</li>", source, StringComparison.Ordinal);
        Assert.Contains("<li dir=\"auto\"><three></li>", source, StringComparison.Ordinal);
        Assert.DoesNotContain(">one<", source, StringComparison.Ordinal);
        Assert.DoesNotContain(">four<", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_address_leads_on_for_ever()
    {
        var slug = await site.AddAsync(Content("Moved headline"), with: r => r.MoveTo("moved-new"));
        await site.InDatabaseAsync(async db =>
        {
            db.Add(new PastSlug(slug, (await db.Releases.SingleAsync(r => r.Slug == "moved-new")).Id));
            await db.SaveChangesAsync();
        });

        using var response = await site.Client.GetAsync(new Uri("/releases/" + slug, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/releases/moved-new", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_withdrawn_release_answers_410_with_its_reason_and_is_gone_from_everywhere()
    {
        var slug = await site.AddAsync(Content("Withdrawncanary told"), with: r => r.Withdraw("The figures were wrong.", SiteFixture.Start));

        var html = await site.GetAsync("/releases/" + slug, HttpStatusCode.Gone);

        Assert.Contains("The figures were wrong.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Withdrawncanary", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_withdrawn_before_its_time_never_was_public()
    {
        var slug = await site.AddAsync(Content("Neverpublic"), publishAt: SiteFixture.Start.AddHours(-1).AddDays(1), with: r => r.Withdraw("Secret reason.", SiteFixture.Start));

        Assert.DoesNotContain("Secret reason", await site.GetAsync("/releases/" + slug, HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_searches_for_its_words()
    {
        await site.AddAsync(Content("Lighthouse keepers meet"));

        var html = await site.GetAsync("/news/old-lighthouse-story.html", HttpStatusCode.NotFound);

        Assert.Contains("/releases/lighthouse-keepers-meet", html, StringComparison.Ordinal);
        Assert.Contains("This page was not found", await site.GetAsync("/status/500", HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    private static ReleaseContent Content(string headline) => new() { Headline = headline, Body = "Some words of a body." };
}
