using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>What changes what the public sees. The newsroom's zone is Europe/London; the clock stands at noon of 1 March 2027.</summary>
public sealed class PublishTests : IAsyncLifetime
{
    private readonly DeskFixture _desk = new();
    private Browser _browser = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk.Clock.Now = new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
        _browser = await _desk.SignInAsync(Roles.Publisher);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private Task<HttpResponseMessage> PublishAsync(int id, int version, string? at = null, string? which = null) => _browser.PostAsync($"/admin/releases/{id}/publish",
        new() { ["Input.Version"] = version.ToString(CultureInfo.InvariantCulture), ["Input.When"] = at is null ? "now" : "at", ["Input.At"] = at ?? "", ["Input.Which"] = which ?? "", ["Input.Kind"] = "Minor" });

    private Task<SaveOutcome> SaveAsync(int id, int version, string headline) =>
        _desk.WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(id, version, new ReleaseContent { Headline = headline, Body = "Changed." }, "Somebody", null, Token));

    [Fact]
    public async Task Published_now_is_live_and_the_row_knows_which_revision_was_approved()
    {
        var release = await _desk.DraftAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await PublishAsync(release.Id, 1)).StatusCode);
        var row = await _desk.GetAsync(release.Id);
        Assert.True(row.IsLive(_desk.Clock.Now));
        Assert.Equal((1, "Ada publisher"), (row.ApprovedRevisionNumber, row.ApprovedBy));
        Assert.Equal(await _desk.AskAsync(db => db.Revisions.Where(r => r.ReleaseId == release.Id).Select(r => (int?)r.Id).SingleAsync(Token)), row.ApprovedRevisionId);
        Assert.Contains("Withdraw", await _browser.GetAsync($"/admin/releases/{release.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_is_read_in_the_newsrooms_zone_and_the_release_waits_for_it()
    {
        var release = await _desk.DraftAsync();
        await PublishAsync(release.Id, 1, "2027-07-01T09:30");
        var row = await _desk.GetAsync(release.Id);
        var summer = new DateTimeOffset(2027, 7, 1, 8, 30, 0, TimeSpan.Zero);
        Assert.Equal(summer, row.PublishAt);
        Assert.False(row.IsLive(summer.AddSeconds(-1)));
        Assert.True(row.IsLive(summer));
        Assert.Contains("1 Jul 2027, 09:30 Europe/London (UTC+01:00)", await _browser.GetAsync($"/admin/releases/{release.Id}"), StringComparison.Ordinal);
        Assert.Contains("Harbour opens again", await _browser.GetAsync("/admin/releases?state=scheduled"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_dated_bears_the_day_it_first_goes_out_in_the_newsrooms_zone_and_keeps_it()
    {
        var release = await _desk.DraftAsync();
        await PublishAsync(release.Id, 1, "2027-07-01T00:30");
        Assert.Equal((new DateOnly(2027, 7, 1), DateBasis.Publication), ((await _desk.GetAsync(release.Id)).SortDay, (await _desk.GetAsync(release.Id)).Date.Basis));

        _desk.Clock.Now = new DateTimeOffset(2027, 7, 9, 12, 0, 0, TimeSpan.Zero);
        _browser = await _desk.SignInAsync(Roles.Publisher);
        await SaveAsync(release.Id, 1, "Harbour opens for good");
        await PublishAsync(release.Id, 2);
        Assert.Equal(("Harbour opens for good", new DateOnly(2027, 7, 1)), ((await _desk.GetAsync(release.Id)).Headline, (await _desk.GetAsync(release.Id)).SortDay));
    }

    [Fact]
    public async Task The_last_look_names_the_addresses_that_it_will_have_and_how_many_are_told_by_mail()
    {
        var release = await _desk.DraftAsync("افتتاح الجسر");
        await _desk.AskAsync(async db =>
        {
            foreach (var (name, often, bounced) in ((string, AlertFrequency, bool)[])[("a", AlertFrequency.AtOnce, false), ("b", AlertFrequency.AtOnce, false), ("c", AlertFrequency.Daily, false), ("d", AlertFrequency.AtOnce, true)])
            {
                var follower = new AlertSubscriber($"{name}@example.org", _desk.Clock.Now.AddDays(-1));
                follower.Choose(new AlertChoice(true, [], null, often));
                if (bounced)
                    follower.MarkBounced(_desk.Clock.Now);
                db.Add(follower);
            }

            return await db.SaveChangesAsync(Token);
        });

        var page = await _browser.GetAsync($"/admin/releases/{release.Id}/publish");
        Assert.Contains("2 people at once, 1 in the next daily or weekly letter.", page, StringComparison.Ordinal);
        Assert.Contains("<code>/releases/release-2027-03-01</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>/archive/2027</code>", page, StringComparison.Ordinal);

        await PublishAsync(release.Id, 1);
        Assert.Equal("release-2027-03-01", (await _desk.GetAsync(release.Id)).Slug);
    }

    [Theory]
    [InlineData("2027-03-28T01:30", "does not exist")]
    [InlineData("2027-02-28T09:00", "is past")]
    [InlineData("tomorrow", "Write the day and the time")]
    [InlineData("", "Write the day and the time")]
    public async Task A_time_that_cannot_be_is_refused_and_kept_in_the_form(string at, string reason)
    {
        var release = await _desk.DraftAsync();
        var answer = await PublishAsync(release.Id, 1, at);
        var page = await Browser.TextAsync(answer);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{at}\"", page, StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Draft, (await _desk.GetAsync(release.Id)).State);
    }

    [Fact]
    public async Task A_time_that_the_clock_shows_twice_is_asked_for_and_either_can_be_meant()
    {
        var release = await _desk.DraftAsync();
        var asked = await Browser.TextAsync(await PublishAsync(release.Id, 1, "2027-10-31T01:30"));
        Assert.Contains("Which of the two?", asked, StringComparison.Ordinal);
        Assert.Null((await _desk.GetAsync(release.Id)).PublishAt);
        await PublishAsync(release.Id, 1, "2027-10-31T01:30", "1");
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), (await _desk.GetAsync(release.Id)).PublishAt);
        await PublishAsync(release.Id, 1, "2027-10-31T01:30", "2");
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 1, 30, 0, TimeSpan.Zero), (await _desk.GetAsync(release.Id)).PublishAt);
    }

    [Fact]
    public async Task What_lacks_a_headline_and_a_body_is_refused_with_both_reasons()
    {
        var release = await _desk.DraftAsync("", "");
        var page = await Browser.TextAsync(await PublishAsync(release.Id, 1));
        Assert.Contains($"/admin/releases/{release.Id}/edit#Input_Headline", page, StringComparison.Ordinal);
        Assert.Contains($"/admin/releases/{release.Id}/edit#Input_Body", page, StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Draft, (await _desk.GetAsync(release.Id)).State);
    }

    [Fact]
    public async Task A_publisher_does_not_approve_what_was_saved_after_the_last_look()
    {
        var release = await _desk.DraftAsync();
        await SaveAsync(release.Id, 1, "Slipped in");
        await PublishAsync(release.Id, 1);
        Assert.Equal(ReleaseState.Draft, (await _desk.GetAsync(release.Id)).State);
        Assert.Contains("somebody has saved this release", await _browser.GetAsync($"/admin/releases/{release.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_to_a_live_release_waits_for_approval_and_keeps_the_address()
    {
        var release = await _desk.LiveAsync("Old headline");
        _desk.Clock.Now += TimeSpan.FromHours(1);
        await SaveAsync(release.Id, 1, "New headline");
        Assert.Equal("Old headline", (await _desk.GetAsync(release.Id)).Headline);
        var last = await _browser.GetAsync($"/admin/releases/{release.Id}/publish");
        Assert.Contains("<del>Old</del> headline", last, StringComparison.Ordinal);
        Assert.Contains("<ins>New</ins> headline", last, StringComparison.Ordinal);
        await PublishAsync(release.Id, 2);
        var row = await _desk.GetAsync(release.Id);
        Assert.Equal(("New headline", "old-headline", release.PublishAt), (row.Headline, row.Slug, row.PublishAt));
    }

    [Fact]
    public async Task An_address_that_was_public_is_kept_when_it_changes_and_nobody_else_gets_it()
    {
        var release = await _desk.LiveAsync("Old address");
        _desk.Clock.Now += TimeSpan.FromHours(1);
        Assert.Contains("small letters", await Browser.TextAsync(await _browser.PostAsync($"/admin/releases/{release.Id}/address", new() { ["Input.Slug"] = "Not A Slug" })), StringComparison.Ordinal);
        await _browser.PostAsync($"/admin/releases/{release.Id}/address", new() { ["Input.Slug"] = "better-address" });
        Assert.Equal("better-address", (await _desk.GetAsync(release.Id)).Slug);
        Assert.Equal("old-address-2", (await _desk.DraftAsync("Old address")).Slug);
        var other = await _desk.DraftAsync("Something else");
        Assert.Contains("or had it", await Browser.TextAsync(await _browser.PostAsync($"/admin/releases/{other.Id}/address", new() { ["Input.Slug"] = "old-address" })), StringComparison.Ordinal);
        await _browser.PostAsync($"/admin/releases/{release.Id}/address", new() { ["Input.Slug"] = "old-address" });
        Assert.Equal(["better-address"], await _desk.AskAsync(db => db.PastSlugs.Where(p => p.ReleaseId == release.Id).Select(p => p.Slug).ToListAsync(Token)));
    }

    [Fact]
    public async Task Until_it_is_public_the_address_follows_the_headline_and_leaves_nothing_behind()
    {
        var release = await _desk.DraftAsync("Working title");
        await SaveAsync(release.Id, 1, "Final title");
        Assert.Equal("final-title", (await _desk.GetAsync(release.Id)).Slug);
        Assert.False(await _desk.AskAsync(db => db.PastSlugs.AnyAsync(Token)));
    }

    [Fact]
    public async Task Withdrawing_asks_for_a_reason_and_takes_the_release_back()
    {
        var release = await _desk.LiveAsync();
        Assert.Contains("Write the reason", await Browser.TextAsync(await _browser.PostAsync($"/admin/releases/{release.Id}/withdraw", new() { ["Input.Reason"] = " " })), StringComparison.Ordinal);
        Assert.True((await _desk.GetAsync(release.Id)).IsLive(_desk.Clock.Now));
        await _browser.PostAsync($"/admin/releases/{release.Id}/withdraw", new() { ["Input.Reason"] = "The figures were wrong." });
        var row = await _desk.GetAsync(release.Id);
        Assert.Equal((ReleaseState.Withdrawn, "The figures were wrong."), (row.State, row.WithdrawalReason));
        await _browser.PostAsync($"/admin/releases/{release.Id}/redraft", from: $"/admin/releases/{release.Id}");
        Assert.Equal(ReleaseState.Draft, (await _desk.GetAsync(release.Id)).State);
    }

    [Fact]
    public async Task A_scheduled_release_that_is_taken_back_was_never_public_even_after_its_time()
    {
        var release = await _desk.DraftAsync();
        await PublishAsync(release.Id, 1, "2027-03-02T09:00");
        await _browser.PostAsync($"/admin/releases/{release.Id}/redraft", from: $"/admin/releases/{release.Id}");
        _desk.Clock.Now += TimeSpan.FromDays(3);
        var browser = await _desk.SignInAsync(Roles.Editor);
        Assert.Contains("Delete", await browser.GetAsync($"/admin/releases/{release.Id}"), StringComparison.Ordinal);
        Assert.Equal(StoreResult.Done, await _desk.WithAsync<ReleaseStore, StoreResult>(s => s.DeleteAsync(release.Id, Token)));
    }

    [Fact]
    public async Task A_draft_goes_to_review_and_back_and_a_step_that_is_not_legal_changes_nothing()
    {
        var release = await _desk.DraftAsync();
        var address = $"/admin/releases/{release.Id}";
        await _browser.PostAsync(address + "/submit", from: address);
        Assert.Equal(ReleaseState.InReview, (await _desk.GetAsync(release.Id)).State);
        await _browser.PostAsync(address + "/submit", from: address);
        Assert.Contains("no longer stands where that is possible", await _browser.GetAsync(address), StringComparison.Ordinal);
        await _browser.PostAsync(address + "/send-back", from: address);
        Assert.Equal(ReleaseState.Draft, (await _desk.GetAsync(release.Id)).State);
        await _browser.PostAsync(address + "/withdraw", new() { ["Input.Reason"] = "x" }, from: address);
        await _browser.PostAsync(address + "/redraft", from: address);
        Assert.Equal(ReleaseState.Draft, (await _desk.GetAsync(release.Id)).State);
    }
}
