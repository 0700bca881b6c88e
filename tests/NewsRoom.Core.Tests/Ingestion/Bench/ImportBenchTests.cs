using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Bench;

public sealed class ImportBenchTests : BenchFixture
{
    private static (int Start, int End)[] Cuts(BenchDocument? document) => [.. document!.Plan.Releases.Select(r => (r.StartLine, r.EndLine))];

    [Fact]
    public async Task An_upload_is_read_and_nothing_is_written()
    {
        var batch = await UploadAsync(HarbourPage.File(), HarbourPage.File("again.txt"), new UploadedFile("empty.txt", []), new UploadedFile("picture.txt", [0x89, 0x50, 0x4E, 0x47]));

        Assert.Equal([(3, 14), (16, 28), (30, 38)], Cuts(await OpenAsync(batch)));
        var states = await AskAsync(db => db.StagedDocuments.OrderBy(d => d.Number).Select(d => d.State).ToListAsync(Token));
        Assert.Equal([StagedState.Planned, StagedState.Skipped, StagedState.Empty, StagedState.Refused], states);
        Assert.Contains("byte for byte", (await AskAsync(db => db.StagedDocuments.SingleAsync(d => d.Number == 2, Token))).Message!, StringComparison.Ordinal);
        Assert.Equal((0, 0), await AskAsync(async db => (await db.Releases.CountAsync(Token), await db.Documents.CountAsync(Token))));
    }

    [Fact]
    public async Task Cuts_are_split_merged_moved_dropped_and_made_and_each_edit_can_be_taken_back()
    {
        var batch = await UploadAsync(HarbourPage.File());
        async Task Does(PlanEditKind kind, int line, int? other, params (int, int)[] cuts)
        {
            Assert.Equal(StoreResult.Done, (await EditAsync(batch, kind, line, other)).Result);
            Assert.Equal(cuts, Cuts(await OpenAsync(batch)));
        }

        await Does(PlanEditKind.Split, 24, null, (3, 14), (16, 22), (24, 28), (30, 38));
        await Does(PlanEditKind.Move, 24, 26, (3, 14), (16, 24), (26, 28), (30, 38));
        await Does(PlanEditKind.Merge, 26, null, (3, 14), (16, 24), (26, 38));
        await Does(PlanEditKind.Drop, 7, null, (16, 24), (26, 38));
        await Does(PlanEditKind.Add, 5, 11, (5, 11), (16, 24), (26, 38));
        await Does(PlanEditKind.StartOver, 1, null, (3, 14), (16, 28), (30, 38));
        foreach (var expected in (int[])[3, 2, 3, 4, 4, 3])
        {
            var now = (await OpenAsync(batch))!;
            Assert.Equal(StoreResult.Done, (await AtBenchAsync(b => b.TakeBackAsync(batch, 1, now.Staged.Version, "Bob", Token))).Result);
            Assert.Equal(expected, (await OpenAsync(batch))!.Plan.Releases.Count);
        }

        Assert.Empty((await OpenAsync(batch))!.Log.Edits);
    }

    [Fact]
    public async Task An_edit_that_makes_no_sense_is_refused_and_changes_nothing()
    {
        var batch = await UploadAsync(HarbourPage.File());
        foreach (var (kind, line, other) in new (PlanEditKind, int, int?)[] { (PlanEditKind.StartOver, 1, null), (PlanEditKind.Split, 3, null), (PlanEditKind.Split, 5, null), (PlanEditKind.Split, 6, null), (PlanEditKind.Split, 999, null), (PlanEditKind.Merge, 32, null), (PlanEditKind.Merge, 2, null), (PlanEditKind.Move, 18, 40), (PlanEditKind.Add, 10, 20), (PlanEditKind.Add, -1, int.MaxValue) })
        {
            var outcome = await EditAsync(batch, kind, line, other);
            // A split at a blank line is a split: it must still leave text on both sides.
            if (kind == PlanEditKind.Split && line == 6)
                Assert.Equal(StoreResult.Done, outcome.Result);
            else
                Assert.Equal((StoreResult.Refused, true), (outcome.Result, outcome.Message is { Length: > 10 }));
        }

        Assert.Equal([(3, 5), (7, 14), (16, 28), (30, 38)], Cuts(await OpenAsync(batch)));
    }

    [Fact]
    public void A_cut_under_a_date_line_begins_there_and_is_dated_by_it_wherever_the_range_before_ends()
    {
        var cut = new Cut(1, ["editor"]);
        foreach (var end in (int[])[14, 17])
        {
            var edits = new PlanEdits([new(5, end, cut), new(18, 28, cut)], new Dictionary<int, ReleaseOverride> { [18] = new() { Headline = "Medal for the crew" } });

            var plan = Planned.Pipeline.Plan("harbour.txt", System.Text.Encoding.UTF8.GetBytes(HarbourPage.Text), edits, Token);

            Assert.Equal([(5, 14), (18, 28)], plan.Releases.Select(r => (r.StartLine, r.EndLine)));
            Assert.Equal(new DateOnly(2019, 2, 3), plan.Releases[1].Date.NotBefore);
            Assert.Equal("Medal for the crew", plan.Releases[1].Headline);
        }
    }

    [Fact]
    public async Task Two_editors_cannot_overwrite_one_another()
    {
        var batch = await UploadAsync(HarbourPage.File());
        var seen = (await OpenAsync(batch))!.Staged.Version;
        Assert.Equal(StoreResult.Done, (await EditAsync(batch, PlanEditKind.Merge, 5, version: seen)).Result);

        Assert.Equal(StoreResult.Outdated, (await EditAsync(batch, PlanEditKind.Drop, 32, version: seen)).Result);
        Assert.Equal(StoreResult.Outdated, (await AtBenchAsync(b => b.TakeBackAsync(batch, 1, seen, "Bob", Token))).Result);
        Assert.Equal(StoreResult.Outdated, (await AtBenchAsync(b => b.AcceptAsync(batch, 1, seen, false, Token))).Result);
        Assert.Equal([(3, 28), (30, 38)], Cuts(await OpenAsync(batch)));
    }

    [Fact]
    public async Task What_an_editor_says_is_what_is_written()
    {
        var batch = await UploadAsync(HarbourPage.File());
        var said = new ReleaseOverride { Headline = "North quay open", Dateline = "Saltmarsh", Standfirst = "", Date = "2019-03", Contacts = [new("Zoe Zander", "Officer", null, "020 7946 0009", "zoe@example.org")] };
        await EditAsync(batch, PlanEditKind.Say, 7, said: said);
        await EditAsync(batch, PlanEditKind.Drop, 32);
        await AcceptAsync(batch);

        await using var db = Open();
        var releases = await db.Releases.Include(r => r.Contacts).ThenInclude(c => c.Contact).Include(r => r.Sources).OrderBy(r => r.Id).ToListAsync(Token);
        Assert.Equal(["North quay open", "Lifeboat crew honoured for rescue in January storm"], releases.Select(r => r.Headline));
        Assert.Equal(("Saltmarsh", null, DatePrecision.Month, DateBasis.Editor, HeadlineBasis.Editor), (releases[0].Dateline, releases[0].Standfirst, releases[0].Date.Precision, releases[0].Date.Basis, releases[0].HeadlineBasis));
        Assert.Equal(("Zoe Zander", "zoe@example.org"), (releases[0].Contacts.Single().Contact!.Name, releases[0].Contacts.Single().Contact!.Email));
        Assert.Equal(3, releases[0].Sources.Single().StartLine);
        Assert.All(releases, r => Assert.Equal(ReleaseState.Draft, r.State));
        Assert.Equal((StagedState.Accepted, 2, 0), await db.StagedDocuments.Select(d => ValueTuple.Create(d.State, d.Made, d.Merged)).SingleAsync(Token));
        Assert.NotNull((await db.Batches.SingleAsync(Token)).FinishedAt);
    }

    [Fact]
    public void A_number_that_an_editor_did_not_touch_keeps_the_form_the_import_found_for_it()
    {
        var page = HarbourPage.Text.Replace("Tel: 020 7946 0001, Email:", "Tel: 22 12 34 57 or +47 22 12 34 58", StringComparison.Ordinal).Replace("020 7946 0002", "+47 22 12 34 56", StringComparison.Ordinal);
        ReleaseDraft With(params ContactOverride[] contacts)
        {
            var edits = new PlanEdits([new(3, 14, new Cut(1, ["editor"]))], new Dictionary<int, ReleaseOverride> { [3] = new() { Contacts = contacts.Length == 0 ? null : contacts } });
            return Planned.Pipeline.Plan("harbour.txt", System.Text.Encoding.UTF8.GetBytes(page), edits, Token).Releases[0];
        }

        var found = Assert.Single(With().Contacts);
        Assert.Equal(("+4722123457", "+4722123458"), (found.Phone?.E164, found.OtherPhone?.E164));
        (string?, string?) Numbers(string name, string? other) => Assert.Single(With(new ContactOverride(name, null, null, "22 12 34 57", null, other)).Contacts) is var c ? (c.Phone?.E164, c.OtherPhone?.E164) : default;
        Assert.Equal(("+4722123457", "+4722123458"), Numbers("Anne Rivers", "+47 22 12 34 58"));
        Assert.Equal(("+4722123457", null), Numbers("Ann Rivers", ""));
        Assert.Equal(("+4722123457", "+4722123458"), Numbers("Ann Rivers", null));
    }

    [Fact]
    public async Task A_kill_between_any_two_steps_loses_nothing_and_makes_nothing_twice()
    {
        var files = Enumerable.Range(1, 4).Select(i => HarbourPage.File($"page{i}.txt", HarbourPage.Text.Replace("Saltmarsh", $"Port Number {i}{i}{i}", StringComparison.Ordinal).Replace("north quay", $"quay {i}", StringComparison.Ordinal))).ToArray();
        var batch = (await AtBenchAsync(b => b.BeginAsync("Upload", "Ann", DateOrder.DayMonth, files, Token))).Id;
        for (var i = 0; i < 4; i++)
            Assert.Equal(1, await WorkAsync(most: 1));
        await AcceptAsync(batch, works: false);
        Assert.Equal(1, await WorkAsync(most: 1));
        Assert.Equal(1, await AskAsync(db => db.Documents.CountAsync(Token)));
        await AtBenchAsync(b => b.StopAsync(batch, Token));
        Assert.Equal(0, await WorkAsync());
        await AtBenchAsync(b => b.ResumeAsync(batch, Token));
        while (await WorkAsync(most: 1) > 0)
        {
            // Each turn is a worker of its own, as after a kill.
        }

        Assert.Equal(4, await AskAsync(db => db.Documents.CountAsync(Token)));
        var sources = await AskAsync(db => db.Sources.CountAsync(Token));
        Assert.Equal(12, sources);
        var again = await AtBenchAsync(async b => await b.AcceptAsync(batch, null, await b.SeenAsync(batch, Token), false, Token));
        Assert.Equal(StoreResult.NotLegal, again.Result);
        var second = await UploadAsync(files);
        Assert.Equal(4, await AskAsync(db => db.StagedDocuments.CountAsync(d => d.BatchId == second && d.State == StagedState.Skipped, Token)));
        Assert.Equal(sources, await AskAsync(db => db.Sources.CountAsync(Token)));
    }

    [Fact]
    public async Task A_second_batch_with_the_same_releases_adds_sources_and_no_releases()
    {
        await AcceptAsync(await UploadAsync(HarbourPage.File()), publishes: true);
        var batch = await UploadAsync(HarbourPage.File("year.txt", HarbourPage.Text.Replace("Harbour Trust press releases", "All our press releases of 2019", StringComparison.Ordinal)));
        Assert.All((await OpenAsync(batch))!.Plan.Releases, r => Assert.NotNull(r.ExistingReleaseId));

        await AcceptAsync(batch);

        Assert.Equal((3, 6), await AskAsync(async db => (await db.Releases.CountAsync(Token), await db.Sources.CountAsync(Token))));
        var report = await ReportAsync(batch);
        Assert.Equal((0, 3), (report.Made.Count, report.Merged.Count));
        Assert.Equal(3, await AskAsync(db => db.Releases.Live(Clock.Now).CountAsync(Token)));
    }

    [Fact]
    public void A_log_survives_its_json_with_everything_that_was_said()
    {
        var log = new PlanLog([new(5, 14, new(0.98, ["page-header"])), new(18, 28, new(1, []))],
            [new(PlanEditKind.Say, 5, Said: new() { Headline = "“<b>” ü", Themes = ["ports"], Contacts = [new("A", null, "B", null, null)] }, By: "Ann", At: Start), new(PlanEditKind.Split, 7)]);

        var read = PlanLog.FromJson(log.ToJson());

        Assert.Equal(log.ToJson(), read.ToJson());
        Assert.Equal(["“<b>” ü", "B"], [read.Edits[0].Said!.Headline!, read.Edits[0].Said!.Contacts![0].Office!]);
        Assert.Equal([5, 7, 18], read.Replay().Ranges.Select(r => r.StartLine));
        Assert.Null(read.With(new(PlanEditKind.Say, 1, Said: new())));
    }
}
