using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.Imports;

/// <summary>The gap list through HTTP, on a newsroom of its own: it lists every gap there is.</summary>
public sealed class GapPagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<List<Gap>> OpenAsync(BenchDesk desk) => desk.AskAsync(db => db.Gaps.AsNoTracking().Where(g => g.MendedAt == null).OrderByDescending(g => g.ReleaseId).ThenBy(g => g.Position).ToListAsync(Token));

    private static Dictionary<string, string> Mend(Gap gap, string address, int version = 1, int? contact = null) =>
        new() { ["Gap"] = $"{gap.Id}", ["Version"] = $"{version}", ["Address"] = address, ["Contact"] = $"{contact}" };

    [Fact]
    public async Task Gaps_are_mended_one_after_the_other_and_what_is_left_is_counted()
    {
        await using var desk = new BenchDesk();
        var browser = await desk.SignInAsync(Roles.Publisher);
        var batch = BenchDesk.IdOf(await desk.UploadAsync(browser, ("page.txt", BenchDesk.Own("Saltmarsh"))));
        await desk.AcceptAsync(browser, batch, publishes: true);
        var gaps = await OpenAsync(desk);
        Assert.Equal([GapKind.MissingLink, GapKind.MissingEmail], gaps.Select(g => g.Kind));
        var list = await browser.GetAsync("/admin/gaps");
        Assert.Contains("(2 left)", list, StringComparison.Ordinal);
        Assert.Contains("For more information, please click here", list, StringComparison.Ordinal);
        Assert.Contains("/admin/gaps", await browser.GetAsync("/admin"), StringComparison.Ordinal);

        var refused = await browser.PostAsync("/admin/gaps?handler=Mend", Mend(gaps[0], "javascript:alert(1)"), from: "/admin/gaps");
        Assert.Contains("Paste a web address", await Browser.TextAsync(refused), StringComparison.Ordinal);
        Assert.Equal(2, (await OpenAsync(desk)).Count);

        var mended = await browser.PostAsync("/admin/gaps?handler=Mend", Mend(gaps[0], "https://example.org/lifeboat?a=1&b=2"), from: "/admin/gaps");
        Assert.Equal($"/admin/gaps?at={gaps[1].Id}", mended.Headers.Location!.OriginalString);
        var next = await browser.GetAsync(mended.Headers.Location.OriginalString);
        Assert.Contains("One gap is left.", next, StringComparison.Ordinal);
        Assert.Contains("Readers still see the gap in", next, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/admin/releases/{gaps[0].ReleaseId}/publish\">Publish the change</a>", next, StringComparison.Ordinal);
        Assert.Contains("autofocus", next, StringComparison.Ordinal);
        var release = await desk.GetAsync(gaps[0].ReleaseId);
        Assert.Equal((2, true, true), (release.LatestRevisionNumber, release.HasPendingChange, release.IsEdited));
        Assert.DoesNotContain("example.org", release.Body, StringComparison.Ordinal);
        var revision = await desk.AskAsync(db => db.Revisions.SingleAsync(r => r.ReleaseId == release.Id && r.Number == 2, Token));
        Assert.Contains("[please click here](<https://example.org/lifeboat?a=1&b=2>).", revision.Body, StringComparison.Ordinal);
        Assert.Equal("Ada publisher", revision.CreatedBy);

        var ann = await desk.AskAsync(db => db.Contacts.SingleAsync(c => c.Name == "Ann Rivers", Token));
        await browser.PostAsync("/admin/gaps?handler=Mend", Mend(gaps[1], "ann@example.org", contact: ann.Id), from: $"/admin/gaps?at={gaps[1].Id}");
        Assert.Empty(await OpenAsync(desk));
        Assert.Equal("ann@example.org", await desk.AskAsync(db => db.Contacts.Where(c => c.Id == ann.Id).Select(c => c.Email).SingleAsync(Token)));
        Assert.Contains("Nothing is left to mend", await browser.GetAsync("/admin/gaps"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_where_nothing_was_lost_loses_its_marker_and_a_stale_mend_changes_nothing()
    {
        await using var desk = new BenchDesk();
        var browser = await desk.SignInAsync(Roles.Editor);
        await desk.AcceptAsync(browser, BenchDesk.IdOf(await desk.UploadAsync(browser, ("page.txt", BenchDesk.Own("Saltmarsh")))));
        var gaps = await OpenAsync(desk);
        var before = (await desk.GetAsync(gaps[1].ReleaseId)).Body;
        Assert.Contains("address lost in the archive", before, StringComparison.Ordinal);

        await browser.PostAsync("/admin/gaps?handler=Dismiss", Mend(gaps[1], ""), from: "/admin/gaps");
        var after = await desk.GetAsync(gaps[1].ReleaseId);
        Assert.DoesNotContain("lost in the archive", after.Body, StringComparison.Ordinal);
        Assert.Equal("", await desk.AskAsync(db => db.Gaps.Where(g => g.Id == gaps[1].Id).Select(g => g.Mend).SingleAsync(Token)));

        await browser.PostAsync($"/admin/releases/{gaps[0].ReleaseId}/edit", new() { ["Input.Version"] = "1", ["Input.Headline"] = "Other words", ["Input.Language"] = "en", ["Input.Body"] = "No marker here any more." });
        var stale = await browser.PostAsync("/admin/gaps?handler=Mend", Mend(gaps[0], "https://example.org/", version: 1), from: "/admin/gaps");
        Assert.True(stale.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK);
        Assert.Single(await OpenAsync(desk));
        var unknown = await browser.PostAsync("/admin/gaps?handler=Mend", Mend(gaps[0], "https://example.org/", version: 2), from: "/admin/gaps");
        Assert.Contains("cannot be told any more", await Browser.TextAsync(unknown), StringComparison.Ordinal);
        await browser.PostAsync("/admin/gaps?handler=Dismiss", Mend(gaps[0], "", version: 2), from: "/admin/gaps");
        Assert.Empty(await OpenAsync(desk));
        Assert.Equal(2, (await desk.GetAsync(gaps[0].ReleaseId)).LatestRevisionNumber);
    }

    [Fact]
    public async Task Two_gaps_of_a_release_are_mended_from_the_same_page_and_what_others_edited_keeps_what_was_typed()
    {
        await using var desk = new BenchDesk();
        var browser = await desk.SignInAsync(Roles.Editor);
        var page = System.Text.Encoding.UTF8.GetString(BenchDesk.Own("Saltmarsh")).Replace("Tel: 020 7946 0001, Email:", "Tel: 020 7946 0001, Email: Web:", StringComparison.Ordinal);
        await desk.AcceptAsync(browser, BenchDesk.IdOf(await desk.UploadAsync(browser, ("page.txt", System.Text.Encoding.UTF8.GetBytes(page)))));
        var gaps = await OpenAsync(desk);
        Assert.Equal([GapKind.MissingLink, GapKind.MissingEmail, GapKind.MissingUrl], gaps.Select(g => g.Kind));

        await browser.PostAsync("/admin/gaps?handler=Mend", Mend(gaps[1], "ann@example.org"), from: "/admin/gaps");
        var second = await browser.PostAsync("/admin/gaps?handler=Mend", Mend(gaps[2], "www.example.org/quay"), from: "/admin/gaps");
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Contains("Email: <ann@example.org> Web: <https://www.example.org/quay>", (await desk.GetAsync(gaps[1].ReleaseId)).Body, StringComparison.Ordinal);

        var body = (await desk.GetAsync(gaps[0].ReleaseId)).Body.Replace("For more information, please", "For the recipe,", StringComparison.Ordinal);
        await browser.PostAsync($"/admin/releases/{gaps[0].ReleaseId}/edit", new() { ["Input.Version"] = "1", ["Input.Headline"] = "Other words", ["Input.Language"] = "en", ["Input.Body"] = body });
        var stale = await browser.PostAsync("/admin/gaps?handler=Mend", Mend(gaps[0], "https://example.org/typed"), from: "/admin/gaps");
        var kept = await Browser.TextAsync(stale);
        Assert.Contains("has been edited since you opened the list", kept, StringComparison.Ordinal);
        Assert.Contains("value=\"https://example.org/typed\"", kept, StringComparison.Ordinal);
        Assert.Contains("name=\"Version\" value=\"2\"", kept, StringComparison.Ordinal);
        Assert.Single(await OpenAsync(desk));
    }

    [Fact]
    public async Task An_address_that_is_known_of_the_same_contact_is_suggested()
    {
        await using var desk = new BenchDesk();
        var browser = await desk.SignInAsync(Roles.Editor);
        await desk.AcceptAsync(browser, BenchDesk.IdOf(await desk.UploadAsync(browser, ("page.txt", BenchDesk.Own("Saltmarsh")))));
        var ann = await desk.AskAsync(db => db.Contacts.SingleAsync(c => c.Name == "Ann Rivers", Token));
        await browser.PostAsync($"/admin/contacts/{ann.Id}", new() { ["Input.Version"] = $"{ann.Version}", ["Input.Name"] = ann.Name, ["Input.Email"] = "rivers@example.org" });

        Assert.Equal("rivers@example.org", await desk.AskAsync(db => db.Contacts.Where(c => c.Id == ann.Id).Select(c => c.Email).SingleAsync(Token)));
        Assert.Contains("value=\"rivers@example.org\"", await browser.GetAsync("/admin/gaps"), StringComparison.Ordinal);
    }
}
