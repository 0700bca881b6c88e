using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsRoom.Browser.Tests;

/// <summary>A passkey from its making to its removal, with the browser's own virtual authenticator.</summary>
public sealed class PasskeyTests(Chromium chromium)
{
    [Fact]
    public async Task A_passkey_is_added_named_signs_in_without_a_password_and_is_worthless_once_removed()
    {
        Chromium.RequiredPath();
        await using var newsroom = await RunningNewsRoom.StartAsync(TestContext.Current.CancellationToken, "localhost");
        await using var visitor = await chromium.VisitorAsync(newsroom.Address);
        var page = await visitor.NewPageAsync();
        var violations = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                violations.Add(message.Text);
        };
        await PlugInAuthenticatorAsync(visitor, page);
        await MakeAccountAsync(page, newsroom.SetupLink);

        await page.GotoAsync("/admin/profile/passkeys");
        await page.GetByLabel("Name").FillAsync("Blue key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The passkey is added");
        await Expect(page.GetByLabel("Name").First).ToHaveValueAsync("Blue key");
        await page.GetByLabel("Name").First.FillAsync("Red key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the name" }).ClickAsync();
        await Expect(page.GetByLabel("Name").First).ToHaveValueAsync("Red key");

        await SignOutAsync(page);
        await SignInWithPasskeyAsync(page);
        await Expect(page).ToHaveURLAsync(new Regex("/admin$"));

        await page.GotoAsync("/admin/profile/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Red key" }).ClickAsync();
        await Expect(page.GetByText("You have no passkey yet.")).ToBeVisibleAsync();
        await SignOutAsync(page);
        await SignInWithPasskeyAsync(page);
        await Expect(page.Locator(".problems")).ToContainTextAsync("This did not work");

        Assert.Empty(violations);
    }

    private static async Task PlugInAuthenticatorAsync(IBrowserContext visitor, IPage page)
    {
        var devtools = await visitor.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task MakeAccountAsync(IPage page, Uri link)
    {
        await page.GotoAsync(link.PathAndQuery);
        await page.GetByLabel("Your name").FillAsync("Eve Editor");
        await page.GetByLabel("E-mail address").FillAsync("eve@example.org");
        await page.GetByLabel("Password").FillAsync("several plain words together");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/admin$"));
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/account/login"));
    }

    private static Task SignInWithPasskeyAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
}
