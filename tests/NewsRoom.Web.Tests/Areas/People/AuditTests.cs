using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using Xunit;

namespace NewsRoom.Web.Tests.Areas.People;

/// <summary>What is done is written down with the change, and stays written.</summary>
public sealed class AuditTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<List<AuditEntry>> OfReleaseAsync(int id) =>
        desk.AskAsync(db => db.Audit.AsNoTracking().OfThing(AuditKinds.Release, id.ToString(CultureInfo.InvariantCulture)).OrderBy(e => e.Id).ToListAsync(Token));

    [Fact]
    public async Task Each_step_of_a_release_is_recorded_with_who_took_it_and_shown_on_its_page()
    {
        var browser = await desk.SignInAsync();
        var release = await desk.DraftAsync("A headline for the log", "The canary word is zephyrine.");
        await browser.PostAsync($"/admin/releases/{release.Id}/submit", from: $"/admin/releases/{release.Id}");
        await browser.PostAsync($"/admin/releases/{release.Id}/send-back", from: $"/admin/releases/{release.Id}");
        await browser.PostAsync($"/admin/releases/{release.Id}/publish", new() { ["Input.Version"] = "1", ["Input.When"] = "now" });
        await browser.PostAsync($"/admin/releases/{release.Id}/withdraw", new() { ["Input.Reason"] = "It was wrong." });
        var entries = await OfReleaseAsync(release.Id);
        Assert.Equal([AuditVerbs.Created, AuditVerbs.Submitted, AuditVerbs.SentBack, AuditVerbs.Published, AuditVerbs.Withdrawn], entries.Select(e => e.Verb));
        Assert.All(entries.Skip(1), e => Assert.Equal("Ada administrator", e.Actor));
        Assert.All(entries.Skip(1), e => Assert.NotNull(e.ActorId));
        Assert.All(entries, e => Assert.DoesNotContain("zephyrine", e.Details ?? "", StringComparison.Ordinal));
        Assert.Contains("withdrawn by Ada administrator", await browser.GetAsync($"/admin/releases/{release.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_is_refused_leaves_no_entry()
    {
        var release = await desk.DraftAsync();
        Assert.Equal(StoreResult.NotLegal, await desk.WithAsync<ReleaseStore, StoreResult>(s => s.WithdrawAsync(release.Id, "no", Token)));
        Assert.Equal(StoreResult.Outdated, (await desk.WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(release.Id, 7, new ReleaseContent { Headline = "x", Body = "y" }, "Ada", null, Token))).Result);
        Assert.Equal([AuditVerbs.Created], (await OfReleaseAsync(release.Id)).Select(e => e.Verb));
    }

    [Fact]
    public async Task An_entry_is_neither_changed_nor_deleted()
    {
        await desk.DraftAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.AskAsync(async db =>
        {
            var entry = await db.Audit.FirstAsync(Token);
            db.Entry(entry).Property(e => e.Actor).CurrentValue = "somebody else";
            return await db.SaveChangesAsync(Token);
        }));
        await Assert.ThrowsAsync<DbUpdateException>(() => desk.AskAsync(async db =>
        {
            db.Audit.Remove(await db.Audit.FirstAsync(Token));
            return await db.SaveChangesAsync(Token);
        }));
        await Assert.ThrowsAsync<SqliteException>(() => desk.AskAsync(db => db.Audit.ExecuteDeleteAsync(Token)));
        await Assert.ThrowsAsync<SqliteException>(() => desk.AskAsync(db => db.Audit.ExecuteUpdateAsync(set => set.SetProperty(e => e.Actor, "somebody else"), Token)));
        Assert.True(await desk.AskAsync(db => db.Audit.AnyAsync(Token)));
    }

    [Fact]
    public async Task The_log_is_filtered_by_its_address_and_exported_without_formulas()
    {
        var browser = await desk.SignInAsync();
        await desk.WithAsync<ReleaseStore, Release>(s => s.CreateAsync(new ReleaseContent { Headline = "=cmd|' /C calc'!A0", Body = "Text." }, "@Mallory", null, Token));
        var day = desk.Clock.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = await browser.GetAsync($"/admin/audit?person={Uri.EscapeDataString("@Mallory")}&verb=created&kind=release&day={day}");
        Assert.Contains("=cmd|", page, StringComparison.Ordinal);
        Assert.Contains("Nothing was done that fits", await browser.GetAsync("/admin/audit?person=%40Mallory&day=1999-01-01"), StringComparison.Ordinal);
        var answer = await browser.Client.GetAsync("/admin/audit.csv?person=%40Mallory", Token);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var lines = (await answer.Content.ReadAsStringAsync(Token)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("'=cmd|", lines[1], StringComparison.Ordinal);
        Assert.Contains("'@Mallory", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_paged_by_key_and_an_odd_address_does_no_harm()
    {
        await using var own = new DeskFixture();
        var browser = await own.SignInAsync();
        for (var i = 0; i < 60; i++)
            await own.AskAsync(db =>
            {
                db.Audit.Add(new AuditEntry(own.Clock.Now, new AuditActor(null, "Bulk", null), "saved", new AuditThing("theme", i.ToString(CultureInfo.InvariantCulture), $"Theme number {i}"), null));
                return db.SaveChangesAsync(Token);
            });
        var first = await browser.GetAsync("/admin/audit?person=Bulk");
        Assert.Contains("Theme number 59", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Theme number 9<", first, StringComparison.Ordinal);
        var tenth = await own.AskAsync(db => db.Audit.Where(e => e.Label == "Theme number 10").Select(e => e.Id).SingleAsync(Token));
        Assert.Contains($"before={tenth}", first, StringComparison.Ordinal);
        var second = await browser.GetAsync($"/admin/audit?person=Bulk&before={tenth}");
        Assert.Contains("Theme number 9<", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Earlier", second, StringComparison.Ordinal);
        foreach (var odd in (string[])["before=abc", "day=yesterday", "before=-9223372036854775808", "day=9999-12-31", "person=%00", "verb=' OR 1=1"])
            Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/admin/audit?" + odd, Token)).StatusCode);
    }

    [Fact]
    public async Task Sign_ins_and_failures_are_recorded_without_what_was_typed()
    {
        var email = $"{Guid.NewGuid():n}@example.org";
        await desk.SignInAsync(Roles.Editor, email);
        var browser = desk.NewBrowser();
        await browser.PostAsync("/account/login", new() { ["Input.Email"] = "my secret password", ["Input.Password"] = "my secret password" });
        await browser.PostAsync("/account/login", new() { ["Input.Email"] = email, ["Input.Password"] = "my secret password" });
        var id = await desk.AskAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync(Token));
        var verbs = await desk.AskAsync(db => db.Audit.OfThing(AuditKinds.Person, id).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync(Token));
        Assert.Equal([AuditVerbs.Joined, AuditVerbs.SignedIn, AuditVerbs.SignInFailed], verbs);
        var all = await desk.AskAsync(db => db.Audit.ToListAsync(Token));
        Assert.DoesNotContain(all, e => (e.Label + e.Details + e.Actor).Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_is_a_mark_that_tells_networks_apart_and_not_the_address()
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-origin-");
        var other = Directory.CreateTempSubdirectory("newsroom-origin-");
        try
        {
            var origin = In(folder);
            var mark = origin.MarkOf(IPAddress.Parse("192.0.2.7"));
            Assert.Equal(mark, In(folder).MarkOf(IPAddress.Parse("::ffff:192.0.2.7")));
            Assert.NotEqual(mark, origin.MarkOf(IPAddress.Parse("192.0.2.8")));
            Assert.NotEqual(mark, In(other).MarkOf(IPAddress.Parse("192.0.2.7")));
            Assert.Equal(origin.MarkOf(IPAddress.Parse("2001:db8::1")), origin.MarkOf(IPAddress.Parse("2001:db8::ffff:2")));
            Assert.Null(origin.MarkOf(null));
        }
        finally
        {
            folder.Delete(recursive: true);
            other.Delete(recursive: true);
        }

        static NetworkOrigin In(DirectoryInfo keys) => new(Microsoft.Extensions.Options.Options.Create(new StorageOptions { Keys = keys.FullName }));
    }
}
