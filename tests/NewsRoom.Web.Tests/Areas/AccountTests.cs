using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.People;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>Signing in, and making the first account.</summary>
public sealed class AccountTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Account(string email, string password = DeskFixture.Password) =>
        new() { ["Input.DisplayName"] = "Ada Lovelace", ["Input.Email"] = email, ["Input.Password"] = password };

    private Task<string> LinkAsync(bool isSetup = false) => desk.WithAsync<Invitations, string>(i => i.CreateAsync(Roles.All, isSetup));

    [Fact]
    public async Task Whoever_is_not_signed_in_is_sent_to_the_login_and_back_afterwards()
    {
        await desk.SignInAsync(email: "back@example.org");
        var browser = desk.NewBrowser();
        var refused = await browser.Client.GetAsync("/admin/themes", Token);
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal("no-store", refused.Headers.CacheControl?.ToString());
        var login = refused.Headers.Location!.PathAndQuery;
        Assert.Contains("returnUrl=%2Fadmin%2Fthemes", login, StringComparison.OrdinalIgnoreCase);
        var done = await browser.PostAsync(login, new() { ["Input.Email"] = "back@example.org", ["Input.Password"] = DeskFixture.Password });
        Assert.Equal("/admin/themes", done.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%09/evil.example")]
    public async Task A_return_address_elsewhere_is_ignored(string elsewhere)
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        await desk.SignInAsync(email: email);
        var done = await desk.NewBrowser().PostAsync("/account/login?returnUrl=" + Uri.EscapeDataString(elsewhere), new() { ["Input.Email"] = email, ["Input.Password"] = DeskFixture.Password });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.StartsWith("/", done.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("localhost", new Uri(new Uri("http://localhost"), done.Headers.Location).Host);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_with_the_same_words_that_an_unknown_address_gets()
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        await desk.SignInAsync(email: email);
        var browser = desk.NewBrowser();
        var wrong = "";
        for (var i = 0; i < 5; i++)
            wrong = await FailAsync(browser, email, "not the password at all");
        Assert.Equal(Errors(wrong), Errors(await FailAsync(browser, email, DeskFixture.Password)));
        Assert.Equal(Errors(wrong), Errors(await FailAsync(browser, "nobody@example.org", "not the password at all")));
        Assert.True(await desk.AskAsync(db => db.Users.AnyAsync(u => u.Email == email && u.LockoutEnd != null, Token)));
    }

    [Fact]
    public async Task The_setup_link_makes_one_account_with_every_role_and_then_is_closed()
    {
        var link = "/account/setup?token=" + await LinkAsync(isSetup: true);
        var browser = desk.NewBrowser();
        var made = await browser.PostAsync(link, Account("first@example.org"));
        Assert.Equal("/admin", made.Headers.Location?.OriginalString);
        Assert.Contains("Welcome, Ada Lovelace", await browser.GetAsync("/admin"), StringComparison.Ordinal);
        await browser.GetAsync("/admin/editors");
        Assert.Equal(HttpStatusCode.Gone, (await desk.NewBrowser().Client.GetAsync(link, Token)).StatusCode);
        var again = await browser.PostAsync(link, Account("second@example.org"), from: "/admin");
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.False(await desk.AskAsync(db => db.Users.AnyAsync(u => u.Email == "second@example.org", Token)));
        Assert.Equal(3, await desk.AskAsync(db => db.UserRoles.CountAsync(r => db.Users.Any(u => u.Id == r.UserId && u.Email == "first@example.org"), Token)));
    }

    [Fact]
    public async Task Two_people_who_use_a_link_at_the_same_time_make_one_account()
    {
        var token = await LinkAsync();
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => desk.WithAsync<Accounts, AccountOutcome>(a => a.RedeemAsync(token, "Racer", $"racer{i}@example.org", DeskFixture.Password, Token))));
        Assert.Single(tries, t => t.Editor is not null);
        Assert.Equal(3, tries.Count(t => t.LinkIsDead));
        Assert.Equal(1, await desk.AskAsync(db => db.Users.CountAsync(u => u.DisplayName == "Racer", Token)));
    }

    [Theory]
    [InlineData("short", "12 to 200")]
    [InlineData("password1234", "first that are tried")]
    [InlineData("aaaaaaaaaaaaaaaa", "first that are tried")]
    public async Task A_password_that_is_short_or_common_is_refused_and_the_link_stays_open(string password, string reason)
    {
        var link = "/account/setup?token=" + await LinkAsync();
        var email = $"{Guid.NewGuid():n}@example.org";
        var browser = desk.NewBrowser();
        Assert.Contains(reason, await Browser.TextAsync(await browser.PostAsync(link, Account(email, password))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(link, Account(email))).StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_sessions()
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        var one = await desk.SignInAsync(email: email);
        var two = desk.NewBrowser();
        await two.PostAsync("/account/login", new() { ["Input.Email"] = email, ["Input.Password"] = DeskFixture.Password });
        await two.GetAsync("/admin");
        await one.PostAsync("/admin/profile/sign-out-everywhere", from: "/admin/profile");
        Assert.Equal(HttpStatusCode.Redirect, (await one.Client.GetAsync("/admin", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await two.Client.GetAsync("/admin", Token)).StatusCode);
    }

    [Fact]
    public async Task A_changed_password_is_the_one_that_signs_in()
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        var browser = await desk.SignInAsync(email: email);
        var wrong = await browser.PostAsync("/admin/profile", new() { ["Input.Current"] = "not the password at all", ["Input.New"] = "seven gulls on a chimney" });
        Assert.Contains("not your current password", await Browser.TextAsync(wrong), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/admin/profile", new() { ["Input.Current"] = DeskFixture.Password, ["Input.New"] = "seven gulls on a chimney" })).StatusCode);
        await browser.GetAsync("/admin");
        await FailAsync(desk.NewBrowser(), email, DeskFixture.Password);
        var done = await desk.NewBrowser().PostAsync("/account/login", new() { ["Input.Email"] = email, ["Input.Password"] = "seven gulls on a chimney" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    [Fact]
    public async Task The_keys_that_protect_cookies_are_kept_in_a_folder_for_the_owner_alone()
    {
        await desk.SignInAsync();
        var keys = new DirectoryInfo(Path.Combine(desk.Folder, "data", "keys"));
        Assert.NotEmpty(keys.GetFiles("*.xml"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, keys.UnixFileMode);
    }

    [Fact]
    public async Task The_token_of_a_link_is_stored_nowhere()
    {
        var token = await LinkAsync();
        Assert.DoesNotContain(await desk.AskAsync(db => db.Invitations.Select(i => i.TokenHash).ToListAsync(Token)), hash => hash.Contains(token, StringComparison.Ordinal));
        Assert.NotNull(await desk.WithAsync<Invitations, Invitation?>(i => i.FindOpenAsync(token, Token)));
    }

    private static async Task<string> FailAsync(Browser browser, string email, string password)
    {
        var answer = await browser.PostAsync("/account/login", new() { ["Input.Email"] = email, ["Input.Password"] = password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await Browser.TextAsync(answer);
        Assert.Contains("This did not work.", text, StringComparison.Ordinal);
        return text;
    }

    private static string Errors(string page) => page[page.IndexOf("class=\"problems\"", StringComparison.Ordinal)..page.IndexOf("</ul>", StringComparison.Ordinal)];
}

/// <summary>Behind https the cookies bind themselves to the host.</summary>
public sealed class SecureCookieTests(SecureCookieTests.SecureDesk desk) : IClassFixture<SecureCookieTests.SecureDesk>
{
    public sealed class SecureDesk : DeskFixture
    {
        protected override string PublicBaseAddress => "https://news.example.org";
    }

    [Fact]
    public async Task Every_cookie_is_host_bound_secure_and_out_of_reach_of_scripts()
    {
        await desk.SignInAsync(email: "secure@example.org");
        var browser = desk.NewBrowser();
        var form = await browser.Client.GetAsync("/account/login", TestContext.Current.CancellationToken);
        var done = await browser.PostAsync("/account/login", new() { ["Input.Email"] = "secure@example.org", ["Input.Password"] = DeskFixture.Password });
        var cookies = form.Headers.GetValues("Set-Cookie").Concat(done.Headers.GetValues("Set-Cookie")).ToList();
        Assert.True(cookies.Count >= 2);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }
}

/// <summary>A link that is too old.</summary>
public sealed class ExpiredLinkTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task A_link_dies_after_24_hours_and_a_new_setup_link_closes_the_one_before()
    {
        async Task<bool> IsOpenAsync(string t) => (await desk.NewBrowser().Client.GetAsync("/account/setup?token=" + t, TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.OK;
        var first = await desk.WithAsync<Invitations, string>(i => i.CreateAsync(Roles.All, isSetup: true));
        var second = await desk.WithAsync<Invitations, string>(i => i.CreateAsync(Roles.All, isSetup: true));
        Assert.False(await IsOpenAsync(first));
        desk.Clock.Now += TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1);
        Assert.True(await IsOpenAsync(second));
        desk.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.False(await IsOpenAsync(second));
        Assert.False(await IsOpenAsync(""));
    }
}
