using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>The way of a release from draft to live and what changes afterwards.</summary>
public sealed class WorkflowTests : IAsyncLifetime
{
    private readonly DeskFixture _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _desk.Clock.Now = new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private Task<SaveOutcome> SaveAsync(int id, int version, ReleaseContent content, string by = "Somebody") =>
        _desk.WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(id, version, content, by, null, Token));

    private static ReleaseContent Content(string headline, string body = "The harbour opens today.") => new() { Headline = headline, Body = body };

    private static Dictionary<string, string> Form(int version, string headline, string body) => new()
    {
        ["Input.Version"] = $"{version}", ["Input.Headline"] = headline, ["Input.Language"] = "en", ["Input.Body"] = body, ["Input.Date"] = "",
    };

    private async Task<string> PublicAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await _desk.NewBrowser().Client.GetAsync(path, Token);
        Assert.Equal(expected, answer.StatusCode);
        return await Browser.TextAsync(answer);
    }

    private static string Entry(string feed) => Regex.Match(feed, "<entry.*?</entry>", RegexOptions.Singleline).Value;

    [Fact]
    public async Task A_minor_change_is_silent_and_a_correction_is_told_on_the_page_in_the_list_and_in_the_feeds()
    {
        var browser = await _desk.SignInAsync(Roles.Publisher);
        var release = await _desk.LiveAsync("Harbour opens");
        var published = release.PublicChangeAt ?? (await _desk.GetAsync(release.Id)).PublicChangeAt;
        _desk.Clock.Now += TimeSpan.FromHours(1);
        await SaveAsync(release.Id, 1, Content("Harbour opens", "The harbour opens today!"));
        await browser.PostAsync($"/admin/releases/{release.Id}/publish", new() { ["Input.Version"] = "2", ["Input.When"] = "now", ["Input.Kind"] = "Minor" });
        Assert.Equal((2, published), ((await _desk.GetAsync(release.Id)).ApprovedRevisionNumber, (await _desk.GetAsync(release.Id)).PublicChangeAt));
        Assert.Contains("There are none", await PublicAsync("/corrections"), StringComparison.Ordinal);
        var id = Regex.Match(Entry(await PublicAsync("/feed.atom")), "<id>.*?</id>").Value;

        _desk.Clock.Now += TimeSpan.FromHours(1);
        await SaveAsync(release.Id, 2, Content("Harbour opens", "The harbour opens on Tuesday."));
        await browser.PostAsync($"/admin/releases/{release.Id}/publish", new() { ["Input.Version"] = "3", ["Input.When"] = "now", ["Input.Kind"] = "Correction", ["Input.NoteText"] = "The day was <wrong>.", ["Input.NotePlace"] = "Foot" });
        Assert.Equal(_desk.Clock.Now, (await _desk.GetAsync(release.Id)).PublicChangeAt);
        var entry = Entry(await PublicAsync("/feed.atom"));
        Assert.Contains(id, entry, StringComparison.Ordinal);
        Assert.Contains("<updated>2027-03-01T14:00:00Z</updated>", entry, StringComparison.Ordinal);
        foreach (var path in (string[])["/corrections", "/corrections/feed.atom", "/releases/harbour-opens"])
            Assert.Contains("The day was", await PublicAsync(path), StringComparison.Ordinal);
        var raw = await (await _desk.NewBrowser().Client.GetAsync("/releases/harbour-opens", Token)).Content.ReadAsStringAsync(Token);
        Assert.DoesNotContain("<wrong>", raw, StringComparison.Ordinal);
        Assert.True(raw.IndexOf("The day was", StringComparison.Ordinal) > raw.IndexOf("on Tuesday", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_to_a_live_release_without_a_kind_or_a_note_is_refused_at_its_field()
    {
        var browser = await _desk.SignInAsync(Roles.Publisher);
        var release = await _desk.LiveAsync();
        await SaveAsync(release.Id, 1, Content("Changed"));
        var address = $"/admin/releases/{release.Id}/publish";
        Assert.Contains("href=\"#Input_Kind\"", await Browser.TextAsync(await browser.PostAsync(address, new() { ["Input.Version"] = "2", ["Input.When"] = "now" })), StringComparison.Ordinal);
        Assert.Contains("href=\"#Input_NoteText\"", await Browser.TextAsync(await browser.PostAsync(address, new() { ["Input.Version"] = "2", ["Input.When"] = "now", ["Input.Kind"] = "Update" })), StringComparison.Ordinal);
        Assert.Equal(1, (await _desk.GetAsync(release.Id)).ApprovedRevisionNumber);
    }

    [Fact]
    public async Task A_one_person_office_publishes_alone_and_a_larger_one_is_told_the_reason_until_another_has_seen_it()
    {
        var own = await _desk.SignInAsync(Roles.Publisher);
        async Task<(int, HttpResponseMessage)> WriteAndPublishAsync(string? reason)
        {
            var made = await own.PostAsync("/admin/releases/new", Form(0, "Written alone", "By one person."));
            var id = int.Parse(made.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
            return (id, await own.PostAsync($"/admin/releases/{id}/publish", new() { ["Input.Version"] = "1", ["Input.When"] = "now", ["Input.LoneReason"] = reason ?? "" }));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await WriteAndPublishAsync(null)).Item2.StatusCode);
        var other = await _desk.SignInAsync(Roles.Administrator);
        var (refused, answer) = await WriteAndPublishAsync(" ");
        Assert.Contains("href=\"#Input_LoneReason\"", await Browser.TextAsync(answer), StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Draft, (await _desk.GetAsync(refused)).State);
        var (id, done) = await WriteAndPublishAsync("Everybody is at the summit.");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("Everybody is at the summit.", await other.GetAsync($"/admin/releases/{id}"), StringComparison.Ordinal);
        await own.PostAsync($"/admin/releases/{id}/acknowledge", from: "/admin/profile");
        Assert.True(await _desk.AskAsync(db => db.LonePublications.AnyAsync(p => p.ReleaseId == id && p.AcknowledgedAt == null, Token)));
        await other.PostAsync($"/admin/releases/{id}/acknowledge", from: $"/admin/releases/{id}");
        Assert.DoesNotContain("Everybody is at the summit.", await other.GetAsync($"/admin/releases/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_queue_shows_each_difference_approves_in_place_and_sends_back_with_a_note()
    {
        var browser = await _desk.SignInAsync(Roles.Publisher);
        var (draft, live) = (await _desk.DraftAsync("Fresh text"), await _desk.LiveAsync("Known text"));
        await _desk.WithAsync<ReleaseStore, StoreResult>(s => s.SubmitAsync(draft.Id, Token));
        await SaveAsync(live.Id, 1, Content("Altered text"));
        var page = await browser.GetAsync("/admin/review");
        Assert.Contains("<del>Known</del> text", page, StringComparison.Ordinal);
        Assert.Contains("<ins>Fresh text</ins>", page, StringComparison.Ordinal);
        await browser.PostAsync("/admin/review?handler=SendBack", new() { ["Id"] = $"{live.Id}", ["Input.Version"] = "2", ["BackNote"] = "Name the source." }, from: "/admin/review");
        Assert.DoesNotContain("Altered text", await browser.GetAsync("/admin/review"), StringComparison.Ordinal);
        Assert.Contains("Name the source.", await browser.GetAsync($"/admin/releases/{live.Id}"), StringComparison.Ordinal);
        await browser.PostAsync("/admin/review?handler=Approve", new() { ["Id"] = $"{draft.Id}", ["Input.Version"] = "1" }, from: "/admin/review");
        Assert.True((await _desk.GetAsync(draft.Id)).IsLive(_desk.Clock.Now));
    }

    [Fact]
    public async Task A_preview_link_shows_the_page_keeps_no_trace_and_dies_like_an_address_that_never_was()
    {
        var browser = await _desk.SignInAsync(Roles.Editor);
        var release = await _desk.DraftAsync("Secret summit", "Nobody knows of the zephyrine summit.");
        var address = $"/admin/releases/{release.Id}/previews";
        var made = await Browser.TextAsync(await browser.PostAsync(address, new() { ["Input.Recipient"] = "Clara of the Courier", ["Input.Days"] = "3", ["Input.Pinned"] = "true" }));
        var link = Regex.Match(made, "/preview/([A-Za-z0-9_-]{43})").Value;
        Assert.NotEmpty(link);
        Assert.DoesNotContain(link, await browser.GetAsync(address), StringComparison.Ordinal);
        await SaveAsync(release.Id, 1, Content("Secret summit", "Later words."));
        var visitor = _desk.NewBrowser();
        var seen = await visitor.Client.GetAsync(link, Token);
        var page = await Browser.TextAsync(seen);
        Assert.Contains("zephyrine", page, StringComparison.Ordinal);
        Assert.Contains("Clara of the Courier", page, StringComparison.Ordinal);
        Assert.Equal(("no-store", "no-referrer"), (seen.Headers.CacheControl?.ToString(), seen.Headers.GetValues("Referrer-Policy").Single()));
        Assert.Contains("noindex", seen.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"canonical\"", page, StringComparison.Ordinal);
        Assert.Contains("Opened 1 time", await browser.GetAsync(address), StringComparison.Ordinal);
        Assert.False(await _desk.AskAsync(db => db.PreviewLinks.AnyAsync(l => l.TokenHash == link.Substring(9), Token)));

        var never = await visitor.Client.GetAsync("/preview/" + new string('A', 43), Token);
        await browser.PostAsync(address + "?handler=Revoke", new() { ["linkId"] = $"{await _desk.AskAsync(db => db.PreviewLinks.Select(l => l.Id).SingleAsync(Token))}" }, from: address);
        var revoked = await visitor.Client.GetAsync(link, Token);
        Assert.Equal(HttpStatusCode.NotFound, revoked.StatusCode);
        Assert.Equal(await Browser.TextAsync(never), await Browser.TextAsync(revoked));
        Assert.Equal("no-store", revoked.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task An_embargoed_preview_names_the_time_and_follows_the_draft_and_expires()
    {
        var release = await _desk.DraftAsync("Embargoed");
        await _desk.WithAsync<ReleaseStore, ApproveOutcome>(s => s.ApproveAsync(release.Id, 1, new DateTimeOffset(2027, 7, 1, 8, 30, 0, TimeSpan.Zero), true, "Approver", Token));
        var token = await _desk.WithAsync<PreviewLinks, string>(l => l.CreateAsync(release.Id, "Carl", null, _desk.Clock.Now.AddDays(1), "Ada", Token));
        var page = await PublicAsync("/preview/" + token);
        Assert.Contains("Under embargo until", page, StringComparison.Ordinal);
        Assert.Contains("1 Jul 2027, 09:30 Europe/London (UTC+01:00)", page, StringComparison.Ordinal);
        await SaveAsync(release.Id, 1, Content("Embargoed", "Newest words."));
        Assert.Contains("Newest words.", await PublicAsync("/preview/" + token), StringComparison.Ordinal);
        await PublicAsync("/releases/embargoed", HttpStatusCode.NotFound);
        _desk.Clock.Now += TimeSpan.FromDays(1);
        await PublicAsync("/preview/" + token, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_typed_is_kept_without_a_revision_offered_after_a_crash_and_gone_after_a_save()
    {
        var release = await _desk.DraftAsync("Saved headline");
        var browser = await _desk.SignInAsync(Roles.Editor);
        var address = $"/admin/releases/{release.Id}/edit";
        var kept = await browser.PostAsync(address + "?handler=Keep", Form(1, "Typed headline", "Typed body."), from: address);
        Assert.Contains("\"saved\":\"12:00\"", await Browser.TextAsync(kept), StringComparison.Ordinal);
        Assert.Equal(1, (await _desk.GetAsync(release.Id)).LatestRevisionNumber);
        var opened = await browser.GetAsync(address);
        Assert.Contains("You have unsaved text from 12:00", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("Typed body.", opened, StringComparison.Ordinal);
        Assert.Contains("Typed body.", await browser.GetAsync(address + "?restore=true"), StringComparison.Ordinal);
        Assert.Contains("Typed body.", await browser.GetAsync($"/preview/own/{release.Id}"), StringComparison.Ordinal);
        await PublicAsync($"/preview/own/{release.Id}", HttpStatusCode.NotFound);
        Assert.DoesNotContain("unsaved text", await (await _desk.SignInAsync(Roles.Editor)).GetAsync(address), StringComparison.Ordinal);
        await browser.PostAsync(address, Form(1, "Typed headline", "Typed body."));
        Assert.DoesNotContain("unsaved text", await browser.GetAsync(address), StringComparison.Ordinal);
        await browser.PostAsync(address + "?handler=Keep", Form(2, "Again", "Again."), from: address);
        await browser.PostAsync(address + "?handler=Discard", Form(2, "Again", "Again."), from: address);
        Assert.DoesNotContain("unsaved text", await browser.GetAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_it_open_is_shown_to_the_others_and_forgotten_when_the_form_falls_silent()
    {
        var release = await _desk.DraftAsync();
        var (ann, bob) = (await _desk.SignInAsync(Roles.Editor), await _desk.SignInAsync(Roles.Publisher));
        var address = $"/admin/releases/{release.Id}/edit";
        await ann.GetAsync(address);
        Assert.Contains("Ada editor has this release open since 12:00", await bob.GetAsync(address), StringComparison.Ordinal);
        Assert.Contains("Ada editor has this release open since 12:00", await bob.GetAsync($"/admin/releases/{release.Id}"), StringComparison.Ordinal);
        await ann.PostAsync(address + "?handler=Here", from: address);
        _desk.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.DoesNotContain("Ada editor has this release open", await bob.GetAsync(address), StringComparison.Ordinal);
        await ann.PostAsync(address + "?handler=Leave", from: address);
        Assert.DoesNotContain("Ada editor has this release open", await bob.GetAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_texts_are_merged_field_by_field_and_no_word_of_either_is_lost()
    {
        var release = await _desk.DraftAsync("Common", "First paragraph.\n\nSecond paragraph.");
        var (ann, bob) = (await _desk.SignInAsync(Roles.Editor), await _desk.SignInAsync(Roles.Publisher));
        var address = $"/admin/releases/{release.Id}/edit";
        await bob.PostAsync(address, Form(1, "Headline of Bob", "First paragraph by Bob.\n\nSecond paragraph."));
        var refused = await ann.PostAsync(address, Form(1, "Common", "First paragraph by Ann.\n\nSecond paragraph."));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var screen = await Browser.TextAsync(refused);
        Assert.Matches("name=\"Choice\\[Headline\\]\" value=\"theirs\" checked", screen);
        Assert.Matches("name=\"Choice\\[Body\\]\" value=\"both\" checked", screen);
        var form = Form(2, "Common", "First paragraph by Ann.\n\nSecond paragraph.");
        (form["Choice[Headline]"], form["Choice[Body]"]) = ("theirs", "both");
        Assert.Equal(HttpStatusCode.Redirect, (await ann.PostAsync(address + "?handler=Merge", form, from: address)).StatusCode);
        var merged = await _desk.AskAsync(db => db.Revisions.Where(r => r.ReleaseId == release.Id).OrderByDescending(r => r.Number).FirstAsync(Token));
        Assert.Equal((3, "Headline of Bob", "First paragraph by Bob.\n\nFirst paragraph by Ann.\n\nSecond paragraph."), (merged.Number, merged.Headline, merged.Body));
    }

    [Fact]
    public async Task Any_two_versions_are_compared_and_one_field_is_restored_alone()
    {
        var release = await _desk.DraftAsync("First words", "First body.");
        await SaveAsync(release.Id, 1, Content("Second words", "Second body."));
        var browser = await _desk.SignInAsync(Roles.Editor);
        var compared = await browser.GetAsync($"/admin/releases/{release.Id}/compare?from=1&to=2");
        Assert.Contains("<del>First</del> words", compared, StringComparison.Ordinal);
        Assert.Contains("<ins>Second</ins> body.", compared, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Client.GetAsync($"/admin/releases/{release.Id}/compare?from=1&to=9", Token)).StatusCode);
        await browser.PostAsync($"/admin/releases/{release.Id}/revisions/1", new() { ["expected"] = "2", ["field"] = "Headline" });
        var latest = await _desk.AskAsync(db => db.Revisions.Where(r => r.ReleaseId == release.Id).OrderByDescending(r => r.Number).FirstAsync(Token));
        Assert.Equal((3, "First words", "Second body."), (latest.Number, latest.Headline, latest.Body));
    }

    [Fact]
    public async Task A_release_that_was_replaced_leads_to_the_one_in_its_place_for_ever()
    {
        var browser = await _desk.SignInAsync(Roles.Publisher);
        var (old, next) = (await _desk.LiveAsync("Old news"), await _desk.LiveAsync("Better news"));
        var address = $"/admin/releases/{old.Id}/withdraw";
        Assert.Contains("href=\"#Input_Replacement\"", await Browser.TextAsync(await browser.PostAsync(address, new() { ["Input.Reason"] = "Wrong.", ["Input.Replacement"] = "/releases/nowhere" })), StringComparison.Ordinal);
        Assert.True((await _desk.GetAsync(old.Id)).IsLive(_desk.Clock.Now));
        await browser.PostAsync(address, new() { ["Input.Reason"] = "Wrong.", ["Input.Replacement"] = "http://localhost:5080/releases/better-news" });
        var moved = await _desk.NewBrowser().Client.GetAsync("/releases/old-news", Token);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/releases/better-news"), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        await _desk.WithAsync<ReleaseStore, StoreResult>(s => s.WithdrawAsync(next.Id, "Also wrong.", Token));
        Assert.Contains("Wrong.", await PublicAsync("/releases/old-news", HttpStatusCode.Gone), StringComparison.Ordinal);
    }
}
