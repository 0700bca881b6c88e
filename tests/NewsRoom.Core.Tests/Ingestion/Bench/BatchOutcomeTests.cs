using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Bench;

/// <summary>What a batch says of itself, and what can be done with one that is not wanted.</summary>
public sealed class BatchOutcomeTests : BenchFixture
{
    private static readonly string YearPage = HarbourPage.Text.Replace("Harbour Trust press releases", "All our press releases of 2019", StringComparison.Ordinal);

    private Task<(StagedState State, int Version)> StagedAsync(int batch, int number = 1) =>
        AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch && d.Number == number).Select(d => ValueTuple.Create(d.State, d.Version)).SingleAsync(Token));

    [Fact]
    public async Task What_repeats_a_release_of_the_same_batch_counts_as_merged_in_the_report_too()
    {
        var batch = await UploadAsync(HarbourPage.File(), HarbourPage.File("year.txt", YearPage));
        await AcceptAsync(batch);

        var report = await ReportAsync(batch);

        Assert.Equal((3, 3), (report.Made.Count, report.Merged.Count));
        Assert.Equal((3, 3), await AskAsync(async db => (await db.StagedDocuments.SumAsync(d => d.Made, Token), await db.StagedDocuments.SumAsync(d => d.Merged, Token))));
        Assert.Equal("year.txt, lines 3 to 14", report.Merged[0].Notes.Single());
    }

    [Fact]
    public async Task The_report_names_what_was_to_be_published_and_is_not_with_the_reason()
    {
        await AcceptAsync(await UploadAsync(HarbourPage.File()));
        var embargoed = "EMBARGOED until 6 May 2031\n\n4 April 2019\n\nBakery of Saltmarsh moves to the old mill\n\nThe bakery of Saltmarsh moves to the old mill, where its new oven was lit today by the miller's daughter.\n\nContact: Ann Rivers, 020 7946 0001\n";
        var batch = await UploadAsync(HarbourPage.File("year.txt", YearPage), HarbourPage.File("bakery.txt", embargoed), HarbourPage.File("school.txt", "5 April 2019\n\nSchool of Wenlow wins a prize for its garden\n\nThe school of Wenlow has won the prize of the county for its garden of herbs.\n\nContact: Gil Ferris, 020 7946 0007\n"));

        await AcceptAsync(batch, publishes: true);

        var report = await ReportAsync(batch);
        Assert.Equal(new BatchStanding(Public: 1, Drafts: 4, Other: 0), report.Standing);
        Assert.Equal(4, report.NotPublished.Count);
        Assert.All(report.NotPublished.Take(3), l => Assert.Equal("not published, because it was here before as a draft, and an import publishes only what it makes", l.Notes.Single()));
        Assert.Contains("not published, because it carries an embargo", report.NotPublished[3].Notes.Single(), StringComparison.Ordinal);
        Assert.Contains("\nNot published: 4\n", report.ToText(), StringComparison.Ordinal);
        Assert.Empty((await ReportAsync(batch - 1)).NotPublished);
    }

    [Fact]
    public async Task A_document_that_is_left_out_is_not_accepted_is_named_and_can_be_taken_up_again()
    {
        var batch = await UploadAsync(HarbourPage.File(), HarbourPage.File("mill.txt", "5 April 2019\n\nSchool of Wenlow wins a prize for its garden\n\nThe school of Wenlow has won the prize of the county for its garden of herbs.\n\nContact: Gil Ferris, 020 7946 0007\n"));
        var version = (await StagedAsync(batch)).Version;
        Assert.Equal(StoreResult.Outdated, (await AtBenchAsync(b => b.LeaveOutAsync(batch, 1, version + 1, "Ann", Token))).Result);
        Assert.Equal(StoreResult.Done, (await AtBenchAsync(b => b.LeaveOutAsync(batch, 1, version, "Ann", Token))).Result);

        await AcceptAsync(batch);

        Assert.Equal(1, await AskAsync(db => db.Releases.CountAsync(Token)));
        var report = await ReportAsync(batch);
        Assert.Equal(("harbour.txt", "Ann has left it out."), (report.LeftOut.Single().File, report.LeftOut.Single().Reason));
        Assert.NotNull(report.FinishedAt);
        Assert.Equal(StoreResult.Done, (await AtBenchAsync(b => b.TakeUpAsync(batch, 1, version + 1, "Ann", Token))).Result);
        Assert.Null((await ReportAsync(batch)).FinishedAt);
        await AcceptAsync(batch);
        Assert.Equal(4, await AskAsync(db => db.Releases.CountAsync(Token)));
        Assert.Equal(StoreResult.NotLegal, (await AtBenchAsync(async b => await b.LeaveOutAsync(batch, 1, (await StagedAsync(batch)).Version, "Ann", Token))).Result);
    }

    [Fact]
    public async Task A_batch_is_thrown_away_only_while_nothing_of_it_is_accepted()
    {
        var batch = await UploadAsync(HarbourPage.File());
        var kept = await UploadAsync(HarbourPage.File("year.txt", YearPage));
        await AcceptAsync(kept);

        Assert.Equal(StoreResult.Done, await AtBenchAsync(b => b.ThrowAwayAsync(batch, "Ann", Token)));
        Assert.Equal(StoreResult.NotLegal, await AtBenchAsync(b => b.ThrowAwayAsync(kept, "Ann", Token)));
        Assert.Equal(StoreResult.NotFound, await AtBenchAsync(b => b.ThrowAwayAsync(999, "Ann", Token)));

        Assert.Equal(kept, await AskAsync(db => db.StagedDocuments.Select(d => d.BatchId).SingleAsync(Token)));
        Assert.Equal(3, await AskAsync(db => db.Releases.CountAsync(Token)));
        await UndoAsync(kept);
        Assert.Equal(StoreResult.Done, await AtBenchAsync(b => b.ThrowAwayAsync(kept, "Ann", Token)));
    }

    [Fact]
    public async Task A_batch_of_which_nothing_could_be_read_is_finished_and_what_the_upload_refused_is_not_read_again()
    {
        var batch = await UploadAsync(new UploadedFile("broken.zip", [], "broken.zip is damaged."), new UploadedFile("empty.txt", []), new UploadedFile("picture.txt", [0x89, 0x50, 0x4E, 0x47]));

        var report = await ReportAsync(batch);
        Assert.NotNull(report.FinishedAt);
        Assert.Equal(["broken.zip", "picture.txt"], report.Refused.Select(l => l.File));
        Assert.Equal("broken.zip is damaged.", report.Refused[0].Reason);
        Assert.Equal(["empty.txt"], report.Empty.Select(l => l.File));
        Assert.Equal(1, await AtBenchAsync(b => b.ReadAgainAsync(batch, Token)));
    }
}
