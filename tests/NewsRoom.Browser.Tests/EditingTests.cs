using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NewsRoom.Core.Tests.Media;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsRoom.Browser.Tests;

/// <summary>Writing in real browsers: two at once, through a crash, by keyboard, with a picture from the desktop.</summary>
public sealed partial class EditingTests(DeskInTheBrowser desk) : IClassFixture<DeskInTheBrowser>
{
    private static ILocator Body(IPage page) => page.GetByLabel("Body", new() { Exact = true });

    private static ILocator Save(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).First;

    [Fact]
    public async Task Two_editors_collide_and_neither_loses_a_word()
    {
        var eve = await desk.Eve.NewPageAsync();
        var paul = await desk.Paul.NewPageAsync();
        var address = await DeskInTheBrowser.DraftAsync(eve, "Harbour opens", "The first paragraph.\n\nThe second paragraph.");
        await eve.GotoAsync(address + "/edit");
        await paul.GotoAsync(address + "/edit");
        await Expect(paul.Locator("#presence")).ToContainTextAsync("Eve Editor has this release open since");

        await Body(eve).FillAsync("The first paragraph, by Eve with zephyrine words.\n\nThe second paragraph.");
        await eve.GetByLabel("Standfirst").FillAsync("Only Eve wrote a standfirst.");
        await Save(eve).ClickAsync();
        await Expect(eve.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Harbour opens");
        await Body(paul).FillAsync("The first paragraph.\n\nThe second paragraph, by Paul with cerulean words.");
        await paul.GetByLabel("Headline").FillAsync("Harbour opens on Tuesday");
        await Save(paul).ClickAsync();

        await Expect(paul.GetByRole(AriaRole.Alert)).ToContainTextAsync("Eve Editor saved version 2 while you were writing");
        await Expect(paul.Locator(".conflict")).ToContainTextAsync("zephyrine");
        await Expect(paul.Locator(".conflict")).ToContainTextAsync("cerulean");
        await paul.GetByRole(AriaRole.Button, new() { Name = "Save these choices" }).ClickAsync();
        await Expect(paul.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Harbour opens on Tuesday");
        await paul.GotoAsync(address + "/edit");
        await Expect(paul.GetByLabel("Standfirst")).ToHaveValueAsync("Only Eve wrote a standfirst.");
        var merged = await Body(paul).InputValueAsync();
        Assert.Contains("by Eve with zephyrine words", merged, StringComparison.Ordinal);
        Assert.Contains("by Paul with cerulean words", merged, StringComparison.Ordinal);
        // Both texts stand in the history as they were written.
        await paul.GotoAsync(address + "/revisions");
        await Expect(paul.GetByRole(AriaRole.Link, new() { NameRegex = Version() })).ToHaveCountAsync(3);
        await eve.CloseAsync();
        await paul.CloseAsync();
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task What_was_typed_survives_a_browser_that_dies_and_a_server_that_is_killed()
    {
        var page = await desk.Eve.NewPageAsync();
        var address = await DeskInTheBrowser.DraftAsync(page, "Lighthouse lit", "Before.");
        await page.CloseAsync();

        // The browser dies: no goodbye, no save. Its owner signs in again with the same cookies.
        var storage = await desk.Eve.StorageStateAsync();
        var dying = await desk.NewBrowserAsync(storage);
        page = await dying.NewPageAsync();
        await page.GotoAsync(address + "/edit");
        await Body(page).FillAsync("Typed before the browser died.");
        await DeskInTheBrowser.KeptAsync(page);
        await dying.CloseAsync();
        page = await desk.Eve.NewPageAsync();
        await page.GotoAsync(address + "/edit");
        await Expect(Body(page)).ToHaveValueAsync("Before.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Restore it" }).ClickAsync();
        await Expect(Body(page)).ToHaveValueAsync("Typed before the browser died.");

        // The server is killed while somebody types: the page keeps trying until it is back.
        await desk.Newsroom.KillAsync(TestContext.Current.CancellationToken);
        await Body(page).FillAsync("Typed while the server was dead.");
        await Expect(page.Locator("#kept")).ToContainTextAsync("the newsroom does not answer", new() { Timeout = 60_000 });
        await desk.Newsroom.RestartAsync(TestContext.Current.CancellationToken);
        await DeskInTheBrowser.KeptAsync(page);
        await page.CloseAsync(new() { RunBeforeUnload = false });
        page = await desk.Eve.NewPageAsync();
        await page.GotoAsync(address + "/edit?restore=true");
        await Expect(Body(page)).ToHaveValueAsync("Typed while the server was dead.");
        await page.GotoAsync(address + "/revisions");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = Version() })).ToHaveCountAsync(1);
        await page.GotoAsync("/admin");
        await Expect(page.Locator("main")).ToContainTextAsync("Unsaved text of yours");
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_picture_is_dropped_into_the_text_attached_described_and_seen_in_the_preview_beside_it()
    {
        var page = await desk.Eve.NewPageAsync();
        var address = await DeskInTheBrowser.DraftAsync(page, "A picture of the harbour", "Above.");
        await page.GotoAsync(address + "/edit");
        var bytes = Convert.ToBase64String(TinyMedia.Png(77));
        await Body(page).EvaluateAsync(
            """
            (area, bytes) => {
              const data = new DataTransfer();
              data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], 'North quay.png', { type: 'image/png' }));
              area.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
            }
            """, bytes);
        await Expect(page.Locator("#dropped")).ToContainTextAsync("Say what it shows");
        Assert.Matches(@"!\[\]\(media:\d+\)", await Body(page).InputValueAsync());
        await Expect(page.Locator("#checks")).ToContainTextAsync("Write what the picture north-quay.png shows", new() { Timeout = 60_000 });
        await page.GetByLabel("What it shows:").FillAsync("The north quay at dawn");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#checks")).Not.ToContainTextAsync("Write what the picture", new() { Timeout = 60_000 });

        await page.GetByRole(AriaRole.Button, new() { Name = "Preview beside the text" }).ClickAsync();
        var picture = page.FrameLocator("#framed iframe").GetByRole(AriaRole.Img, new() { Name = "The north quay at dawn" });
        await Expect(picture).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.True(await picture.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth === 77)"), "the picture itself is shown");
        await page.GetByRole(AriaRole.Button, new() { Name = "1280 px" }).ClickAsync();
        await Save(page).ClickAsync();
        await Expect(page.Locator("dl.fields")).ToContainTextAsync("north-quay");
        await page.CloseAsync();
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Keys_write_Markdown_paste_is_cleaned_checks_follow_the_text_and_all_of_it_can_be_switched_off()
    {
        var page = await desk.Paul.NewPageAsync();
        await page.GotoAsync("/admin/releases/new");
        await page.GetByLabel("Headline").FillAsync(new string('h', 90));
        await Expect(page.Locator("#checks")).ToContainTextAsync("The headline has 90 characters", new() { Timeout = 60_000 });
        await Body(page).FillAsync("bold");
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.PressAsync("ControlOrMeta+b");
        await Expect(Body(page)).ToHaveValueAsync("**bold**");
        await Body(page).FillAsync("");
        await Body(page).EvaluateAsync(
            """
            (area) => {
              const data = new DataTransfer();
              data.setData('text/html', '<p class="MsoNormal">A <b>brave</b> day<o:p></o:p></p><script>alert(1)</script><ul><li>one</li></ul><p><a href="javascript:alert(1)">bad</a></p>');
              area.focus();
              area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(Body(page)).ToHaveValueAsync("A **brave** day\n\n- one\n\nbad");
        await Expect(page.Locator("#counts")).ToContainTextAsync("5 words");

        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await page.Keyboard.PressAsync("?");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Ctrl+S");
        // The answer leads to the account's page, which is the end of it.
        var answer = page.WaitForResponseAsync(new Regex("/admin/profile$"));
        await dialog.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await answer;
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(dialog).ToHaveCountAsync(0);
        await page.CloseAsync();
        // On another machine too.
        page = await desk.Paul.NewPageAsync();
        await page.GotoAsync("/admin/profile");
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-keys", "off");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch the shortcuts on" }).ClickAsync();
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-keys", "on");
        await page.CloseAsync();
        Assert.Empty(desk.Complaints);
    }

    [GeneratedRegex("^Version [0-9]+$")]
    private static partial Regex Version();
}
