using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.Imports;

/// <summary>What editors do to a plan, alone and at the same time, and the last look before it goes public.</summary>
public sealed partial class BenchPlanTests(BenchDesk desk) : IClassFixture<BenchDesk>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Three releases, in lines 3 to 12, 14 to 24 and 26 to 32, of which none has a date of its own.</summary>
    private static byte[] Undated(string town) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(BenchDesk.Own(town))
        .Replace("12 March 2019\n\n", "", StringComparison.Ordinal).Replace("3 February 2019\n\n", "", StringComparison.Ordinal).Replace("20 January 2019\n\n", "", StringComparison.Ordinal));

    private Task<int> UnsureAsync(int batch) => desk.AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch).Select(d => d.Unsure).SingleAsync(Token));

    private async Task<(int Start, int End)[]> CutsAsync(int batch) => await desk.AskAsync(async db => (await new ImportBench(db, desk.Clock).OpenAsync(batch, 1, compares: false, Token))!.Plan.Releases.Select(r => (r.StartLine, r.EndLine)).ToArray());

    private static string Location(HttpResponseMessage answer) => answer.Headers.Location!.OriginalString;

    [Fact]
    public async Task An_edit_that_would_hit_other_lines_of_the_newer_plan_is_not_offered_as_the_same_one()
    {
        var (ann, ben) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        var batch = BenchDesk.IdOf(await desk.UploadAsync(ann, ("brecon.txt", BenchDesk.Own("Brecon"))));
        var (seen, old) = (await desk.VersionAsync(batch), await ben.GetAsync($"/admin/imports/{batch}/1"));
        Assert.Contains("name=\"Place\" value=\"3-16-28-38\"", old, StringComparison.Ordinal);
        await desk.EditAsync(ann, batch, "Merge", 5);

        var page = await Browser.TextAsync(await desk.EditAsync(ben, batch, "Drop", 16, version: seen, place: "3-16-28-38"));

        Assert.Contains("Somebody was quicker", page, StringComparison.Ordinal);
        Assert.Contains("the release there had lines 16 to 28. Line 16 is now in “Brecon Trust opens the north Brecon quay to small boats”, lines 3 to 28.", page, StringComparison.Ordinal);
        Assert.Contains("Leave out all of lines 3 to 28", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Do it on the newer plan", page, StringComparison.Ordinal);
        Assert.Equal([(3, 28), (30, 38)], await CutsAsync(batch));

        // The last release stands where it stood, but no longer with the same one before it.
        page = await Browser.TextAsync(await desk.EditAsync(ben, batch, "Drop", 30, version: seen, place: "16-30-38-0"));
        Assert.Contains("Do it on the newer plan", page, StringComparison.Ordinal);
        page = await Browser.TextAsync(await desk.EditAsync(ben, batch, "Move", 30, 32, seen, "16-30-38-0"));
        Assert.Contains("Let lines 30 to 38 begin at line 32", page, StringComparison.Ordinal);
        page = await Browser.TextAsync(await desk.EditAsync(ben, batch, "Merge", 3, null, seen, "0-3-14-28"));
        Assert.Contains("Make one release of lines 3 to 38", page, StringComparison.Ordinal);
        page = await Browser.TextAsync(await desk.EditAsync(ben, batch, "Split", 3, null, seen, "0-3-14-28"));
        Assert.Contains("It cannot be done on the newer plan. A release begins at line 3 already.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_who_was_quicker_than_herself_in_another_window_is_told_so()
    {
        var ann = await desk.SignInAsync(Roles.Editor);
        var batch = BenchDesk.IdOf(await desk.UploadAsync(ann, ("builth.txt", BenchDesk.Own("Builth"))));
        var seen = await desk.VersionAsync(batch);
        await desk.EditAsync(ann, batch, "Drop", 32);

        var page = await Browser.TextAsync(await desk.EditAsync(ann, batch, "Split", 24, version: seen, place: "3-16-28-0"));

        Assert.Contains("You were quicker, in another window", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody was quicker", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_release_that_was_left_out_has_a_button_that_brings_it_back_with_its_words()
    {
        var ann = await desk.SignInAsync(Roles.Editor);
        var batch = BenchDesk.IdOf(await desk.UploadAsync(ann, ("corwen.txt", BenchDesk.Own("Corwen"))));
        await ann.PostAsync($"/admin/imports/{batch}/1/fields?line=18", new() { ["Input.Version"] = $"{await desk.VersionAsync(batch)}", ["Input.Headline"] = "Medal for the crew", ["Input.Date"] = "2019-02" });
        await desk.EditAsync(ann, batch, "Drop", 3);
        await desk.EditAsync(ann, batch, "Drop", 16);

        var page = await ann.GetAsync($"/admin/imports/{batch}/1");
        Assert.Equal(2, page.Split(">Restore</button>").Length - 1);
        Assert.Contains("Left out, lines 3 to 14", page, StringComparison.Ordinal);
        Assert.Contains("Left out, lines 16 to 28", page, StringComparison.Ordinal);
        Assert.Contains("“Medal for the crew”", page, StringComparison.Ordinal);
        await desk.EditAsync(ann, batch, "Restore", 16, 28);

        Assert.Equal([(16, 28), (30, 38)], await CutsAsync(batch));
        page = await ann.GetAsync($"/admin/imports/{batch}/1");
        Assert.Contains("<h2>Medal for the crew ", page, StringComparison.Ordinal);
        Assert.Contains("there is a date line, a press contact stands right before", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checked_release_leaves_the_list_and_comes_back_and_two_editors_can_check_at_the_same_time()
    {
        var (ann, ben) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        var batch = BenchDesk.IdOf(await desk.UploadAsync(ann, ("denbigh.txt", Undated("Denbigh"))));
        var cuts = await CutsAsync(batch);
        var (before, seen) = (await UnsureAsync(batch), await desk.VersionAsync(batch));
        Assert.True(before >= 2, $"only {before} are unsure");
        Assert.Contains($"({before} left)", await ann.GetAsync($"/admin/imports/{batch}/1"), StringComparison.Ordinal);

        var answer = await desk.EditAsync(ann, batch, "Check", cuts[0].Start, version: seen, place: $"0-{cuts[0].Start}-{cuts[0].End}-{cuts[1].End}");
        Assert.Contains($"{before - 1} left to look at", await ann.GetAsync(Location(answer)), StringComparison.Ordinal);
        answer = await desk.EditAsync(ben, batch, "Check", cuts[1].Start, version: seen, place: $"{cuts[0].Start}-{cuts[1].Start}-{cuts[1].End}-{(cuts.Length > 2 ? cuts[2].End : 0)}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        Assert.Equal(before - 2, await UnsureAsync(batch));
        var page = await ann.GetAsync($"/admin/imports/{batch}/1");
        Assert.Contains($"({before - 2} left, 2 checked)", page, StringComparison.Ordinal);
        Assert.Contains("Not checked after all", page, StringComparison.Ordinal);
        await desk.EditAsync(ann, batch, "Uncheck", cuts[1].Start);
        Assert.Equal(before - 1, await UnsureAsync(batch));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_with_the_reason_and_a_move_says_where_the_lines_above_go()
    {
        var ann = await desk.SignInAsync(Roles.Editor);
        var batch = BenchDesk.IdOf(await desk.UploadAsync(ann, ("flint.txt", BenchDesk.Own("Flint"))));
        var answer = await desk.EditAsync(ann, batch, "Split", 16);
        Assert.Contains("Nothing was changed. A release begins at line 16 already.", await ann.GetAsync(Location(answer)), StringComparison.Ordinal);
        Assert.Contains("What stands above that line goes to the release before.", await ann.GetAsync($"/admin/imports/{batch}/1"), StringComparison.Ordinal);

        answer = await desk.EditAsync(ann, batch, "Move", 16, 20);

        Assert.Contains("The release before it now holds lines 16 to 19.", await ann.GetAsync(Location(answer)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_goes_public_before_a_page_has_named_how_much_and_what_is_unsure_about_it()
    {
        var publisher = await desk.SignInAsync(Roles.Publisher);
        var batch = BenchDesk.IdOf(await desk.UploadAsync(publisher, ("gower.txt", Undated("Gower")), ("harlech.txt", BenchDesk.Own("Harlech"))));
        var unsure = await desk.AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch && d.Number == 1).Select(d => d.Unsure).SingleAsync(Token));
        Assert.Contains($"/admin/imports/{batch}/publish", await publisher.GetAsync($"/admin/imports/{batch}"), StringComparison.Ordinal);
        Assert.Contains($"/admin/imports/{batch}/publish/2", await publisher.GetAsync($"/admin/imports/{batch}/2"), StringComparison.Ordinal);

        var page = await publisher.GetAsync($"/admin/imports/{batch}/publish");
        Assert.Contains("</strong> of 2 documents go public at once", page, StringComparison.Ordinal);
        Assert.Contains($"Nobody has checked {unsure} releases", await publisher.GetAsync($"/admin/imports/{batch}/publish/1"), StringComparison.Ordinal);
        Assert.Contains("Find its date: nothing in the text gives one.", page, StringComparison.Ordinal);
        var own = await publisher.GetAsync($"/admin/imports/{batch}/publish/2");
        Assert.Contains("<strong>3 releases</strong> of 1 document go public at once", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Find its date", own, StringComparison.Ordinal);
        // An old page, from before there was a last look, makes drafts at most.
        Assert.Equal(HttpStatusCode.Redirect, (await publisher.PostAsync($"/admin/imports/{batch}/1?handler=Accept", new() { ["version"] = $"{await desk.VersionAsync(batch)}", ["publishes"] = "true" })).StatusCode);
        await desk.SettleAsync(batch);
        Assert.Equal(0, await desk.AskAsync(db => db.Releases.Live(desk.Clock.Now).CountAsync(r => r.Headline.Contains("Gower"), Token)));

        var stale = await publisher.PostAsync($"/admin/imports/{batch}/publish/2", new() { ["seen"] = "0" });
        Assert.EndsWith("/publish/2", Location(stale), StringComparison.Ordinal);
        Assert.Equal(0, await desk.AskAsync(db => db.Releases.Live(desk.Clock.Now).CountAsync(r => r.Headline.Contains("Harlech"), Token)));
        var promised = int.Parse(Promised().Match(await publisher.GetAsync($"/admin/imports/{batch}/publish")).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        await desk.AcceptAsync(publisher, batch, publishes: true);
        Assert.InRange(promised, 1, 3);
        Assert.Equal(promised, await desk.AskAsync(db => db.Releases.Live(desk.Clock.Now).CountAsync(r => r.Headline.Contains("Harlech"), Token)));
    }

    [Fact]
    public async Task Every_entry_of_a_long_list_can_be_reached_and_so_can_every_line()
    {
        var ann = await desk.SignInAsync(Roles.Editor);
        var text = new StringBuilder("Notices of the town of Llangollen\n\n");
        for (var i = 0; i < 130; i++)
            text.Append(CultureInfo.InvariantCulture, $"Llangollen opens its bridge number {i} to walkers\n\nThe town of Llangollen opened the {i}th bridge over the river to walkers, after {i + 2} years of work on its arches and railings, the council has announced.\n\nPress contact: Ann Rivers, Llangollen Council, Tel: 020 7946 0{i:000}\n\n");
        var batch = BenchDesk.IdOf(await desk.UploadAsync(ann, ("llangollen.txt", Encoding.UTF8.GetBytes(text.ToString()))));
        var unsure = await UnsureAsync(batch);
        Assert.True(unsure > 100, $"only {unsure} are unsure");

        static List<string> Listed(string page) => [.. Entry().Matches(page).Select(m => m.Groups[1].Value)];
        var first = Listed(await ann.GetAsync($"/admin/imports/{batch}/1"));
        var second = Listed(await ann.GetAsync($"/admin/imports/{batch}/1?list=2"));
        Assert.Equal((100, unsure), (first.Count, first.Union(second).Count()));

        var answer = await ann.Client.GetAsync(new Uri($"/admin/imports/{batch}/1?go=700", UriKind.Relative), Token);
        Assert.EndsWith("at=700#line-700", Location(answer), StringComparison.Ordinal);
        Assert.Contains("id=\"line-700\"", await ann.GetAsync(Location(answer)), StringComparison.Ordinal);
    }

    [GeneratedRegex("<strong>([0-9]+) releases?</strong>", RegexOptions.NonBacktracking)]
    private static partial Regex Promised();

    [GeneratedRegex("data-line=\"([0-9]+)\">Line", RegexOptions.NonBacktracking)]
    private static partial Regex Entry();
}
