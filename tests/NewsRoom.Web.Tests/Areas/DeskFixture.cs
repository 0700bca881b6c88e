using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>A newsroom with people at its desk. Its clock begins at the real time, which Identity's lockout goes by.</summary>
public class DeskFixture : NewsRoomApplication
{
    public const string Password = "a lighthouse above the harbour";

    public DeskFixture()
    {
        Clock.Now = TimeProvider.System.GetUtcNow();
        Settings["NewsRoom:PublicBaseAddress"] = PublicBaseAddress;
    }

    protected virtual string PublicBaseAddress => "http://localhost:5080";

    /// <summary>Makes an account through its invitation and returns a browser that is signed in with it.</summary>
    public async Task<Browser> SignInAsync(string role = Roles.Administrator, string? email = null)
    {
        email ??= $"{Guid.NewGuid():n}@example.org";
        var roles = Roles.All.TakeWhile(r => r != role).Append(role);
        await WithAsync<Accounts, AccountOutcome>(async accounts =>
        {
            var token = await WithAsync<Invitations, string>(invitations => invitations.CreateAsync(roles, isSetup: false));
            var outcome = await accounts.RedeemAsync(token, "Ada " + role, email, Password);
            Assert.NotNull(outcome.Editor);
            return outcome;
        });
        var browser = NewBrowser();
        var answer = await browser.PostAsync("/account/login", new() { ["Input.Email"] = email, ["Input.Password"] = Password });
        Assert.Equal("/admin", answer.Headers.Location?.OriginalString);
        return browser;
    }

    public Browser NewBrowser() => new(CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri(PublicBaseAddress), HandleCookies = true }));

    public Task<Release> DraftAsync(string headline = "Harbour opens again", string body = "The harbour opens today.") =>
        WithAsync<ReleaseStore, Release>(store => store.CreateAsync(new ReleaseContent { Headline = headline, Body = body }, "Fixture", null));

    public Task<Release> LiveAsync(string headline = "Harbour opens again") => WithAsync<ReleaseStore, Release>(async store =>
    {
        var release = await store.CreateAsync(new ReleaseContent { Headline = headline, Body = "The harbour opens today." }, "Fixture", null);
        Assert.Equal(StoreResult.Done, (await store.ApproveAsync(release.Id, 1, null, false, "Approver")).Result);
        return release;
    });

    public Task<Release> GetAsync(int id) => AskAsync(db => db.FindAsync<Release>(id).AsTask())!;
}
