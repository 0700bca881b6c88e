using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace NewsRoom.Browser.Tests;

/// <summary>The import bench in a real browser on the real program: mouse and keyboard, and a kill in the middle of an import.</summary>
public sealed class ImportBenchTests(Chromium chromium)
{
    private const int Documents = 250;

    private const string Harbour =
        """
        Harbour Trust press releases

        12 March 2019

        Harbour Trust opens the north quay to small boats

        The Harbour Trust today opened the north quay of Saltmarsh to small boats, after two years of work on its walls and steps.

        "We promised the town a quay that everybody can use," said Ann Rivers, harbour master of Saltmarsh.

        The quay has moorings for forty boats and a slipway at its eastern end.

        For further information please contact:
        Ann Rivers, Harbour Trust, Tel: 020 7946 0001, Email:

        3 February 2019

        Lifeboat crew honoured for rescue in January storm

        The crew of the Saltmarsh lifeboat was honoured on Friday for the rescue of nine fishermen in the storm of 14 January.

        "They went out when nobody else could," said Paul Mason, chairman of the Lifeboat Society.

        The medal was handed over by the mayor in the town hall.

        For more information, please click here.

        Media contact: Paul Mason, Lifeboat Society, Tel: 020 7946 0002
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_uploads_cuts_edits_accepts_and_undoes_and_a_kill_in_the_middle_of_an_import_loses_nothing()
    {
        Chromium.RequiredPath();
        await using var newsroom = await RunningNewsRoom.StartAsync(Token);
        await using var office = await chromium.VisitorAsync(newsroom.Address);
        var page = await office.NewPageAsync();
        await MakeAccountAsync(page, newsroom.SetupLink);
        await CutAsync(page);
        await AcceptAndUndoAsync(page);
        await SurviveAKillAsync(page, newsroom);
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

    private static async Task UploadAsync(IPage page, string name, byte[] bytes)
    {
        await page.GotoAsync("/admin/imports/new");
        await page.GetByLabel("Files").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and read" }).ClickAsync();
    }

    /// <summary>Splits with the mouse, merges with the keyboard, edits a headline on its page, takes an edit back.</summary>
    private static async Task CutAsync(IPage page)
    {
        await page.GotoAsync("/admin/imports/new");
        await AxeCheck.AssertCleanAsync(page, isPrinted: false);
        await UploadAsync(page, "harbour.txt", Encoding.UTF8.GetBytes(Harbour));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Accept the document" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await AxeCheck.AssertCleanAsync(page, isPrinted: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "harbour.txt" }).Last.ClickAsync();
        var releases = page.Locator(".piece.made");
        await Expect(releases).ToHaveCountAsync(2);
        await AxeCheck.AssertCleanAsync(page, isPrinted: false);

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("merge it with the next one");
        await AxeCheck.AssertCleanAsync(page, isPrinted: false);
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("#line-24 th").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Split at line 24" }).ClickAsync();
        await Expect(releases).ToHaveCountAsync(3);
        await Expect(page.Locator("#r-24")).ToContainTextAsync("an editor set it");

        await page.Locator("#r-3").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("m");
        await Expect(releases).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("u");
        await Expect(releases).ToHaveCountAsync(3);
        await page.Locator("#r-16").GetByRole(AriaRole.Button, new() { Name = "Merge with next" }).ClickAsync();
        await Expect(releases).ToHaveCountAsync(2);

        await page.Locator("#r-16").GetByRole(AriaRole.Link, new() { Name = "Edit fields" }).ClickAsync();
        await AxeCheck.AssertCleanAsync(page, isPrinted: false);
        await page.GetByLabel("Headline").FillAsync("Medal for the lifeboat crew");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save at the bench" }).First.ClickAsync();
        await Expect(page.Locator("#r-16")).ToContainTextAsync("Medal for the lifeboat crew");
    }

    private static async Task AcceptAndUndoAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept as drafts" }).ClickAsync();
        await Expect(page.GetByText("2 made, 0 merged")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var batch = new Uri(page.Url).AbsolutePath;
        await FitPhonesAsync(page, batch, "/admin/imports");
        await page.GotoAsync("/admin/releases?state=draft");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Medal for the lifeboat crew" })).ToBeVisibleAsync();
        foreach (var path in (string[])["/admin/imports", "/admin/gaps", batch + "/report", batch + "/undo"])
        {
            await page.GotoAsync(path);
            await AxeCheck.AssertCleanAsync(page, isPrinted: false);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo the import" }).ClickAsync();
        await Expect(page.GetByText("undone by Eve Editor")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.GotoAsync("/admin/releases?state=draft");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Medal for the lifeboat crew" })).ToHaveCountAsync(0);
    }

    /// <summary>On a phone no column of a list is out of sight.</summary>
    private static async Task FitPhonesAsync(IPage page, params string[] paths)
    {
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(390, 844);
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelector('.scroll').scrollWidth - document.querySelector('.scroll').clientWidth"));
            await AxeCheck.AssertCleanAsync(page, isPrinted: false);
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private static async Task SurviveAKillAsync(IPage page, RunningNewsRoom newsroom)
    {
        var archive = Archive();
        await UploadAsync(page, "archive.zip", archive);
        var accept = page.GetByRole(AriaRole.Button, new() { Name = $"Accept all {Documents} documents" });
        await Expect(accept).ToBeVisibleAsync(new() { Timeout = 120_000 });
        var batch = new Uri(page.Url).AbsolutePath;
        await accept.ClickAsync();
        await UntilAsync(page, batch, text => Regex.Match(text, "([1-9][0-9]*) written, ([1-9][0-9]*) to go") is { Success: true });
        await newsroom.KillAndRestartAsync(Token);
        await UntilAsync(page, batch, text => !text.Contains("to go", StringComparison.Ordinal));

        using var report = JsonDocument.Parse(await (await page.APIRequest.GetAsync(batch + "/report?format=json")).TextAsync());
        Assert.Equal(Documents, report.RootElement.GetProperty("documents").GetInt32());
        Assert.Equal(Documents, report.RootElement.GetProperty("made").EnumerateArray().Select(r => r.GetProperty("headline").GetString()).Distinct().Count());
        Assert.Equal(Documents, report.RootElement.GetProperty("made").GetArrayLength());
        await UploadAsync(page, "archive.zip", archive);
        await UntilAsync(page, new Uri(page.Url).AbsolutePath, text => Regex.Count(text, "imported before") == Math.Min(Documents, 200));
    }

    private static async Task UntilAsync(IPage page, string path, Func<string, bool> reached)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (reached(await (await page.APIRequest.GetAsync(path)).TextAsync()))
                return;
            await Task.Delay(50, Token);
        }

        Assert.Fail($"{path} did not come to where it should be.");
    }

    /// <summary>Documents of one release each whose words are drawn by a fixed seed, so that none repeats another.</summary>
    private static byte[] Archive()
    {
        var random = new Random(20190312);
        string[] syllables = ["bar", "den", "fol", "gim", "hask", "jor", "kel", "lum", "mor", "nes", "pol", "quin", "rad", "sel", "tor", "vas", "wen", "yar"];
        string Word() => string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => syllables[random.Next(syllables.Length)]));
        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 1; i <= Documents; i++)
            {
                using var entry = new StreamWriter(zip.CreateEntry($"page-{i:000}.md").Open());
                entry.Write($"---\ntitle: Notice {i} of {Word()} {Word()}\ndate: 2019-03-12\n---\n\nThe {Words(40)}.\n\nAnd the {Words(40)}.\n");
            }
        }

        return stream.ToArray();
    }
}
