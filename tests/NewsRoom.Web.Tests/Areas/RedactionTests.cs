using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.People;
using NewsRoom.Core.Redactions;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>A name is taken out of everything that is kept, and comes back by no way.</summary>
public sealed class RedactionTests
{
    private const string Name = "Zephyrine Quillfeather";

    /// <summary>As the search index cuts it down to its stem.</summary>
    private const string Stem = "quillfeath";

    private static readonly byte[] Page = Encoding.UTF8.GetBytes($"{Name} tells her story\nToday **Zephyrine** Quillfeather spoke.\nMail zephyrine.quillfeather@example.org.\nAnother line.\n");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_is_found_everywhere_and_afterwards_is_nowhere_in_the_database_file_nor_in_the_log()
    {
        await using var desk = new DeskFixture();
        var logs = Path.Combine(desk.Folder, "logs");
        desk.Settings["Storage:Logs"] = logs;
        desk.Tools = PlainPipeline.Tools;
        var browser = await desk.SignInAsync();
        var id = await FillAsync(desk);
        var slug = (await desk.GetAsync(id)).Slug;
        Assert.Equal("zephyrine-quillfeather-tells-her-story", slug);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/releases/" + slug, Token)).StatusCode);
        Assert.True(Holds(desk.DatabaseFile, Stem) || Holds(desk.DatabaseFile + "-wal", Stem));
        Assert.Contains(Directory.GetFiles(logs), f => Holds(f, Stem));

        var found = await browser.PostAsync("/admin/redactions/find", new() { ["Input.Words"] = "zéphyrine  QUILLFEATHER" }, from: "/admin/redactions");
        var page = await Browser.TextAsync(found);
        foreach (var thing in (string[])["release", "version of a release", "source document", "document at the bench", "contact", "unsaved text", "preview link", "review note", "audit log", "search index of the site", "media", "quotation", "gap", "past address"])
            Assert.Contains(thing, page, StringComparison.Ordinal);
        var places = await desk.WithAsync<RedactionStore, RedactionPlaces>(s => s.FindAsync(Phrase.TryParse(Name)!, Token));
        Assert.True(places.Fields > 25, $"{places.Fields} found");

        await RedactAsync(browser, places.Fields);

        SqliteConnection.ClearAllPools();
        foreach (var file in (string[])[desk.DatabaseFile, desk.DatabaseFile + "-wal"])
        {
            foreach (var word in (string[])[Stem, "zephyrin"])
                Assert.False(Holds(file, word), $"{Path.GetFileName(file)} holds {word}");
        }

        Assert.DoesNotContain(Directory.GetFiles(logs), f => Holds(f, Stem));
        Assert.Equal(0, (await desk.WithAsync<RedactionStore, RedactionPlaces>(s => s.FindAsync(Phrase.TryParse(Name)!, Token))).Fields);
        await CheckWhatIsLeftAsync(desk, browser, id, slug);
        await CheckImportAsync(desk);
    }

    [Fact]
    public async Task Only_administrators_redact_and_nothing_happens_without_a_reason_or_by_an_old_list()
    {
        await using var desk = new DeskFixture();
        var chief = await desk.SignInAsync();
        var publisher = await desk.SignInAsync(Roles.Publisher);
        await desk.LiveAsync("Harbour of Oddwhistle opens");
        Assert.Equal("/account/denied", (await publisher.PostAsync("/admin/redactions/find", new() { ["Input.Words"] = "Oddwhistle" }, from: "/admin/profile")).Headers.Location?.AbsolutePath);
        foreach (var (fields, problem) in ((Dictionary<string, string>, string)[])
        [
            (Order("Oddwhistle", "9", reason: " "), "Write why"),
            (Order("Oddwhistle", "9", reason: "Oddwhistle asked"), "do not write the words in it"),
            (Order("Oddwhistle", "9", replacement: "oddwhistle"), "This holds the words"),
            (Order("Oddwhistle", "1"), "Look at them again"),
            (Order("ab", "1"), "at least three letters"),
            (Order("Ada publisher", "1"), "Somebody with an account"),
        ])
        {
            var answer = await chief.PostAsync("/admin/redactions/find?handler=Redact", fields, from: "/admin/redactions");
            Assert.Contains(problem, await Browser.TextAsync(answer), StringComparison.Ordinal);
        }

        Assert.False(await desk.AskAsync(db => db.Redactions.AnyAsync(Token)));
        Assert.True(await desk.AskAsync(db => db.Releases.AnyAsync(r => r.Headline.Contains("Oddwhistle"), Token)));
    }

    [Fact]
    public async Task A_form_that_was_open_meanwhile_cannot_bring_the_words_back_unawares_and_what_was_live_stays_live()
    {
        await using var desk = new DeskFixture();
        var chief = await desk.SignInAsync();
        var release = await desk.LiveAsync("Statement of Oddwhistle");
        var updated = (await desk.GetAsync(release.Id)).PublicChangeAt;
        var fields = (await desk.WithAsync<RedactionStore, RedactionPlaces>(s => s.FindAsync(Phrase.TryParse("Oddwhistle")!, Token))).Fields;
        await RedactAsync(chief, fields, "Oddwhistle");
        var saved = await desk.WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(release.Id, 1, new ReleaseContent { Headline = "Statement of Oddwhistle", Body = "x" }, "Eve", null, Token));
        Assert.Equal(StoreResult.Outdated, saved.Result);
        var after = await desk.GetAsync(release.Id);
        Assert.True(after.IsLive(desk.Clock.Now));
        Assert.False(after.HasPendingChange);
        Assert.Equal((2, "Statement of [name removed]", updated), (after.LatestRevisionNumber, after.Headline, after.PublicChangeAt));
        Assert.Contains("Redaction 1: Asked for by her family", await chief.GetAsync($"/admin/releases/{release.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_a_redaction_the_audit_log_stays_closed()
    {
        await using var desk = new DeskFixture();
        var chief = await desk.SignInAsync();
        await desk.LiveAsync("Statement of Oddwhistle");
        await Assert.ThrowsAsync<SqliteException>(() => RelabelAsync(desk));
        await RedactAsync(chief, (await desk.WithAsync<RedactionStore, RedactionPlaces>(s => s.FindAsync(Phrase.TryParse("Oddwhistle")!, Token))).Fields, "Oddwhistle");
        await Assert.ThrowsAsync<SqliteException>(() => RelabelAsync(desk));
        // A finished redaction is neither opened again nor deleted.
        await Assert.ThrowsAsync<SqliteException>(() => desk.AskAsync(db => db.Redactions.ExecuteUpdateAsync(r => r.SetProperty(x => x.CompletedAt, (DateTimeOffset?)null), Token)));
        await Assert.ThrowsAsync<SqliteException>(() => desk.AskAsync(db => db.Redactions.ExecuteDeleteAsync(Token)));
        // While one is open labels may change, and still nothing that says who did what to which thing.
        await desk.AskAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Token);
            db.Redactions.Add(new Redaction("", 1, "x", "y", "z", desk.Clock.Now));
            await db.SaveChangesAsync(Token);
            await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Verb = 'forged'", Token));
            await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET ActorId = 'forged'", Token));
            await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM AuditEntries", Token));
            return await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Label = 'other'", Token);
        });
    }

    private static Task<int> RelabelAsync(DeskFixture desk) => desk.AskAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Label = 'other'", Token));

    private static Dictionary<string, string> Order(string words, string fields, string reason = "Asked for by her family", string replacement = "[name removed]") => new()
    {
        ["Input.Words"] = words, ["Order.Fields"] = fields, ["Order.Reason"] = reason, ["Order.Replacement"] = replacement, ["Order.Confirmed"] = "true",
    };

    private static async Task RedactAsync(Browser browser, int fields, string words = Name)
    {
        var answer = await browser.PostAsync("/admin/redactions/find?handler=Redact", Order(words, fields.ToString(System.Globalization.CultureInfo.InvariantCulture)), from: "/admin/redactions");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Browser.TextAsync(answer));
        var page = "";
        for (var i = 0; i < 300 && !page.Contains("Done:", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, Token);
            page = await browser.GetAsync("/admin/redactions");
            Assert.DoesNotContain("It failed", page, StringComparison.Ordinal);
        }

        Assert.Contains("Done:", page, StringComparison.Ordinal);
        Assert.Contains("Asked for by her family", page, StringComparison.Ordinal);
    }

    /// <summary>The name in every kind of thing that is kept.</summary>
    private static async Task<int> FillAsync(DeskFixture desk)
    {
        await desk.ImportAsync(PlainPipeline.Plan("zephyrine quillfeather.txt", Page, Token));
        var id = await desk.AskAsync(db => db.Releases.Select(r => r.Id).SingleAsync(Token));
        var contact = await desk.WithAsync<ContactStore, MediaContact>(s => s.CreateAsync(new ContactDetails(Name, "Speaker", null, null, null, "zephyrine@quillfeather.example"), Token));
        var body = $"Today **Zephyrine** Quillfeather spoke.\n\n“I am here”, said {Name}. Write to <zephyrine.quillfeather@example.org>.";
        await desk.WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(id, 1, new ReleaseContent { Headline = $"{Name} tells her story", Standfirst = "By Z. and ZEPHYRINE\u00a0QUILLFEATHER.", Body = body, Boilerplate = $"About {Name}", ContactIds = [contact.Id] }, "Eve", $"Heard from {Name}", Token));
        Assert.Equal(StoreResult.Done, (await desk.WithAsync<ReleaseStore, ApproveOutcome>(s => s.ApproveAsync(id, new Approval(2, "Approver") { Change = new ChangeNote(ChangeKind.Correction, $"The words of {Name} were wrong.") }, Token))).Result);
        await desk.WithAsync<ImportBench, ImportBatch>(b => b.BeginAsync($"Upload about {Name}", "Eve", DateOrder.DayMonth, [new UploadedFile("other.txt", Encoding.UTF8.GetBytes($"Other news\nOf {Name}.\n"))], Token));
        await desk.WithAsync<PreviewLinks, string>(l => l.CreateAsync(id, $"Friend of {Name}", null, desk.Clock.Now.AddDays(1), "Eve", Token));
        await desk.AskAsync(async db =>
        {
            var editor = await db.Users.Select(u => u.Id).FirstAsync(Token);
            var copy = new WorkingCopy(editor, id);
            copy.Keep(2, $$"""{"Body":"Unsaved words of {{Name}}"}""", desk.Clock.Now);
            db.Add(copy);
            db.Add(new ReviewNote(id, 2, $"Ask {Name} first.", "Eve", desk.Clock.Now));
            db.Add(new LonePublication(id, 2, "Eve", $"{Name} waits.", desk.Clock.Now));
            db.Add(new PastSlug("zephyrine-quillfeather-speaks", id));
            var release = await db.Releases.Include(r => r.Gaps).Include(r => r.Quotations).SingleAsync(r => r.Id == id, Token);
            release.AddGap(new Gap(GapKind.MissingEmail, 2, "Email:", $"Email {Name}:", 0));
            release.AddQuotation(new Quotation(0, "I am here", Name));
            var asset = new Core.Media.Asset(new Core.Media.MediaFile(Core.Media.MediaKind.Png, 1, 1, 1, [1]), new string('0', 64), "zephyrine-quillfeather", $"{Name}.png", "Eve", desk.Clock.Now);
            asset.Describe(new($"{Name} at her desk", false, null, $"Photo: {Name}", null), desk.Clock.Now);
            db.Add(asset);
            return await db.SaveChangesAsync(Token);
        });
        return id;
    }

    private static async Task CheckWhatIsLeftAsync(DeskFixture desk, Browser browser, int id, string slug)
    {
        foreach (var old in (string[])[slug, "zephyrine-quillfeather-speaks"])
        {
            var answer = await browser.Client.GetAsync("/releases/" + old, Token);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone, $"{old}: {answer.StatusCode}");
            Assert.DoesNotContain("quillfeather", await Browser.TextAsync(answer), StringComparison.OrdinalIgnoreCase);
        }

        var release = await desk.GetAsync(id);
        var page = await browser.GetAsync("/releases/" + release.Slug);
        Assert.Contains("[name removed] tells her story", page, StringComparison.Ordinal);
        Assert.Contains("Today [name removed] spoke.", page, StringComparison.Ordinal);
        var entry = await desk.AskAsync(db => db.Audit.AsNoTracking().SingleAsync(e => e.Verb == AuditVerbs.Redacted, Token));
        var redaction = await desk.AskAsync(db => db.Redactions.AsNoTracking().SingleAsync(Token));
        Assert.Contains(redaction.PhraseHash, entry.Details, StringComparison.Ordinal);
        Assert.Equal("Ada administrator", entry.Actor);
        // The test host has no network address, and so no mark of one.
        Assert.True(await desk.AskAsync(db => db.Audit.AnyAsync(e => e.Kind == AuditKinds.Redaction && e.Verb == AuditVerbs.Started && e.ActorId != null, Token)));
        Assert.NotNull(redaction.ScrubbedAt);
        Assert.Contains(await desk.AskAsync(db => db.Audit.Select(e => e.Label).ToListAsync(Token)), label => label == "[name removed] tells her story");
        // Words that are left are still found, and the ones that went are not.
        Assert.Contains("/releases/" + release.Slug, await browser.GetAsync("/search?q=story"), StringComparison.Ordinal);
        Assert.DoesNotContain("/releases/" + release.Slug, await browser.GetAsync("/search?q=Zephyrine"), StringComparison.Ordinal);
        var lines = SourceText.Lines((await desk.AskAsync(db => db.Documents.SingleAsync(Token))).Bytes, "utf-8");
        Assert.Equal(["[name removed] tells her story", "Today [name removed] spoke.", "Mail [name removed].", "Another line."], lines);
    }

    private static async Task CheckImportAsync(DeskFixture desk)
    {
        var outcome = await desk.WithAsync<ImportApplier, ApplyOutcome>(async applier =>
        {
            var batch = await applier.BeginAsync("again", "tests", publishes: true, Token);
            return await applier.ApplyAsync(batch, 0, PlainPipeline.Plan("again.txt", Page, Token), Token);
        });
        Assert.Equal(ApplyOutcome.AppliedBefore, outcome);
        SqliteConnection.ClearAllPools();
        Assert.False(Holds(desk.DatabaseFile, Stem) || Holds(desk.DatabaseFile + "-wal", Stem));
    }

    /// <summary>Whether the bytes of a file hold a word, in upper or lower case.</summary>
    private static bool Holds(string path, string word)
    {
        if (!File.Exists(path))
            return false;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes).Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
