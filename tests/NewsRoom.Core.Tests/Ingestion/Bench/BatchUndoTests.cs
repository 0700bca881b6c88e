using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Search;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Bench;

public sealed class BatchUndoTests : BenchFixture
{
    private static readonly string YearPage = HarbourPage.Text.Replace("Harbour Trust press releases", "All our press releases of 2019", StringComparison.Ordinal);

    private Task<(int Releases, int Documents, int Contacts, int Sources, int Found)> CountsAsync() => AskAsync(async db => (
        await db.Releases.CountAsync(Token), await db.Documents.CountAsync(Token), await db.Contacts.CountAsync(Token), await db.Sources.CountAsync(Token),
        await db.DeskSearchTexts.CountAsync(Token)));

    [Fact]
    public async Task What_nobody_touched_goes_without_a_trace_and_can_be_accepted_again()
    {
        var batch = await UploadAsync(HarbourPage.File());
        await AcceptAsync(batch, publishes: true);
        Assert.Equal((3, 1, 2, 3, 3), await CountsAsync());

        await UndoAsync(batch);

        Assert.Equal((0, 0, 0, 0, 0), await CountsAsync());
        Assert.Equal((0, 0, 0), await AskAsync(async db => (await db.Revisions.CountAsync(Token), await db.Gaps.CountAsync(Token), await db.PublicSearchTexts.CountAsync(Token))));
        Assert.Empty((await ReportAsync(batch)).Kept);
        Assert.NotNull((await AskAsync(db => db.Batches.SingleAsync(Token))).UndoneAt);
        await AcceptAsync(batch);
        Assert.Equal((3, 1, 2, 3, 3), await CountsAsync());
    }

    [Fact]
    public async Task What_an_editor_changed_stays_with_its_document_and_is_named()
    {
        var batch = await UploadAsync(HarbourPage.File());
        await AcceptAsync(batch, publishes: true);
        var edited = await AskAsync(db => db.Releases.Where(r => r.Headline.StartsWith("Lifeboat")).Select(r => r.Id).SingleAsync(Token));
        await SaveAsync(edited, c => c with { Headline = "Lifeboat crew honoured" });

        await UndoAsync(batch);

        Assert.Equal((1, 1, 1, 1, 1), await CountsAsync());
        var kept = Assert.Single((await ReportAsync(batch)).Kept);
        Assert.Equal((edited, "Eve has saved it since"), (kept.Id, kept.Notes.Single()));
        Assert.Contains("Eve has saved it since", (await ReportAsync(batch)).ToText(), StringComparison.Ordinal);
        Assert.Equal("Paul Mason", await AskAsync(db => db.Contacts.Select(c => c.Name).SingleAsync(Token)));
        var again = await UploadAsync(HarbourPage.File());
        Assert.Equal(StagedState.Skipped, await AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == again).Select(d => d.State).SingleAsync(Token)));
    }

    [Fact]
    public async Task A_confirmed_contact_and_a_merged_one_stay()
    {
        var batch = await UploadAsync(HarbourPage.File());
        await AcceptAsync(batch);
        await using (var db = Open())
        {
            (await db.Contacts.SingleAsync(c => c.Name == "Ann Rivers", Token)).Confirm("Eve", Clock.Now);
            await db.SaveChangesAsync(Token);
        }

        await UndoAsync(batch);

        Assert.Equal((0, 0, 1, 0, 0), await CountsAsync());
    }

    [Fact]
    public async Task Undoing_a_batch_that_only_found_releases_again_takes_back_its_sources_and_what_it_filled()
    {
        var undated = HarbourPage.Text.Replace("12 March 2019", "", StringComparison.Ordinal);
        var first = await UploadAsync(HarbourPage.File(text: undated));
        await AcceptAsync(first, publishes: true);
        var before = await AskAsync(db => db.Releases.OrderBy(r => r.Id).Select(r => r.Date.NotAfter).FirstAsync(Token));
        Clock.Now += TimeSpan.FromHours(1);
        var second = await UploadAsync(HarbourPage.File("year.txt", YearPage));
        await AcceptAsync(second, publishes: true);
        Assert.Equal((3, 2, 2, 6, 3), await CountsAsync());
        Assert.Equal(new DateOnly(2019, 3, 12), await AskAsync(db => db.Releases.OrderBy(r => r.Id).Select(r => r.Date.Value).FirstAsync(Token)));

        await UndoAsync(second);

        Assert.Equal((3, 1, 2, 3, 3), await CountsAsync());
        var release = await AskAsync(db => db.Releases.OrderBy(r => r.Id).FirstAsync(Token));
        Assert.Equal((before, true, false), (release.Date.NotAfter, release.IsLive(Clock.Now), release.HasPendingChange));
        Assert.Empty((await ReportAsync(second)).Kept);
    }

    [Fact]
    public async Task A_release_that_another_import_found_too_stays_when_the_first_is_undone()
    {
        var first = await UploadAsync(HarbourPage.File());
        await AcceptAsync(first);
        await AcceptAsync(await UploadAsync(HarbourPage.File("year.txt", YearPage)));

        await UndoAsync(first);

        Assert.Equal((3, 2, 2, 6, 3), await CountsAsync());
        Assert.All((await ReportAsync(first)).Kept, k => Assert.Equal("another import found it too", k.Notes.Single()));
    }

    [Fact]
    public async Task An_undo_that_is_killed_goes_on_and_ends()
    {
        var batch = await UploadAsync(HarbourPage.File(), HarbourPage.File("other.txt", HarbourPage.Text.Replace("Saltmarsh", "Whitby Bay Town", StringComparison.Ordinal).Replace("north quay", "old pier", StringComparison.Ordinal)));
        await AcceptAsync(batch);
        await using (var db = Open())
            await new BatchUndo(db, new SqliteSearchIndex(), Clock).RequestAsync(batch, "Ann", Token);
        Assert.Equal(1, await WorkAsync(most: 1));
        Assert.Equal(1, await AskAsync(db => db.Documents.CountAsync(Token)));
        Assert.Null((await AskAsync(db => db.Batches.SingleAsync(Token))).UndoneAt);

        await WorkAsync();

        Assert.Equal((0, 0, 0, 0, 0), await CountsAsync());
        Assert.NotNull((await AskAsync(db => db.Batches.SingleAsync(Token))).UndoneAt);
        Assert.Equal(2, await AskAsync(db => db.StagedDocuments.CountAsync(d => d.State == StagedState.Planned, Token)));
    }

    [Fact]
    public async Task A_batch_of_the_command_line_is_undone_likewise()
    {
        await ApplyAsync(publish: true, Plan("page.txt", Draft("One"), Draft("Two", 2)));
        var batch = await AskAsync(db => db.Batches.Select(b => b.Id).SingleAsync(Token));

        await UndoAsync(batch);

        Assert.Equal((0, 0, 0, 0, 0), await CountsAsync());
    }
}
