using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.Enquiries;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
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
    }

    [Fact]
    public async Task A_document_of_which_a_release_stayed_is_back_at_the_bench_and_accepting_it_makes_nothing_twice()
    {
        var batch = await UploadAsync(HarbourPage.File());
        await AcceptAsync(batch);
        var edited = await EditLifeboatAsync();

        await UndoAsync(batch);

        Assert.Equal((StagedState.Planned, 0, 0), await AskAsync(db => db.StagedDocuments.Select(d => ValueTuple.Create(d.State, d.Made, d.Merged)).SingleAsync(Token)));
        Assert.Equal([null, edited, null], (await OpenAsync(batch))!.Plan.Releases.Select(r => r.ExistingReleaseId));
        await EditAsync(batch, PlanEditKind.Drop, 5);
        await EditAsync(batch, PlanEditKind.Split, 34);
        await AcceptAsync(batch);
        Assert.Equal((3, 1, 2, 3, 3), await CountsAsync());
        Assert.Equal([(1, 16, true), (2, 30, false), (3, 34, false)], await AskAsync(db => db.Sources.OrderBy(s => s.Index).Select(s => ValueTuple.Create(s.Index, s.StartLine, s.ReleaseId == edited)).ToListAsync(Token)));
        Assert.Equal("Lifeboat crew honoured", await AskAsync(db => db.Releases.Where(r => r.Id == edited).Select(r => r.Headline).SingleAsync(Token)));
        Assert.Equal(StagedState.Skipped, await StateAsync(await UploadAsync(HarbourPage.File())));
    }

    [Fact]
    public async Task A_release_that_stayed_keeps_its_place_when_its_lines_are_left_out_later()
    {
        var batch = await UploadAsync(HarbourPage.File());
        await AcceptAsync(batch);
        var edited = await EditLifeboatAsync();
        await UndoAsync(batch);
        await EditAsync(batch, PlanEditKind.Drop, 18);

        await AcceptAsync(batch);

        Assert.Equal((3, 1, 2, 3, 3), await CountsAsync());
        Assert.Equal((3, 16, 28), await AskAsync(db => db.Sources.Where(s => s.ReleaseId == edited).Select(s => ValueTuple.Create(s.Index, s.StartLine, s.EndLine)).SingleAsync(Token)));
    }

    [Fact]
    public async Task What_an_undone_import_of_the_command_line_has_left_in_part_is_read_again_from_a_new_upload()
    {
        var seed = await UploadAsync(HarbourPage.File());
        var plan = (await OpenAsync(seed))!.Plan;
        await AtBenchAsync(b => b.ThrowAwayAsync(seed, "Ann", Token));
        await ApplyAsync(publish: true, plan);
        var direct = await AskAsync(db => db.Batches.Where(b => !b.IsStaged).Select(b => b.Id).SingleAsync(Token));
        await EditLifeboatAsync();
        Assert.Equal(StagedState.Skipped, await StateAsync(await UploadAsync(HarbourPage.File())));
        await UndoAsync(direct);

        var again = await UploadAsync(HarbourPage.File());
        Assert.Equal(StagedState.Planned, await StateAsync(again));
        await AcceptAsync(again);

        Assert.Equal((3, 1, 2, 3, 3), await CountsAsync());
        Assert.Equal(again, await AskAsync(db => db.Documents.Select(d => d.BatchId).SingleAsync(Token)));
    }

    [Fact]
    public async Task A_new_upload_of_a_document_that_is_back_at_the_bench_is_read_too_and_whichever_is_accepted_first_has_it()
    {
        var batch = await UploadAsync(HarbourPage.File());
        await AcceptAsync(batch);
        await EditLifeboatAsync();
        await UndoAsync(batch);

        var again = await UploadAsync(HarbourPage.File());
        Assert.Equal(StagedState.Planned, await StateAsync(again));
        await AcceptAsync(again);
        await AcceptAsync(batch);

        Assert.Equal((3, 1, 2, 3, 3), await CountsAsync());
        Assert.Equal((StagedState.Skipped, StagedState.Accepted), (await StateAsync(batch), await StateAsync(again)));
        Assert.Equal((0, 3), ((await ReportAsync(batch)).Made.Count, (await ReportAsync(again)).Made.Count));
    }

    [Fact]
    public async Task Text_that_is_typed_and_not_saved_keeps_its_release_and_stays_itself()
    {
        var batch = await UploadAsync(HarbourPage.File());
        await AcceptAsync(batch);
        var typed = await AskAsync(db => db.Releases.OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(Token));
        await using (var db = Open())
        {
            db.Users.Add(new Editor { Id = "eve", UserName = "eve", DisplayName = "Eve" });
            await db.SaveChangesAsync(Token);
            await new WorkingCopies(db, Clock).KeepAsync("eve", typed, 1, """{"Headline":"The quay is open"}""", Token);
        }

        await UndoAsync(batch);

        var kept = Assert.Single((await ReportAsync(batch)).Kept);
        Assert.Equal((typed, "Eve has text of theirs in it that is not saved"), (kept.Id, kept.Notes.Single()));
        Assert.Equal(typed, await AskAsync(db => db.WorkingCopies.Select(c => c.ReleaseId).SingleAsync(Token)));
    }

    [Theory]
    [InlineData("open", "Eve has it open in the form")]
    [InlineData("link", "Eve has given somebody a link that shows it")]
    [InlineData("sent back", "Eve has sent it back with a note")]
    [InlineData("enquiry", "a journalist has asked about it")]
    [InlineData("moved", "Eve has worked on it since")]
    [InlineData("translation", "it was linked with a translation")]
    public async Task Whatever_a_person_has_done_with_a_release_keeps_it(string touch, string reason)
    {
        var batch = await UploadAsync(HarbourPage.File());
        await AcceptAsync(batch);
        var id = await AskAsync(db => db.Releases.OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(Token));
        await using (var db = Open())
        {
            db.Users.Add(new Editor { Id = "eve", UserName = "eve", DisplayName = "Eve" });
            await db.SaveChangesAsync(Token);
            var audit = new AuditLog(db, Clock, () => new AuditActor("eve", "Eve", null));
            var store = new ReleaseStore(db, new SqliteSearchIndex(), Clock, audit, TimeZoneInfo.Utc);
            await (touch switch
            {
                "open" => new WorkingCopies(db, Clock).OpenAsync("eve", "Eve", id, Token),
                "link" => new PreviewLinks(db, Clock, audit).CreateAsync(id, "A reporter", null, Clock.Now.AddDays(2), "Eve", Token),
                "sent back" => SendBackAsync(store, id),
                "enquiry" => AddAsync(db, new Enquiry(new EnquiryForm("Rae", null, "rae@example.org", null, "When?", null, null, null, id), Clock.Now)),
                "moved" => store.MoveAsync(id, Slug.From("elsewhere"), Token),
                _ => TranslateAsync(store, id),
            });
        }

        await UndoAsync(batch);

        Assert.Equal(reason, Assert.Single((await ReportAsync(batch)).Kept).Notes.Single());
        Assert.True(await AskAsync(db => db.Releases.AnyAsync(r => r.Id == id, Token)));
    }

    private static async Task SendBackAsync(ReleaseStore store, int id)
    {
        await store.SubmitAsync(id, Token);
        Assert.Equal(StoreResult.Done, await store.SendBackAsync(id, 1, "Shorter, please.", "Eve", Token));
    }

    private static Task<int> AddAsync(NewsRoomDbContext db, object row)
    {
        db.Add(row);
        return db.SaveChangesAsync(Token);
    }

    private static async Task TranslateAsync(ReleaseStore store, int id)
    {
        var other = await store.CreateAsync(new ReleaseContent { Headline = "El muelle", Body = "Abierto.", Language = "es" }, "Eve", null, Token);
        Assert.Equal(StoreResult.Done, await store.LinkTranslationAsync(id, other.Id, Token));
    }

    private Task<StagedState> StateAsync(int batch) => AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch).Select(d => d.State).SingleAsync(Token));

    private async Task<int> EditLifeboatAsync()
    {
        var id = await AskAsync(db => db.Releases.Where(r => r.Headline.StartsWith("Lifeboat")).Select(r => r.Id).SingleAsync(Token));
        await SaveAsync(id, c => c with { Headline = "Lifeboat crew honoured" });
        return id;
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
