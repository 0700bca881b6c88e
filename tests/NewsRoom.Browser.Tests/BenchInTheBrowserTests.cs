using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsRoom.Core.Tests.Ingestion.Bench;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsRoom.Browser.Tests;

/// <summary>The bench under the fingers and before the eyes: where the focus is after an edit, which keys there are, and that pages fit their screens.</summary>
public sealed partial class BenchInTheBrowserTests(DeskInTheBrowser desk) : IClassFixture<DeskInTheBrowser>
{
    [Fact]
    public async Task After_an_edit_by_keyboard_the_edited_release_has_the_focus_and_the_next_key_acts_on_it()
    {
        var page = await BenchAsync("Saltmarsh");
        var releases = page.Locator(".piece.made");
        await Expect(releases).ToHaveCountAsync(3);

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("#r-16")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.TypeAsync("24");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#r-24")).ToBeFocusedAsync();
        await Expect(page.Locator("main > .notice")).ToBeInViewportAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "split at line 24" })).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator("#r-30")).ToHaveCountAsync(0);
        await Expect(page.Locator("#r-24")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator("#r-30")).ToHaveCountAsync(1);
        await Expect(page.Locator("#r-24")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("b");
        await page.Keyboard.TypeAsync("22");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#r-22")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("#r-22")).ToHaveCountAsync(0);
        await Expect(page.Locator(".piece.part:focus")).ToContainTextAsync("The medal was handed over");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("#r-30")).ToBeFocusedAsync();
        // What is undone is the edit before, wherever one has gone meanwhile.
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator("#r-22")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("e");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.Locator("#r-22")).ToBeFocusedAsync();
        await page.CloseAsync();
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task One_list_holds_the_keys_of_the_bench_and_of_the_desk_and_one_switch_is_for_both()
    {
        var page = await BenchAsync("Oystermouth");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await page.Keyboard.PressAsync("?");
        await Expect(dialog).ToContainTextAsync("leave it out");
        await Expect(dialog).ToContainTextAsync("go to the desk");
        var keys = await dialog.Locator("kbd").AllTextContentsAsync();
        Assert.Equal(keys.Count, keys.Distinct().Count());

        var answer = page.WaitForResponseAsync(Profile());
        await dialog.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await answer;
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.ReloadAsync();
        await page.Locator("#r-16").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("?");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.Locator("#r-16")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Keyboard shortcuts" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        answer = page.WaitForResponseAsync(Profile());
        await dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        await answer;
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.Locator("#r-16").FocusAsync();
        await page.Keyboard.PressAsync("d");
        await Expect(page).ToHaveURLAsync(Desk());
        await page.CloseAsync();
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task The_sections_of_the_desk_fit_a_line_and_the_source_of_a_release_fits_a_telephone()
    {
        var page = await BenchAsync("Pembroke");
        await page.SetViewportSizeAsync(1280, 900);
        Assert.Equal(1, await page.EvaluateAsync<int>("new Set([...document.querySelectorAll('.bar nav a')].map((a) => a.getBoundingClientRect().top)).size"));
        await page.SetViewportSizeAsync(390, 844);
        var accept = await page.GetByRole(AriaRole.Button, new() { Name = "Accept as drafts" }).BoundingBoxAsync();
        var publish = await page.GetByRole(AriaRole.Link, new() { Name = "Accept and publish" }).BoundingBoxAsync();
        Assert.True(publish!.X >= accept!.X + accept.Width + 8 || publish.Y >= accept.Y + accept.Height + 8, "the two ways to accept stand apart");

        await page.GotoAsync("/admin/releases/1/source");
        var text = await page.Locator(".source tbody td").First.BoundingBoxAsync();
        Assert.True(text!.Width > 250, $"a line of the source has {text.Width} px");
        await page.CloseAsync();
    }

    /// <summary>Uploads a page of three releases and opens it at the bench.</summary>
    private async Task<IPage> BenchAsync(string town)
    {
        var page = await desk.Eve.NewPageAsync();
        await page.GotoAsync("/admin/imports/new");
        await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload { Name = $"{town}.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(HarbourPage.Text.Replace("Saltmarsh", town, StringComparison.Ordinal)) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and read" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Accept the document" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = $"{town}.txt" }).Last.ClickAsync();
        await Expect(page.Locator("#r-30")).ToBeVisibleAsync();
        return page;
    }

    [GeneratedRegex("/admin/profile$")]
    private static partial Regex Profile();

    [GeneratedRegex("/admin$")]
    private static partial Regex Desk();
}
