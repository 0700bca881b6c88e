using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>Many releases are changed at once on the ordinary path, after a list of what will change, and go back together.</summary>
public sealed class BulkTests : IAsyncLifetime
{
    private readonly DeskFixture _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private Task<int> ThemeAsync(string name) => _desk.AskAsync(async db =>
    {
        var theme = new Theme(name.ToLowerInvariant(), name, "");
        db.Add(theme);
        await db.SaveChangesAsync(Token);
        return theme.Id;
    });

    private async Task<IReadOnlyList<int>> ThemesOfAsync(int id) => await _desk.AskAsync(db => db.Set<ReleaseTheme>().Where(t => t.ReleaseId == id).Select(t => t.ThemeId).ToListAsync(Token));

    private static Dictionary<string, string> Fields(BulkKind kind, int? theme = null, int? contact = null, string? reason = null) =>
        new() { ["Input.Kind"] = kind.ToString(), ["Input.Theme"] = $"{theme}", ["Input.Contact"] = $"{contact}", ["Input.Reason"] = reason ?? "" };

    private static IEnumerable<KeyValuePair<string, string>> Picks(params (int Id, int Version)[] picks) => picks.Select(p => new KeyValuePair<string, string>("Pick", $"{p.Id}-{p.Version}"));

    [Fact]
    public async Task A_theme_is_shown_first_then_added_on_the_list_alone_and_taken_back_where_nobody_touched_it_since()
    {
        var browser = await _desk.SignInAsync(Roles.Publisher);
        var theme = await ThemeAsync("Harbour");
        var live = await _desk.LiveAsync("Live one");
        var draft = await _desk.DraftAsync("Draft one");
        var touched = await _desk.DraftAsync("Draft two");
        var before = (await _desk.GetAsync(live.Id)).PublicChangeAt;
        _desk.Clock.Advance(TimeSpan.FromMinutes(5));

        var preview = await Browser.TextAsync(await browser.PostAsync("/admin/releases/bulk?handler=Preview&state=draft", Fields(BulkKind.AddTheme, theme), from: "/admin/releases/bulk?state=draft"));
        Assert.Contains("2 releases change", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("Live one", preview, StringComparison.Ordinal);
        Assert.Empty(await ThemesOfAsync(draft.Id));

        var done = await browser.PostAsync("/admin/releases/bulk?handler=Do", Fields(BulkKind.AddTheme, theme), from: "/admin/releases/bulk", more: Picks((live.Id, 1), (draft.Id, 1), (touched.Id, 1)));
        var result = done.Headers.Location!.OriginalString;
        Assert.Equal([theme], await ThemesOfAsync(live.Id));
        Assert.Equal([theme], await ThemesOfAsync(draft.Id));
        var after = await _desk.GetAsync(live.Id);
        Assert.Equal((2, false, before), (after.LatestRevisionNumber, after.HasPendingChange, after.PublicChangeAt));
        Assert.Equal("Bulk change: add the theme Harbour", await _desk.AskAsync(db => db.Revisions.Where(v => v.ReleaseId == draft.Id && v.Number == 2).Select(v => v.Note).SingleAsync(Token)));

        await _desk.WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(touched.Id, 2, new ReleaseContent { Headline = "Draft two, touched", Body = "x", ThemeIds = [theme] }, "Eve", null, Token));
        await browser.PostAsync(result + "?handler=Undo", from: result);
        Assert.Empty(await ThemesOfAsync(live.Id));
        Assert.Empty(await ThemesOfAsync(draft.Id));
        Assert.Equal([theme], await ThemesOfAsync(touched.Id));
        var page = await browser.GetAsync(result);
        Assert.Contains("It was changed since.", page, StringComparison.Ordinal);
        Assert.Contains("Undone by Ada publisher", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Undo", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editors_change_of_a_live_release_waits_and_what_waits_already_is_not_published_with_it()
    {
        var editor = await _desk.SignInAsync(Roles.Editor);
        var publisher = await _desk.SignInAsync(Roles.Publisher);
        var theme = await ThemeAsync("Harbour");
        var live = await _desk.LiveAsync("Live one");
        var waiting = await _desk.LiveAsync("Waiting one");
        await _desk.WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(waiting.Id, 1, new ReleaseContent { Headline = "Waiting one, not yet public", Body = "x" }, "Eve", null, Token));
        await editor.PostAsync("/admin/releases/bulk?handler=Do", Fields(BulkKind.AddTheme, theme), from: "/admin/releases/bulk", more: Picks((live.Id, 1)));
        Assert.True((await _desk.GetAsync(live.Id)).HasPendingChange);
        Assert.Empty(await ThemesOfAsync(live.Id));
        await publisher.PostAsync("/admin/releases/bulk?handler=Do", Fields(BulkKind.AddTheme, theme), from: "/admin/releases/bulk", more: Picks((waiting.Id, 2)));
        var after = await _desk.GetAsync(waiting.Id);
        Assert.Equal(("Waiting one", true, 3), (after.Headline, after.HasPendingChange, after.LatestRevisionNumber));
        // An editor publishes and withdraws nothing, whatever is posted.
        var refused = await editor.PostAsync("/admin/releases/bulk?handler=Do", Fields(BulkKind.Withdraw, reason: "No."), from: "/admin/releases/bulk", more: Picks((waiting.Id, 3)));
        Assert.Contains("A publisher does this.", await editor.GetAsync(refused.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Approved, (await _desk.GetAsync(waiting.Id)).State);
    }

    [Fact]
    public async Task States_change_together_and_go_back_and_an_old_version_is_left_alone()
    {
        var browser = await _desk.SignInAsync(Roles.Publisher);
        var one = await _desk.DraftAsync("One");
        var empty = await _desk.DraftAsync("Two", body: "");
        var old = await _desk.DraftAsync("Three");
        await _desk.WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(old.Id, 1, new ReleaseContent { Headline = "Three b", Body = "x" }, "Eve", null, Token));
        var preview = await Browser.TextAsync(await browser.PostAsync("/admin/releases/bulk?handler=Preview", Fields(BulkKind.Publish), from: "/admin/releases/bulk"));
        Assert.Contains("Write the body of the release.", preview, StringComparison.Ordinal);
        var done = (await browser.PostAsync("/admin/releases/bulk?handler=Do", Fields(BulkKind.Publish), from: "/admin/releases/bulk", more: Picks((one.Id, 1), (empty.Id, 1), (old.Id, 1)))).Headers.Location!.OriginalString;
        Assert.True((await _desk.GetAsync(one.Id)).IsLive(_desk.Clock.Now));
        Assert.Equal(ReleaseState.Draft, (await _desk.GetAsync(empty.Id)).State);
        Assert.Equal(ReleaseState.Draft, (await _desk.GetAsync(old.Id)).State);
        Assert.Contains("Somebody has saved it", await browser.GetAsync(done), StringComparison.Ordinal);
        await browser.PostAsync(done + "?handler=Undo", from: done);
        Assert.Equal(ReleaseState.Draft, (await _desk.GetAsync(one.Id)).State);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.Client.GetAsync("/releases/one", Token)).StatusCode);

        var live = await _desk.LiveAsync("Four");
        var withdrawn = (await browser.PostAsync("/admin/releases/bulk?handler=Do", Fields(BulkKind.Withdraw, reason: "It was wrong."), from: "/admin/releases/bulk", more: Picks((live.Id, 1)))).Headers.Location!.OriginalString;
        Assert.Equal(ReleaseState.Withdrawn, (await _desk.GetAsync(live.Id)).State);
        await browser.PostAsync(withdrawn + "?handler=Undo", from: withdrawn);
        Assert.True((await _desk.GetAsync(live.Id)).IsLive(_desk.Clock.Now));
    }

    [Fact]
    public async Task A_table_goes_out_without_formulas_and_comes_back_with_themes_contacts_and_dates()
    {
        var browser = await _desk.SignInAsync(Roles.Publisher);
        await ThemeAsync("Harbour");
        var contact = await _desk.WithAsync<ContactStore, MediaContact>(s => s.CreateAsync(new ContactDetails("Ann Rivers", null, null, null, null, null), Token));
        var release = await _desk.DraftAsync("=HYPERLINK(\"http://evil\")");
        var csv = await browser.GetAsync("/admin/releases.csv");
        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        var table = $"slug;headline;themes;contacts;date\r\n{release.Slug};'=whatever;harbour;ann-rivers;2014-06\r\nno-such-slug;x;;;\r\n";
        var preview = await UploadAsync(browser, table);
        Assert.Contains("Line 3 names no release.", preview, StringComparison.Ordinal);
        Assert.Contains("Harbour; Ann Rivers; 2014-06", preview, StringComparison.Ordinal);
        var done = await browser.PostAsync("/admin/releases/table?handler=Do", new() { ["Csv"] = table }, from: "/admin/releases/table", more: Picks((release.Id, 1)));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var latest = await _desk.AskAsync(db => db.Revisions.SingleAsync(v => v.ReleaseId == release.Id && v.Number == 2, Token));
        Assert.Equal(("=HYPERLINK(\"http://evil\")", "2014-06"), (latest.Headline, latest.Date.ToIso()));
        Assert.Equal([contact.Id], latest.ContactIds);

        Assert.Contains("There is no theme “nothing”.", await UploadAsync(browser, $"id,themes\n{release.Id},nothing\n"), StringComparison.Ordinal);
        Assert.Contains("The table was made of version 1", await UploadAsync(browser, $"id,version,themes\n{release.Id},1,\n"), StringComparison.Ordinal);
        Assert.Contains("needs a first line", await UploadAsync(browser, "a,b\n1,2\n"), StringComparison.Ordinal);
    }

    private static async Task<string> UploadAsync(Browser browser, string table)
    {
        var page = await (await browser.Client.GetAsync("/admin/releases/table", Token)).Content.ReadAsStringAsync(Token);
        const string mark = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var at = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page[at..page.IndexOf('"', at)]), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "Upload", "table.csv" },
        };
        return await Browser.TextAsync(await browser.Client.PostAsync("/admin/releases/table?handler=Preview", form, Token));
    }
}
