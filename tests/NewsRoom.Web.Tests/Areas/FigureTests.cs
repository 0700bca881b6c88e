using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsRoom.Core.Figures;
using NewsRoom.Core.People;
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
