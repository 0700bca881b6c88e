using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Figures;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

public sealed class FigureTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_are_counted_and_robots_editors_and_errors_are_not()
    {
        var release = await desk.LiveAsync("Counted release");
        using var client = desk.Client();
        for (var i = 0; i < 3; i++)
            await AskAsync(client, "/releases/" + release.Slug, Firefox);
        await AskAsync(client, "/releases/" + release.Slug, "Googlebot/2.1");
        await AskAsync(client, "/releases/nowhere", Firefox);
        await AskAsync(client, "/enquiry?release=" + release.Slug, Firefox);
        await AskAsync(client, "/feed.atom", "Reader/1.0 (bot)");
        await AskAsync(client, "/search?q=qqqqnothing", Firefox);
        await AskAsync(client, "/search?q=anna%40example.org", Firefox);
        var browser = await desk.SignInAsync();
        browser.Client.DefaultRequestHeaders.Add("User-Agent", Firefox);
        await browser.GetAsync("/releases/" + release.Slug);
        var counter = desk.Services.GetRequiredService<FigureCounter>();

        await FlushAsync(counter);
        await AskAsync(client, "/releases/" + release.Slug, Firefox);
        await AskAsync(client, "/search?q=QQQQnothing", Firefox);
        await AskAsync(client, "/search?q=qqqqnothing", Firefox);
        await FlushAsync(counter);

        var figures = await desk.AskAsync(db => db.Figures.Where(f => f.ReleaseId == release.Id).ToDictionaryAsync(f => f.Kind, f => f.Count, Ct));
        Assert.Equal((4, 1), (figures[FigureKind.View], figures[FigureKind.Contact]));
        Assert.Equal(1, await desk.AskAsync(db => db.Figures.Where(f => f.Kind == FigureKind.Feed && f.Subject == "/feed.atom").SumAsync(f => f.Count, Ct)));
        Assert.Equal(["qqqqnothing"], await desk.AskAsync(db => db.SearchMisses.Select(m => m.Words).Distinct().ToListAsync(Ct)));

        var page = await browser.GetAsync("/admin/figures");
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("Counted release", page, StringComparison.Ordinal);
        Assert.Contains("Counted release", await browser.GetAsync($"/admin/figures?release={release.Id}&days=7"), StringComparison.Ordinal);
        Assert.Contains("qqqqnothing", await browser.GetAsync("/admin/searches"), StringComparison.Ordinal);
        var editor = await desk.SignInAsync(Roles.Editor);
        Assert.Equal("/account/denied", (await editor.Client.GetAsync("/admin/alerts", Ct)).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_card_for_address_books_counts_for_its_contact_in_either_version_and_for_the_release_it_was_taken_from()
    {
        var contact = await desk.WithAsync<ContactStore, MediaContact>(store => store.CreateAsync(new ContactDetails("Card Taken", null, null, null, null, "card@example.org"), Ct));
        var release = await desk.WithAsync<ReleaseStore, Release>(store => store.CreateAsync(new ReleaseContent { Headline = "Release with a card", Body = "The harbour opens today.", ContactIds = [contact.Id] }, "Fixture", null, Ct));
        await desk.WithAsync<ReleaseStore, ApproveOutcome>(store => store.ApproveAsync(release.Id, 1, null, false, "Approver"));
        using var client = desk.Client();
        var page = await client.GetStringAsync(new Uri("/releases/" + release.Slug, UriKind.Relative), Ct);
        var card = $"/contacts/{contact.Slug}.vcf?release={release.Slug}";
        Assert.Contains($"href=\"{card}\"", page, StringComparison.Ordinal);

        await AskAsync(client, card, Firefox);
        await AskAsync(client, $"/contacts/{contact.Slug}.v3.vcf", Firefox);
        await FlushAsync(desk.Services.GetRequiredService<FigureCounter>());

        Assert.Equal(2, await desk.AskAsync(db => db.Figures.Where(f => f.Kind == FigureKind.Contact && f.Subject == "/contacts/" + contact.Slug).SumAsync(f => f.Count, Ct)));
        Assert.Equal(1, await desk.AskAsync(db => db.Figures.Where(f => f.Kind == FigureKind.Contact && f.ReleaseId == release.Id).SumAsync(f => f.Count, Ct)));
    }

    private Task<bool> FlushAsync(FigureCounter counter) => desk.WithAsync<FigureStore, bool>(async store =>
    {
        await counter.FlushAsync(store, Ct);
        return true;
    });

    private static async Task AskAsync(HttpClient client, string path, string agent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        (await client.SendAsync(request, Ct)).Dispose();
    }
}
