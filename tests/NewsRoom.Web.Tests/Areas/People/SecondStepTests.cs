using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.People;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.People;

/// <summary>The authenticator's code after the password.</summary>
public sealed partial class SecondStepTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Code(string key) => AuthenticatorCodes.CodeAt(key, AuthenticatorCodes.StepAt(desk.Clock.Now));

    private async Task<(Browser Browser, string Email, string Key, List<string> Recovery)> SwitchOnAsync()
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        var browser = await desk.SignInAsync(email: email);
        var page = await browser.GetAsync("/admin/profile/authenticator");
        var key = KeyOnPage().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(32, key.Length);
        var svg = page[page.IndexOf("<svg", StringComparison.Ordinal)..page.IndexOf("</svg>", StringComparison.Ordinal)];
        Assert.DoesNotContain("style", svg, StringComparison.OrdinalIgnoreCase);
        var done = await browser.PostAsync("/admin/profile/authenticator", new() { ["Input.Code"] = Code(key) });
        var recovery = RecoveryOnPage().Matches(await Browser.TextAsync(done)).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, recovery.Count);
        desk.Clock.Now += TimeSpan.FromMinutes(2);
        return (browser, email, key, recovery);
    }

    private async Task<Browser> PasswordAsync(string email)
    {
        var browser = desk.NewBrowser();
        var answer = await browser.PostAsync("/account/login?returnUrl=%2Fadmin%2Fthemes", new() { ["Input.Email"] = email, ["Input.Password"] = DeskFixture.Password });
        Assert.StartsWith("/account/second-step", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync("/admin", Token)).StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> StepAsync(Browser browser, string code) => browser.PostAsync("/account/second-step?returnUrl=%2Fadmin%2Fthemes", new() { ["Input.Code"] = code });

    [Fact]
    public async Task Once_it_is_on_the_password_alone_opens_nothing_and_the_code_leads_where_one_was_going()
    {
        var (own, email, key, _) = await SwitchOnAsync();
        Assert.Contains("Recovery codes left: <strong>10</strong>", await own.GetAsync("/admin/profile"), StringComparison.Ordinal);
        var browser = await PasswordAsync(email);
        var wrong = await StepAsync(browser, Code(key) == "000000" ? "000001" : "000000");
        Assert.Contains("This did not work", await Browser.TextAsync(wrong), StringComparison.Ordinal);
        Assert.Equal("/admin/themes", (await StepAsync(browser, Code(key))).Headers.Location?.OriginalString);
        await browser.GetAsync("/admin");
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var (_, email, key, _) = await SwitchOnAsync();
        var code = Code(key);
        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(await PasswordAsync(email), code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await StepAsync(await PasswordAsync(email), code)).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_works_once_in_any_writing_and_is_kept_only_as_a_hash()
    {
        var (own, email, key, recovery) = await SwitchOnAsync();
        var kept = await desk.AskAsync(db => db.UserTokens.Where(t => t.Value != null).Select(t => t.Value!).ToListAsync(Token));
        Assert.NotEmpty(kept);
        Assert.All(kept, value =>
        {
            Assert.DoesNotContain(key, value, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(recovery[0], value, StringComparison.OrdinalIgnoreCase);
        });
        var written = recovery[0].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();
        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(await PasswordAsync(email), written)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await StepAsync(await PasswordAsync(email), recovery[0])).StatusCode);
        Assert.Contains("Recovery codes left: <strong>9</strong>", await own.GetAsync("/admin/profile"), StringComparison.Ordinal);
        Assert.True(await desk.AskAsync(db => db.Audit.AnyAsync(e => e.Verb == AuditVerbs.RecoveryCodeUsed, Token)));
    }

    [Fact]
    public async Task Switching_it_off_needs_the_password()
    {
        var (own, email, _, _) = await SwitchOnAsync();
        await own.PostAsync("/admin/profile/second-step-off", new() { ["Input.Password"] = "not the password at all" });
        Assert.True(await desk.AskAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.TwoFactorEnabled).SingleAsync(Token)));
        Assert.Equal(HttpStatusCode.Redirect, (await own.PostAsync("/admin/profile/second-step-off", new() { ["Input.Password"] = DeskFixture.Password })).StatusCode);
        await own.GetAsync("/admin");
        var browser = desk.NewBrowser();
        Assert.Equal("/admin", (await browser.PostAsync("/account/login", new() { ["Input.Email"] = email, ["Input.Password"] = DeskFixture.Password })).Headers.Location?.OriginalString);
    }

    [GeneratedRegex("<code class=\"key\">([A-Z2-7 ]+)</code>", RegexOptions.NonBacktracking)]
    private static partial Regex KeyOnPage();

    [GeneratedRegex("<li><code>([A-Z0-9-]+)</code></li>", RegexOptions.NonBacktracking)]
    private static partial Regex RecoveryOnPage();
}
