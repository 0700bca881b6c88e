using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.Imports;

/// <summary>The import bench through HTTP: a browser without scripts.</summary>
public sealed class ImportPagesTests(BenchDesk desk) : IClassFixture<BenchDesk>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_zip_is_uploaded_cut_anew_accepted_reported_and_undone()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await archive.CreateEntry("2019/<b>page.txt").OpenAsync(Token);
            await entry.WriteAsync(BenchDesk.Own("Oystermouth"), Token);
        }

        var address = await desk.UploadAsync(browser, ("archive.zip", zip.ToArray()));
        var batch = BenchDesk.IdOf(address);
        Assert.Contains("&lt;b&gt;page.txt", await browser.Client.GetStringAsync(new Uri(address, UriKind.Relative), Token), StringComparison.Ordinal);
        var page = await browser.GetAsync(address + "/1");
        Assert.Contains("Release 3, lines 30 to 38", page, StringComparison.Ordinal);
        Assert.Contains("there is a date line, a press contact stands right before", page, StringComparison.Ordinal);

        var split = await desk.EditAsync(browser, batch, "Split", 24);
        Assert.EndsWith("#line-24", split.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await desk.EditAsync(browser, batch, "Merge", 24);
        page = await browser.GetAsync(address + "/1");
        Assert.Contains("Release 3, lines 24 to 38", page, StringComparison.Ordinal);
        Assert.Contains("an editor set it", page, StringComparison.Ordinal);
        Assert.Equal(0, await desk.AskAsync(db => db.Sources.Join(db.Documents.Where(d => d.BatchId == batch), s => s.DocumentId, d => d.Id, (s, d) => s.Id).CountAsync(Token)));

        await desk.AcceptAsync(browser, batch);
        Assert.Contains("3 made, 0 merged", await browser.GetAsync(address), StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await browser.Client.GetStringAsync(new Uri($"/admin/imports/{batch}/report?format=json", UriKind.Relative), Token));
        Assert.Equal(3, report.RootElement.GetProperty("made").GetArrayLength());
        var text = await browser.Client.GetAsync(new Uri($"/admin/imports/{batch}/report?format=text", UriKind.Relative), Token);
        Assert.Equal($"import-{batch}.txt", text.Content.Headers.ContentDisposition!.FileName);
        var release = await desk.AskAsync(db => db.Sources.Join(db.Documents.Where(d => d.BatchId == batch), s => s.DocumentId, d => d.Id, (s, d) => s.ReleaseId).FirstAsync(Token));
        Assert.Contains("north Oystermouth quay", await browser.GetAsync($"/admin/releases/{release}/source"), StringComparison.Ordinal);

        Assert.Contains("3 releases that nobody has touched will go", await browser.GetAsync(address + "/undo"), StringComparison.Ordinal);
        await browser.PostAsync(address + "/undo");
        await desk.SettleAsync(batch);
        Assert.Contains("undone by Ada editor", await browser.GetAsync(address), StringComparison.Ordinal);
        Assert.Equal(0, await desk.AskAsync(db => db.Documents.CountAsync(d => d.BatchId == batch, Token)));
    }

    [Fact]
    public async Task An_edit_of_an_older_plan_is_refused_named_and_can_be_done_again()
    {
        var (ann, bob) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        var batch = BenchDesk.IdOf(await desk.UploadAsync(ann, ("pembroke.txt", BenchDesk.Own("Pembroke"))));
        var seen = await desk.VersionAsync(batch);
        await desk.EditAsync(ann, batch, "Drop", 32, version: seen);

        var answer = await desk.EditAsync(bob, batch, "Split", 24, version: seen);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Browser.TextAsync(answer);
        Assert.Contains("Somebody was quicker", page, StringComparison.Ordinal);
        Assert.Contains("<strong>split at line 24</strong>", page, StringComparison.Ordinal);
        Assert.Contains("leave out the release at line 32", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"Version\" value=\"{seen + 1}\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.EditAsync(bob, batch, "Split", 24)).StatusCode);
        Assert.Equal(3, await desk.AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch).Select(d => d.Releases).SingleAsync(Token)));
    }

    [Fact]
    public async Task Fields_are_edited_on_a_page_of_their_own_and_words_over_a_newer_plan_are_not_lost()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = BenchDesk.IdOf(await desk.UploadAsync(browser, ("tenby.txt", BenchDesk.Own("Tenby"))));
        var address = $"/admin/imports/{batch}/1/fields?line=18";
        Assert.Contains("Paul Mason", await browser.GetAsync(address), StringComparison.Ordinal);
        var version = await desk.VersionAsync(batch);
        Dictionary<string, string> Fields(int from, string date) => new()
        {
            ["Input.Version"] = $"{from}", ["Input.Headline"] = "Medal for the <crew>", ["Input.Date"] = date, ["Input.Dateline"] = "Tenby",
            ["Input.Contacts[0].Name"] = "Paul Mason", ["Input.Contacts[0].Office"] = "Rescue Society", ["Input.Contacts[0].Phone"] = "020 7946 0002", ["Input.Contacts[0].Email"] = "paul@example.org",
        };
        Assert.Contains("Write the date as", await Browser.TextAsync(await browser.PostAsync(address, Fields(version, "someday"))), StringComparison.Ordinal);
        await desk.EditAsync(browser, batch, "Drop", 32);
        var stale = await Browser.TextAsync(await browser.PostAsync(address, Fields(version, "2019-02")));
        Assert.Contains("Somebody was quicker", stale, StringComparison.Ordinal);
        Assert.Contains("Medal for the <crew>", stale, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(address, Fields(version + 1, "2019-02"))).StatusCode);
        var page = await browser.Client.GetStringAsync(new Uri($"/admin/imports/{batch}/1", UriKind.Relative), Token);
        Assert.Contains("Medal for the &lt;crew&gt;", page, StringComparison.Ordinal);
        Assert.Contains("paul@example.org", page, StringComparison.Ordinal);
        Assert.Contains("February 2019", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_cannot_publish_by_accepting_nor_take_away_what_is_public()
    {
        var (editor, publisher) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        var batch = BenchDesk.IdOf(await desk.UploadAsync(editor, ("milford.txt", BenchDesk.Own("Milford"))));
        foreach (var page in (string[])[$"/admin/imports/{batch}", $"/admin/imports/{batch}/1"])
            Assert.DoesNotContain("/publish", await editor.GetAsync(page), StringComparison.Ordinal);
        Assert.Equal("/account/denied", (await editor.PostAsync($"/admin/imports/{batch}/publish", new() { ["seen"] = "1" }, from: "/admin/imports/new")).Headers.Location?.AbsolutePath);
        Assert.Equal(StagedState.Planned, await desk.AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch).Select(d => d.State).SingleAsync(Token)));

        await desk.AcceptAsync(publisher, batch, publishes: true);
        Assert.Equal(3, await desk.AskAsync(db => db.Releases.Live(desk.Clock.Now).CountAsync(r => r.Headline.Contains("Milford"), Token)));
        Assert.Contains("Only a publisher", await editor.GetAsync($"/admin/imports/{batch}/undo"), StringComparison.Ordinal);
        Assert.Equal("/account/denied", (await editor.PostAsync($"/admin/imports/{batch}/undo", from: "/admin/imports/new")).Headers.Location?.AbsolutePath);
        Assert.Contains("3 of them are public now", await publisher.GetAsync($"/admin/imports/{batch}/undo"), StringComparison.Ordinal);
        var slug = await desk.AskAsync(db => db.Releases.Where(r => r.Headline.Contains("Milford")).Select(r => r.Slug).FirstAsync(Token));
        var visitor = desk.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync(new Uri($"/releases/{slug}/source", UriKind.Relative), Token)).StatusCode);
        await publisher.PostAsync($"/admin/imports/{batch}/undo");
        await desk.SettleAsync(batch);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.GetAsync(new Uri($"/releases/{slug}", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task An_upload_that_breaks_a_rule_is_refused_with_a_sentence_and_leaves_nothing_behind()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var before = await desk.AskAsync(db => db.Batches.CountAsync(Token));
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntry("../../evil.txt");
        foreach (var (files, sentence) in new ((string, byte[])[] Files, string Sentence)[]
        {
            ([("a.zip", zip.ToArray())], "leads out of its folder"),
            ([], "Choose at least one file"),
            ([("a.zip", Encoding.UTF8.GetBytes("no zip"))], "is not a zip"),
        }.Select(f => (f.Files, f.Sentence)))
            Assert.Contains(sentence, await Browser.TextAsync(await BenchDesk.PostFilesAsync(browser, files)), StringComparison.Ordinal);
        Assert.Equal(before, await desk.AskAsync(db => db.Batches.CountAsync(Token)));
    }

    [Fact]
    public async Task The_content_folder_is_read_and_the_imports_of_others_are_listed()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        await File.WriteAllBytesAsync(Path.Combine(desk.ContentFolder, "swansea.txt"), BenchDesk.Own("Swansea"), Token);
        await desk.RunAsync("import", desk.ContentFolder);
        await File.WriteAllBytesAsync(Path.Combine(desk.ContentFolder, "barry.txt"), BenchDesk.Own("Barry"), Token);
        var answer = await browser.PostAsync("/admin/imports/new?handler=Folder", from: "/admin/imports/new");
        var batch = BenchDesk.IdOf(answer.Headers.Location!.OriginalString);
        await desk.SettleAsync(batch);

        Assert.Equal([StagedState.Planned, StagedState.Skipped], await desk.AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch).OrderBy(d => d.Number).Select(d => d.State).ToListAsync(Token)));
        var list = await browser.GetAsync("/admin/imports");
        Assert.Contains("command line", list, StringComparison.Ordinal);
        Assert.Contains("The folder content", list, StringComparison.Ordinal);
        var direct = await desk.AskAsync(db => db.Batches.Where(b => b.StartedBy == "command line").Select(b => b.Id).FirstAsync(Token));
        Assert.Contains("swansea.txt", await browser.GetAsync($"/admin/imports/{direct}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_document_is_shown_in_windows_and_a_very_long_line_is_cut_in_the_view()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var text = new StringBuilder(Encoding.UTF8.GetString(BenchDesk.Own("Neath")));
        text.Append("\n\n").Append('x', 60_000).Append("\n\n");
        for (var i = 0; i < 3000; i++)
            text.Append("Paragraph ").Append(i).Append(" of an endless account of the town of Neath.\n\n");
        var batch = BenchDesk.IdOf(await desk.UploadAsync(browser, ("neath.txt", Encoding.UTF8.GetBytes(text.ToString()))));

        var (at, pages, shown) = (1, 0, new HashSet<int>());
        while (pages++ < 60)
        {
            var page = await browser.GetAsync($"/admin/imports/{batch}/1?at={at}");
            Assert.True(page.Length < 400_000, $"{page.Length} characters");
            var lines = System.Text.RegularExpressions.Regex.Matches(page, "id=\"line-([0-9]+)\"", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Select(m => int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.InRange(lines.Count, 1, 330);
            shown.UnionWith(lines);
            var next = System.Text.RegularExpressions.Regex.Match(page, "at=([0-9]+)\" rel=\"next\"|rel=\"next\" href=\"[^\"]*at=([0-9]+)\"", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
            if (!next.Success)
                break;
            at = int.Parse(next.Groups[1].Success ? next.Groups[1].ValueSpan : next.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        }

        var all = text.ToString().Split('\n').Length - 1;
        Assert.Equal(all, shown.Count);
        Assert.Equal(all, shown.Max());
    }
}
