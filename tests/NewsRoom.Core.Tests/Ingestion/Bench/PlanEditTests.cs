using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion.Bench;

/// <summary>Leaving out and restoring, checking, and why an edit cannot be done.</summary>
public sealed class PlanEditTests : BenchFixture
{
    private static readonly string Undated = HarbourPage.Text.Replace("12 March 2019\n\n", "", StringComparison.Ordinal).Replace("3 February 2019\n\n", "", StringComparison.Ordinal).Replace("20 January 2019\n\n", "", StringComparison.Ordinal);

    private async Task<BenchOutcome> DoesAsync(int batch, PlanEditKind kind, int line, int? other = null, ReleaseOverride? said = null)
    {
        var outcome = await EditAsync(batch, kind, line, other, said);
        Assert.Equal(StoreResult.Done, outcome.Result);
        return outcome;
    }

    private async Task<IReadOnlyList<ReleaseDraft>> ReleasesAsync(int batch) => (await OpenAsync(batch))!.Plan.Releases;

    private async Task<IReadOnlyList<DroppedRelease>> RestorableAsync(int batch) => (await OpenAsync(batch))!.Log.Replay().Restorable;

    private static (int, int)[] Lines(IEnumerable<ReleaseDraft> releases) => [.. releases.Select(r => (r.StartLine, r.EndLine))];

    [Fact]
    public async Task Neighbours_that_were_left_out_come_back_each_with_its_lines_its_cut_and_its_words()
    {
        var batch = await UploadAsync(HarbourPage.File());
        await DoesAsync(batch, PlanEditKind.Say, 18, said: new() { Headline = "Medal for the crew", Date = "2019-02", Contacts = [new("Zoe Zander", null, null, "020 7946 0009", null)] });
        var before = await ReleasesAsync(batch);
        await DoesAsync(batch, PlanEditKind.Drop, 7);
        await DoesAsync(batch, PlanEditKind.Drop, 18);
        Assert.Equal([(3, 14, "Ann"), (16, 28, "Ann")], (await RestorableAsync(batch)).Select(d => (d.Range.StartLine, d.Range.EndLine, d.By)));

        await DoesAsync(batch, PlanEditKind.Restore, 16, 28);
        await DoesAsync(batch, PlanEditKind.Restore, 3, 14);

        var after = await ReleasesAsync(batch);
        Assert.Equal(Lines(before), Lines(after));
        Assert.Equal(before.Select(r => (r.Headline, r.Date, r.Cut.Confidence, string.Join(' ', r.Cut.Cues), r.Body)), after.Select(r => (r.Headline, r.Date, r.Cut.Confidence, string.Join(' ', r.Cut.Cues), r.Body)));
        Assert.Equal(["Zoe Zander"], after[1].Contacts.Select(c => c.Name));
        Assert.Empty(await RestorableAsync(batch));
    }

    [Fact]
    public async Task What_was_left_out_can_be_restored_while_its_lines_are_free_and_is_part_of_no_other_release_before()
    {
        var batch = await UploadAsync(HarbourPage.File());
        await DoesAsync(batch, PlanEditKind.Drop, 18);
        var moved = await DoesAsync(batch, PlanEditKind.Move, 30, 34);
        Assert.Equal([(3, 14), (34, 38)], Lines(await ReleasesAsync(batch)));
        Assert.Equal("No release now holds lines 30 to 33.", moved.Message);
        Assert.Single(await RestorableAsync(batch));

        var merged = await DoesAsync(batch, PlanEditKind.Merge, 3);

        Assert.Equal("It holds what was left out between them too, from line 16 on.", merged.Message);
        Assert.Empty(await RestorableAsync(batch));
        Assert.Contains("these lines are in a release again", (await EditAsync(batch, PlanEditKind.Restore, 16, 28)).Message!, StringComparison.Ordinal);
        await AtBenchAsync(async b => await b.TakeBackAsync(batch, 1, (await OpenAsync(batch))!.Staged.Version, "Ann", Token));
        Assert.Single(await RestorableAsync(batch));
    }

    [Fact]
    public async Task What_an_editor_checked_is_counted_and_reported_no_more_until_its_lines_change()
    {
        var batch = await UploadAsync(HarbourPage.File(text: Undated));
        var releases = await ReleasesAsync(batch);
        Assert.All(releases, r => Assert.True(r.IsOpen));
        var first = releases[0];
        async Task<int> LeftAsync() => await AskAsync(db => db.StagedDocuments.Select(d => d.Unsure).SingleAsync(Token));

        await DoesAsync(batch, PlanEditKind.Check, first.StartLine);
        Assert.Equal((true, false, releases.Count - 1), ((await ReleasesAsync(batch))[0].IsChecked, (await ReleasesAsync(batch))[0].IsOpen, await LeftAsync()));
        await DoesAsync(batch, PlanEditKind.Drop, first.StartLine);
        await DoesAsync(batch, PlanEditKind.Restore, first.StartLine, first.EndLine);
        Assert.Equal(releases.Count - 1, await LeftAsync());
        await DoesAsync(batch, PlanEditKind.Merge, first.StartLine);
        Assert.All(await ReleasesAsync(batch), r => Assert.True(r.IsOpen));
        await AtBenchAsync(async b => await b.TakeBackAsync(batch, 1, (await OpenAsync(batch))!.Staged.Version, "Ann", Token));
        await AcceptAsync(batch);

        var notes = await AskAsync(db => db.Releases.OrderBy(r => r.Id).Select(r => r.UnsureNotes).ToListAsync(Token));
        Assert.Equal((releases.Count, 1, true), (notes.Count, notes.Count(n => n is null), notes[0] is null));
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_with_its_reason()
    {
        var batch = await UploadAsync(HarbourPage.File());
        foreach (var (kind, line, other, reason) in new (PlanEditKind, int, int?, string)[]
        {
            (PlanEditKind.StartOver, 1, null, "There is no edit to take back."),
            (PlanEditKind.Split, 3, null, "A release begins at line 3 already."),
            (PlanEditKind.Split, 999, null, "Line 999 is in no release."),
            (PlanEditKind.Merge, 32, null, "It is the last release: there is no next one to join it with."),
            (PlanEditKind.Move, 18, 40, "The release ends at line 28: it cannot begin at line 40."),
            (PlanEditKind.Move, 18, 3, "The release before it begins at line 3: nothing would be left of that one. Merge them instead."),
            (PlanEditKind.Move, 18, 16, "The release begins at line 16 already."),
            (PlanEditKind.Add, 10, 20, "Some of these lines are in the release of lines 3 to 14."),
            (PlanEditKind.Add, 15, 15, "A release of line 15 would have no text of its own."),
            (PlanEditKind.Restore, 3, 14, "No release that was left out has the lines 3 to 14, or these lines are in a release again."),
            (PlanEditKind.Uncheck, 3, null, "Nobody has checked the release at line 3."),
        })
        {
            var outcome = await EditAsync(batch, kind, line, other);
            Assert.Equal((StoreResult.Refused, "Nothing was changed. " + reason), (outcome.Result, outcome.Message));
        }
    }

    [Fact]
    public void An_edited_plan_is_the_plan_that_was_found_where_nothing_was_edited()
    {
        foreach (var text in (string[])[HarbourPage.Text, Undated, "---\ntitle: One\n---\nOne release in a file of its own.\n", " \n\n"])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var found = Planned.Pipeline.Plan("page.md", bytes, Token);

            var edited = Planned.Pipeline.Plan("page.md", bytes, PlanEdits.Of(found), Token);

            Assert.Equal((found.Status, string.Join('|', found.Releases.Select(r => $"{r.StartLine} {r.EndLine} {r.Headline} {r.Body} {r.Date}"))), (edited.Status, string.Join('|', edited.Releases.Select(r => $"{r.StartLine} {r.EndLine} {r.Headline} {r.Body} {r.Date}"))));
        }
    }

    [Fact]
    public void A_kept_plan_is_found_by_its_key_and_the_cache_holds_no_more_than_its_bound()
    {
        var cache = new PlanCache();
        var plan = Planned.Of(HarbourPage.Text);
        ImportPlan Of(long bytes) => plan with { Document = plan.Document with { Bytes = new byte[bytes] } };
        cache.Keep("a", Of(PlanCache.MaxBytes / 2));
        cache.Keep("b", Of(PlanCache.MaxBytes / 2));
        Assert.NotNull(cache.Find("a"));

        cache.Keep("c", Of(PlanCache.MaxBytes / 4));
        cache.Keep("huge", Of(PlanCache.MaxBytes + 1));

        Assert.Equal([true, false, true, false], ((string[])["a", "b", "c", "huge"]).Select(k => cache.Find(k) is not null));
    }

    [Fact]
    public async Task A_plan_is_looked_at_again_without_being_made_again_until_it_is_edited_or_the_themes_change()
    {
        var batch = await UploadAsync(HarbourPage.File());
        var cache = new PlanCache();
        async Task<ReleaseDraft> FirstAsync()
        {
            await using var db = Open();
            return (await new ImportBench(db, Clock, null, cache).OpenAsync(batch, 1, compares: false, Token))!.Plan.Releases[0];
        }

        var first = await FirstAsync();
        Assert.Same(first.Body, (await FirstAsync()).Body);
        await DoesAsync(batch, PlanEditKind.Split, 9);
        var split = await FirstAsync();
        Assert.NotEqual(first.EndLine, split.EndLine);
        await using (var db = Open())
        {
            db.Themes.Add(new("harbours", "Harbours", "About harbours"));
            await db.SaveChangesAsync(Token);
        }

        Assert.NotSame(split.Body, (await FirstAsync()).Body);
    }
}
