using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Themes;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>Writing, saving and listing releases.</summary>
public sealed class ReleaseTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Fields(int version, string headline = "Harbour opens again", string body = "The harbour opens today.", string? date = null) => new()
    {
        ["Input.Version"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Input.Headline"] = headline,
        ["Input.Standfirst"] = "A standfirst.",
        ["Input.Language"] = "en",
        ["Input.Body"] = body,
        ["Input.Date"] = date ?? "",
    };

    private Task<ReleaseRevision> LatestAsync(int id) => desk.AskAsync(db => db.Revisions.Where(r => r.ReleaseId == id).OrderByDescending(r => r.Number).FirstAsync(Token));

    private Task<int> ThemeAsync(string slug) => desk.AskAsync(async db =>
    {
        var theme = new Theme(slug, "Theme " + slug, "");
        db.Themes.Add(theme);
        await db.SaveChangesAsync(Token);
        return theme.Id;
    });

    private Task<MediaContact> ContactAsync(string name) => desk.WithAsync<ContactStore, MediaContact>(s => s.CreateAsync(new(name, null, null, null, null, null), Token));

    [Fact]
    public async Task An_editor_writes_a_release_tags_it_attaches_contacts_in_order_and_finds_it()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var theme = await ThemeAsync("ports");
        var (ann, bob) = (await ContactAsync("Ann Able"), await ContactAsync("Bob Baker"));
        var made = await browser.PostAsync("/admin/releases/new", Fields(0, "Zeppelin lands in Ålesund", date: "2014-06"), more:
        [
            new("Input.ThemeIds", $"{theme}"), new("Input.Contacts[0].Id", $"{ann.Id}"), new("Input.Contacts[0].Order", "2"), new("Input.Contacts[1].Id", $"{bob.Id}"), new("Input.Contacts[1].Order", "1"),
        ]);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var address = made.Headers.Location!.OriginalString;
        Assert.Contains("Bob Baker, Ann Able", await browser.GetAsync(address), StringComparison.Ordinal);
        var release = await desk.AskAsync(db => db.Releases.Include(r => r.Themes).FirstAsync(r => r.Slug == "zeppelin-lands-in-alesund", Token));
        Assert.Equal((ReleaseState.Draft, DatePrecision.Month, DateBasis.Editor, theme), (release.State, release.Date.Precision, release.Date.Basis, release.Themes.Single().ThemeId));
        foreach (var filter in (string[])["q=zeppelin+lands", "state=draft&theme=ports", $"contact={bob.Id}", "year=2014&want="])
            Assert.Contains("Zeppelin lands", await browser.GetAsync("/admin/releases?" + filter), StringComparison.Ordinal);
        foreach (var filter in (string[])["q=zeppelin+submarine", "q=%25", "state=live", "want=no-date&q=zeppelin", "year=2013", "want=no-contact&q=zeppelin"])
            Assert.DoesNotContain("Zeppelin lands", await browser.GetAsync("/admin/releases?" + filter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_save_keeps_a_revision_and_an_old_one_is_restored_as_a_new_one()
    {
        var release = await desk.DraftAsync("First words");
        var browser = await desk.SignInAsync(Roles.Editor);
        await browser.PostAsync($"/admin/releases/{release.Id}/edit", Fields(1, "Second words"));
        var list = await browser.GetAsync($"/admin/releases/{release.Id}/revisions");
        Assert.Contains("First words", list, StringComparison.Ordinal);
        Assert.Contains("Second words", list, StringComparison.Ordinal);
        await browser.PostAsync($"/admin/releases/{release.Id}/revisions/1", new() { ["expected"] = "2" });
        var latest = await LatestAsync(release.Id);
        Assert.Equal((3, "First words", "Restored from version 1", "Ada editor"), (latest.Number, latest.Headline, latest.Note, latest.CreatedBy));
        Assert.Equal("Second words", await desk.AskAsync(db => db.Revisions.Where(r => r.ReleaseId == release.Id && r.Number == 2).Select(r => r.Headline).SingleAsync(Token)));
    }

    [Fact]
    public async Task A_save_over_a_newer_save_is_refused_and_neither_text_is_lost()
    {
        var release = await desk.DraftAsync("Common beginning");
        var (ann, bob) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        Assert.Equal(HttpStatusCode.Redirect, (await bob.PostAsync($"/admin/releases/{release.Id}/edit", Fields(1, "Headline of Bob", "Body of Bob."))).StatusCode);
        var refused = await ann.PostAsync($"/admin/releases/{release.Id}/edit", Fields(1, "Headline of Ann", "Body of Ann."));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await Browser.TextAsync(refused);
        foreach (var text in (string[])["Headline of Ann", "Headline of Bob", "Body of Ann.", "Body of Bob.", "Saved by Ada publisher"])
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Matches("<textarea[^>]*name=\"Input.Headline\"[^>]*>\\s*Headline of Ann</textarea>", page);
        Assert.Matches("name=\"Input.Version\" value=\"2\"|value=\"2\"[^>]*name=\"Input.Version\"", page);
        Assert.Equal("Headline of Bob", (await LatestAsync(release.Id)).Headline);
        Assert.Equal(HttpStatusCode.Redirect, (await ann.PostAsync($"/admin/releases/{release.Id}/edit", Fields(2, "Headline of Ann", "Body of Ann."))).StatusCode);
        Assert.Equal((3, "Headline of Ann"), ((await LatestAsync(release.Id)).Number, (await LatestAsync(release.Id)).Headline));
    }

    [Fact]
    public async Task Of_saves_at_the_same_moment_one_is_kept_and_the_others_are_told()
    {
        var release = await desk.DraftAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => desk.WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(release.Id, 1, new ReleaseContent { Headline = $"Racer {i}", Body = "x" }, $"Racer {i}", null)))));
        Assert.Single(outcomes, o => o.Result == StoreResult.Done);
        Assert.All(outcomes.Where(o => o.Result != StoreResult.Done), o => Assert.NotNull(o.Newer));
        Assert.Equal(2, (await LatestAsync(release.Id)).Number);
    }

    [Fact]
    public async Task A_wrong_date_is_named_at_its_field_and_everything_typed_stays()
    {
        var release = await desk.DraftAsync();
        var browser = await desk.SignInAsync(Roles.Editor);
        var page = await Browser.TextAsync(await browser.PostAsync($"/admin/releases/{release.Id}/edit", Fields(1, "Kept headline", "Kept body.", "13 June")));
        Assert.Contains("href=\"#Input_Date\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("Kept headline", page, StringComparison.Ordinal);
        Assert.Contains("Kept body.", page, StringComparison.Ordinal);
        Assert.Equal(1, (await LatestAsync(release.Id)).Number);
    }

    [Fact]
    public async Task The_preview_shows_the_body_without_saving_and_without_the_writers_html()
    {
        var release = await desk.DraftAsync();
        var browser = await desk.SignInAsync(Roles.Editor);
        var page = await (await browser.PostAsync($"/admin/releases/{release.Id}/edit?handler=Preview", Fields(1, body: "Some **bold** <script>alert(1)</script>"), from: $"/admin/releases/{release.Id}/edit")).Content.ReadAsStringAsync(Token);
        Assert.Contains("<strong>bold</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        var live = await (await browser.PostAsync("/admin/releases/preview", new() { ["body"] = "Some *words*" }, from: $"/admin/releases/{release.Id}/edit")).Content.ReadAsStringAsync(Token);
        Assert.Contains("<em>words</em>", live, StringComparison.Ordinal);
        Assert.Equal(1, (await LatestAsync(release.Id)).Number);
    }

    [Fact]
    public async Task Contacts_are_arranged_without_saving_and_without_scripts()
    {
        var (ann, bob) = (await ContactAsync("Arranged Ann"), await ContactAsync("Arranged Bob"));
        var release = await desk.DraftAsync();
        var browser = await desk.SignInAsync(Roles.Editor);
        var page = await Browser.TextAsync(await browser.PostAsync($"/admin/releases/{release.Id}/edit?handler=Contacts", Fields(1), from: $"/admin/releases/{release.Id}/edit", more:
            [new("Input.Contacts[0].Id", $"{ann.Id}"), new("Input.Contacts[0].Order", "1"), new("Input.Contacts[0].Detach", "true"), new("Input.AddContact", $"{bob.Id}")]));
        Assert.Contains("Detach Arranged Bob", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Detach Arranged Ann", page, StringComparison.Ordinal);
        Assert.Equal(1, (await LatestAsync(release.Id)).Number);
    }

    [Fact]
    public async Task A_draft_is_deleted_with_its_history_after_its_page_named_what_goes()
    {
        var release = await desk.DraftAsync("Never seen by anybody");
        var browser = await desk.SignInAsync(Roles.Editor);
        Assert.Contains("cannot be undone", await browser.GetAsync($"/admin/releases/{release.Id}/delete"), StringComparison.Ordinal);
        Assert.Equal("/admin/releases", (await browser.PostAsync($"/admin/releases/{release.Id}/delete")).Headers.Location?.OriginalString);
        Assert.False(await desk.AskAsync(db => db.Revisions.AnyAsync(r => r.ReleaseId == release.Id, Token)));
    }

    [Fact]
    public async Task What_was_public_is_not_deleted_not_even_as_a_draft()
    {
        var release = await desk.LiveAsync("Seen by everybody");
        var browser = await desk.SignInAsync();
        desk.Clock.Now += TimeSpan.FromMinutes(1);
        foreach (var prepare in (Func<ReleaseStore, Task<StoreResult>>[])[_ => Task.FromResult(StoreResult.Done), s => s.WithdrawAsync(release.Id, "Wrong"), s => s.ReturnToDraftAsync(release.Id)])
        {
            Assert.Equal(StoreResult.Done, await desk.WithAsync(prepare));
            await browser.PostAsync($"/admin/releases/{release.Id}/delete", from: "/admin/profile");
            Assert.NotNull(await desk.GetAsync(release.Id));
        }
    }

    [Fact]
    public async Task A_long_list_is_paged_by_key_and_shows_each_release_once()
    {
        await using var own = new DeskFixture();
        for (var i = 0; i < 60; i++)
            await own.DraftAsync($"Paged release number {i:00}.");
        var browser = await own.SignInAsync(Roles.Editor);
        var first = await browser.GetAsync("/admin/releases");
        var older = System.Text.RegularExpressions.Regex.Match(first, "rel=\"next\" href=\"([^\"]+)\"").Groups[1].Value;
        var both = first + await browser.GetAsync(older);
        Assert.All(Enumerable.Range(0, 60), i => Assert.Equal(2, both.Split($"Paged release number {i:00}.").Length));
        await browser.GetAsync("/admin/releases?after=99999999999999999999-1");
        await browser.GetAsync("/admin/releases?after=nonsense&year=-3&contact=x");
    }
}
