using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.People;

/// <summary>Sessions, and how fast what changes about a person takes effect: at the next request.</summary>
public sealed class SessionTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<Browser> AgainAsync(string email)
    {
        var browser = desk.NewBrowser();
        browser.Client.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await browser.PostAsync("/account/login", new() { ["Input.Email"] = email, ["Input.Password"] = DeskFixture.Password });
        await browser.GetAsync("/admin");
        return browser;
    }

    private static async Task<bool> IsInAsync(Browser browser) => (await browser.Client.GetAsync("/admin", Token)).StatusCode == HttpStatusCode.OK;

    private Task<string> IdAsync(string email) => desk.AskAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync(Token));

    [Fact]
    public async Task One_session_of_ones_own_is_ended_at_once_and_nobody_elses_can_be()
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        var one = await desk.SignInAsync(email: email);
        var two = await AgainAsync(email);
        Assert.Contains("Firefox on Linux", await one.GetAsync("/admin/profile"), StringComparison.Ordinal);
        var id = await IdAsync(email);
        var session = await desk.AskAsync(db => db.EditorSessions.Where(s => s.EditorId == id && s.Device == "Firefox on Linux").Select(s => s.Id).SingleAsync(Token));
        var stranger = await desk.SignInAsync(Roles.Editor);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/admin/profile/sessions/{session}/end", from: "/admin/profile")).StatusCode);
        Assert.True(await IsInAsync(two));
        Assert.Equal(HttpStatusCode.Redirect, (await one.PostAsync($"/admin/profile/sessions/{session}/end", from: "/admin/profile")).StatusCode);
        Assert.False(await IsInAsync(two));
        Assert.True(await IsInAsync(one));
    }

    [Fact]
    public async Task Signing_out_makes_a_copied_cookie_worthless()
    {
        var browser = await desk.SignInAsync();
        var cookie = browser.Client.DefaultRequestHeaders;
        var kept = (await browser.PostAsync("/account/login", new() { ["Input.Email"] = "nobody@example.org", ["Input.Password"] = "wrong wrong wrong" }, from: "/admin/profile")).RequestMessage!.Headers.GetValues("Cookie").Single();
        await browser.PostAsync("/account/sign-out");
        var thief = desk.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("http://localhost:5080") });
        thief.DefaultRequestHeaders.Add("Cookie", kept);
        Assert.Contains("newsroom=", kept, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/admin", Token)).StatusCode);
        Assert.Empty(cookie);
    }

    [Fact]
    public async Task A_changed_role_holds_at_the_next_request_without_signing_in_again()
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        var person = await desk.SignInAsync(Roles.Editor, email);
        var chief = await desk.SignInAsync();
        var id = await IdAsync(email);
        Assert.Equal("/account/denied", (await person.Client.GetAsync("/admin/audit", Token)).Headers.Location?.AbsolutePath);
        await chief.PostAsync($"/admin/editors/{id}", new() { ["Input.Role"] = Roles.Administrator });
        await person.GetAsync("/admin/audit");
        await chief.PostAsync($"/admin/editors/{id}", new() { ["Input.Role"] = Roles.Editor });
        Assert.Equal("/account/denied", (await person.Client.GetAsync("/admin/audit", Token)).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_removed_person_is_out_at_the_next_request()
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        var person = await desk.SignInAsync(Roles.Editor, email);
        var chief = await desk.SignInAsync();
        await chief.PostAsync($"/admin/editors/{await IdAsync(email)}/remove");
        Assert.False(await IsInAsync(person));
    }

    [Fact]
    public async Task A_session_ends_by_itself_after_a_fortnight_however_busy_it_is()
    {
        await using var own = new DeskFixture();
        var browser = await own.SignInAsync();
        Assert.Equal(TimeSpan.FromDays(14), EditorSession.MaxAge);
        await own.AskAsync(db => db.EditorSessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.StartedAt, own.Clock.Now - EditorSession.MaxAge), Token));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync("/admin", Token)).StatusCode);
    }

    [Fact]
    public async Task A_reset_link_sets_a_password_once_and_ends_every_session()
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        var person = await desk.SignInAsync(Roles.Editor, email);
        var chief = await desk.SignInAsync();
        var page = await Browser.TextAsync(await chief.PostAsync($"/admin/editors/{await IdAsync(email)}?handler=Reset", from: $"/admin/editors/{await IdAsync(email)}"));
        var start = page.IndexOf("/account/reset?token=", StringComparison.Ordinal);
        var link = page[start..page.IndexOf('"', start)];
        var browser = desk.NewBrowser();
        Assert.Contains("first that are tried", await Browser.TextAsync(await browser.PostAsync(link, new() { ["Input.Password"] = "password1234" })), StringComparison.Ordinal);
        Assert.Equal("/account/login", (await browser.PostAsync(link, new() { ["Input.Password"] = "seven gulls on a chimney" })).Headers.Location?.OriginalString);
        Assert.False(await IsInAsync(person));
        Assert.Equal(HttpStatusCode.Gone, (await browser.Client.GetAsync(link, Token)).StatusCode);
        Assert.Equal("/admin", (await browser.PostAsync("/account/login", new() { ["Input.Email"] = email, ["Input.Password"] = "seven gulls on a chimney" })).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_invitation_with_a_recipient_makes_that_account_and_no_other()
    {
        var chief = await desk.SignInAsync();
        var email = $"{Guid.NewGuid():n}@example.org";
        var page = await Browser.TextAsync(await chief.PostAsync("/admin/editors/invite", new() { ["Input.Name"] = "Grace Hopper", ["Input.Email"] = email, ["Input.Role"] = Roles.Publisher }));
        var start = page.IndexOf("/account/setup?token=", StringComparison.Ordinal);
        var link = page[start..page.IndexOf('"', start)];
        Assert.Contains("Grace Hopper", await chief.GetAsync("/admin/editors"), StringComparison.Ordinal);
        var browser = desk.NewBrowser();
        Assert.Contains("Grace Hopper", await browser.GetAsync(link), StringComparison.Ordinal);
        await browser.PostAsync(link, new() { ["Input.DisplayName"] = "Grace Hopper", ["Input.Email"] = "other@example.org", ["Input.Password"] = DeskFixture.Password });
        Assert.True(await desk.AskAsync(db => db.Users.AnyAsync(u => u.Email == email && u.DisplayName == "Grace Hopper", Token)));
        Assert.False(await desk.AskAsync(db => db.Users.AnyAsync(u => u.Email == "other@example.org", Token)));
    }

    [Fact]
    public async Task A_revoked_invitation_is_closed()
    {
        var chief = await desk.SignInAsync();
        var token = await desk.WithAsync<Invitations, string>(i => i.CreateAsync([Roles.Editor], false, new Recipient("Niklaus", null, "Ada"), Token));
        var id = await desk.AskAsync(db => db.Invitations.Where(i => i.RecipientName == "Niklaus").Select(i => i.Id).SingleAsync(Token));
        Assert.Equal(HttpStatusCode.Redirect, (await chief.PostAsync($"/admin/editors/invitations/{id}/revoke", from: "/admin/editors")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await desk.NewBrowser().Client.GetAsync("/account/setup?token=" + token, Token)).StatusCode);
        Assert.True(await desk.AskAsync(db => db.Audit.AnyAsync(e => e.Verb == AuditVerbs.Revoked && e.Label == "Niklaus", Token)));
    }

    [Fact]
    public async Task One_network_may_fail_so_often_and_is_then_told_to_wait_whoever_it_tries_to_be()
    {
        await using var own = new DeskFixture();
        await own.SignInAsync(email: "real@example.org");
        var browser = own.NewBrowser();
        for (var i = 0; i < SignInLimit.Tries; i++)
            Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/account/login", new() { ["Input.Email"] = $"person{i}@example.org", ["Input.Password"] = "the same password" })).StatusCode);
        foreach (var email in (string[])["real@example.org", "nobody@example.org"])
        {
            var answer = await browser.PostAsync("/account/login", new() { ["Input.Email"] = email, ["Input.Password"] = DeskFixture.Password });
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.Equal(SignInLimit.Window, answer.Headers.RetryAfter?.Delta);
        }

        own.Clock.Now += SignInLimit.Window;
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/account/login", new() { ["Input.Email"] = "real@example.org", ["Input.Password"] = DeskFixture.Password })).StatusCode);
    }
}
