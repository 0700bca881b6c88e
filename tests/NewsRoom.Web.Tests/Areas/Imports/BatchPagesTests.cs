using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.People;
using NewsRoom.Web.Jobs;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.Imports;

/// <summary>What the pages of a batch say of it, and what can be done with one that is not wanted.</summary>
public sealed class BatchPagesTests(BenchDesk desk) : IClassFixture<BenchDesk>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static byte[] Year(string town) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(BenchDesk.Own(town)).Replace("press releases", "press releases of the year", StringComparison.Ordinal));

    private async Task<int> UploadAsync(Browser browser, params (string Name, byte[] Bytes)[] files) => BenchDesk.IdOf(await desk.UploadAsync(browser, files));

    private static Task<string> BatchAsync(Browser browser, int batch, string more = "") => browser.GetAsync($"/admin/imports/{batch}{more}");

    private async Task<HttpResponseMessage> MarkAsync(Browser browser, int batch, string handler) =>
        await browser.PostAsync($"/admin/imports/{batch}?handler={handler}", new() { ["number"] = "1", ["version"] = $"{await desk.VersionAsync(batch)}" }, from: $"/admin/imports/{batch}");

    [Fact]
    public async Task Text_typed_into_a_release_keeps_it_from_an_undo_and_the_page_names_who()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, ("conwy.txt", BenchDesk.Own("Conwy")));
        await desk.AcceptAsync(browser, batch);
        var release = await desk.AskAsync(db => db.Releases.Where(r => r.Headline.Contains("Conwy quay")).Select(r => r.Id).SingleAsync(Token));
        await browser.PostAsync($"/admin/releases/{release}/edit?handler=Keep", new() { ["Input.Version"] = "1", ["Input.Headline"] = "Conwy quay is open", ["Input.Language"] = "en", ["Input.Body"] = "Open." }, from: $"/admin/releases/{release}/edit");

        var page = await BatchAsync(browser, batch, "/undo");
        Assert.Contains("2 releases that nobody has touched will go", page, StringComparison.Ordinal);
        Assert.Contains("Ada editor has text of theirs in it that is not saved", page, StringComparison.Ordinal);
        await browser.PostAsync($"/admin/imports/{batch}/undo");
        await desk.SettleAsync(batch);

        Assert.Equal(1, await desk.AskAsync(db => db.WorkingCopies.CountAsync(c => c.ReleaseId == release, Token)));
        page = await BatchAsync(browser, batch);
        Assert.Contains("back at the bench; 1 release of it stayed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("made, ", page, StringComparison.Ordinal);
        await desk.AcceptAsync(browser, batch);
        Assert.Contains("3 made, 0 merged", await BatchAsync(browser, batch), StringComparison.Ordinal);
        Assert.Equal(3, await desk.AskAsync(db => db.Releases.CountAsync(r => r.Headline.Contains("Conwy"), Token)));
    }

    [Fact]
    public async Task What_was_to_be_published_and_is_not_is_named_with_the_reason()
    {
        var browser = await desk.SignInAsync(Roles.Publisher);
        await desk.AcceptAsync(browser, await UploadAsync(browser, ("rhyl.txt", BenchDesk.Own("Rhyl"))));
        var batch = await UploadAsync(browser, ("rhyl-year.txt", Year("Rhyl")));

        await desk.AcceptAsync(browser, batch, publishes: true);

        foreach (var path in (string[])["", "/report"])
        {
            var page = await BatchAsync(browser, batch, path);
            Assert.Contains("0 public, 3 drafts", page, StringComparison.Ordinal);
            Assert.Contains("not published, because it was here before as a draft", page, StringComparison.Ordinal);
        }

        Assert.Contains("0 made, 3 merged", await BatchAsync(browser, batch), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_at_the_bench_is_counted_on_the_desk_and_in_the_navigation_and_named_where_it_waits_twice()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var first = await UploadAsync(browser, ("bangor.txt", BenchDesk.Own("Bangor")));
        var second = await UploadAsync(browser, ("copy.txt", BenchDesk.Own("Bangor")), ("Bala page.txt", BenchDesk.Own("Bala")));

        var waiting = await desk.AskAsync(db => db.StagedDocuments.CountAsync(d => d.State == StagedState.Planned, Token));
        var page = await browser.GetAsync("/admin");
        Assert.Contains("At the import bench", page, StringComparison.Ordinal);
        Assert.Contains($"<span class=\"count\">{waiting}</span>", await browser.Client.GetStringAsync(new Uri("/admin", UriKind.Relative), Token), StringComparison.Ordinal);
        Assert.Contains($"Imports<span class=\"badge\">{waiting}", (await browser.Client.GetStringAsync(new Uri("/admin/contacts", UriKind.Relative), Token)).Replace("<span class=\"unseen\">, </span>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"import no. {second}", await BatchAsync(browser, first), StringComparison.Ordinal);
        var other = await BatchAsync(browser, second);
        Assert.Contains($"href=\"/admin/imports/{first}\">import no. {first}", other, StringComparison.Ordinal);
        Assert.Equal(2, other.Split("waits also in").Length);
    }

    [Fact]
    public async Task A_document_is_left_out_and_taken_up_again_with_plain_forms()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, ("barmouth.txt", BenchDesk.Own("Barmouth")));
        Assert.Contains("Leave out", await BatchAsync(browser, batch), StringComparison.Ordinal);

        await MarkAsync(browser, batch, "LeaveOut");
        var page = await BatchAsync(browser, batch);
        Assert.Contains("Ada editor has left it out.", page, StringComparison.Ordinal);
        Assert.Contains("Nothing imported", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"seen\"", page, StringComparison.Ordinal);
        Assert.Contains("Left out <span class=\"quiet\">(1)</span>", await BatchAsync(browser, batch, "/report"), StringComparison.Ordinal);

        await MarkAsync(browser, batch, "TakeUp");
        Assert.Contains("At the bench", await BatchAsync(browser, batch), StringComparison.Ordinal);
        await desk.AcceptAsync(browser, batch);
        Assert.Contains("Nothing was changed", await Browser.TextAsync(await browser.Client.GetAsync((await MarkAsync(browser, batch, "LeaveOut")).Headers.Location, Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_thrown_away_after_a_page_that_names_what_goes()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, ("harlech.txt", BenchDesk.Own("Harlech")), ("empty.txt", []));
        Assert.Contains($"/admin/imports/{batch}/throw-away", await BatchAsync(browser, batch), StringComparison.Ordinal);
        Assert.Contains($"/admin/imports/{batch}/throw-away", await BatchAsync(browser, batch, "/undo"), StringComparison.Ordinal);
        var page = await BatchAsync(browser, batch, "/throw-away");
        Assert.Contains("2 documents will go", page, StringComparison.Ordinal);
        Assert.Contains("harlech.txt (3 releases proposed)", page, StringComparison.Ordinal);

        await browser.PostAsync($"/admin/imports/{batch}/throw-away");

        Assert.Equal(0, await desk.AskAsync(db => db.StagedDocuments.CountAsync(d => d.BatchId == batch, Token)));
        Assert.DoesNotContain($"no. {batch}<", await browser.GetAsync("/admin/imports"), StringComparison.Ordinal);
        Assert.Contains("Thrown away", await BatchAsync(browser, batch), StringComparison.Ordinal);
        Assert.Contains("thrown away already", await BatchAsync(browser, batch, "/throw-away"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Client.GetAsync(new Uri("/admin/imports/99999/throw-away", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task A_bad_zip_is_named_in_the_batch_and_the_good_files_are_taken()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntry("page.txt");

        var batch = await UploadAsync(browser, ("broken.zip", zip.ToArray()[..20]), ("tywyn.txt", BenchDesk.Own("Tywyn")), ("TYWYN.TXT", "Another."u8.ToArray()));

        var page = await BatchAsync(browser, batch);
        Assert.Contains("broken.zip is damaged", page, StringComparison.Ordinal);
        Assert.Contains("Two files are called TYWYN.TXT", page, StringComparison.Ordinal);
        Assert.Contains("1 document at the bench", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Read the skipped and refused documents again", page, StringComparison.Ordinal);
        Assert.Contains("Word documents", await browser.GetAsync("/admin/imports/new"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_of_which_nothing_can_be_imported_is_not_called_finished_and_an_empty_file_is_empty_everywhere()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, ("poster.pdf", "%PDF-1.4"u8.ToArray()), ("nothing.txt", []));

        var page = await BatchAsync(browser, batch);
        Assert.Contains("Nothing imported", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Finished", page, StringComparison.Ordinal);
        var report = await BatchAsync(browser, batch, "/report");
        Assert.Contains("Refused <span class=\"quiet\">(1)</span>", report, StringComparison.Ordinal);
        Assert.Contains("Without a release <span class=\"quiet\">(1)</span>", report, StringComparison.Ordinal);
        Assert.DoesNotContain("not finished", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_while_a_document_is_being_written_says_so_and_the_page_goes_on_looking()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var batch = await UploadAsync(browser, ("aberdyfi.txt", BenchDesk.Own("Aberdyfi")));
        await browser.PostAsync($"/admin/imports/{batch}?handler=Stop", [], from: "/admin/imports/new");
        await desk.AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch).ExecuteUpdateAsync(d => d.SetProperty(x => x.State, StagedState.Queued), Token));
        var signal = desk.Services.GetRequiredService<BenchSignal>();
        try
        {
            var page = "";
            // The worker may still be saying that it has done with the reading.
            for (var i = 0; i < 100 && !signal.IsWriting(batch); i++)
            {
                signal.NoteWriting(batch);
                page = await BatchAsync(browser, batch);
            }

            Assert.Contains("The document that was begun is still being written.", page, StringComparison.Ordinal);
            Assert.Contains("data-moving=\"yes\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain(">Resume<", page, StringComparison.Ordinal);
        }
        finally
        {
            signal.NoteWriting(0);
        }

        var stopped = await BatchAsync(browser, batch);
        Assert.Contains("Stopped in the middle", stopped, StringComparison.Ordinal);
        Assert.Contains(">Resume<", stopped, StringComparison.Ordinal);
    }
}
