using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NewsRoom.Browser.Tests;

/// <summary>The person who opens the link that the first start prints.</summary>
public static partial class FirstEditor
{
    /// <summary>Makes the account, as a person would, and returns the page on which the desk then stands.</summary>
    public static async Task<IPage> SignInAsync(IBrowserContext visitor, RunningNewsRoom newsroom)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        ArgumentNullException.ThrowIfNull(newsroom);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(newsroom.SetupLink.PathAndQuery);
        await page.GetByLabel("Your name").FillAsync("Eve Editor");
        await page.GetByLabel("E-mail address").FillAsync("eve@example.org");
        await page.GetByLabel("Password").FillAsync("several plain words together");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Desk());
        return page;
    }

    [GeneratedRegex("/admin$")]
    private static partial Regex Desk();
}
