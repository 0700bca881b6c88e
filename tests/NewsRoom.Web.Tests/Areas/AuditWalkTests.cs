using System.Reflection;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Areas.Admin.Pages;
using NewsRoom.Web.Tests.Areas.Imports;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>Every form of the desk that changes something leaves an entry: the handlers are found by reflection, so that a new one fails here until it is walked or its reason is given.</summary>
public sealed class AuditWalkTests(BenchDesk desk) : IClassFixture<BenchDesk>
{
    private const string Unsaved = "Unsaved text and who has a form open: one person's own, overwritten by itself, never part of what the newsroom holds.";
    private const string Shows = "It shows something and changes nothing.";
    private const string PlanLog = "The plan keeps every edit with who and when; nothing is in the newsroom before it is accepted.";
    private const string OwnTests = "It needs a device or an authenticator; the tests of people's accounts show its entry.";

    /// <summary>Handlers that leave no entry, or are walked elsewhere, each with its reason.</summary>
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["Releases/New?Preview"] = Shows, ["Releases/Edit?Preview"] = Shows, ["Releases/New?Contacts"] = Shows, ["Releases/Edit?Contacts"] = Shows, ["Releases/New?Attachments"] = Shows, ["Releases/Edit?Attachments"] = Shows,
        ["Releases/Preview"] = Shows, ["Releases/Publish?Time"] = Shows, ["Releases/Bulk?Preview"] = Shows, ["Releases/Table?Preview"] = Shows, ["Redactions/Find"] = Shows, ["Profile/Passkeys?Options"] = Shows,
        ["Releases/New?Keep"] = Unsaved, ["Releases/Edit?Keep"] = Unsaved, ["Releases/New?Here"] = Unsaved, ["Releases/Edit?Here"] = Unsaved, ["Releases/New?Leave"] = Unsaved, ["Releases/Edit?Leave"] = Unsaved,
        ["Releases/New?Discard"] = Unsaved, ["Releases/Edit?Discard"] = Unsaved, ["Releases/New?Look"] = Unsaved, ["Releases/Edit?Look"] = Unsaved,
        ["Releases/Edit?Take"] = Shows, ["Profile/Keys"] = "A preference of one browser, kept in its own cookie.",
        ["Imports/Document?Edit"] = PlanLog, ["Imports/Document?TakeBack"] = PlanLog, ["Imports/Fields"] = PlanLog,
        ["Profile/RecoveryCodes"] = OwnTests, ["Profile/Authenticator"] = OwnTests, ["Profile/SecondStepOff"] = OwnTests, ["Profile/Passkeys?Add"] = OwnTests, ["Profile/Passkeys?Name"] = OwnTests, ["Profile/Passkeys?Remove"] = OwnTests,
        ["Releases/Edit?Merge"] = "It saves as the form does; the tests of the merge walk it.",
        ["Imports/New?Folder"] = "It begins as an upload does, with files that lie beside the program.",
        ["Imports/Fields?Row"] = "It shows the form with a row more and saves nothing.",
        ["Imports/Publish"] = "It accepts as the batch's form does, by the same method, and publishes.",
        ["Imports/Document?Accept"] = "It accepts one document as the batch's form accepts all of them, by the same method.",
        ["Releases/Table?Do"] = "It changes by the same method as the form for many releases; the tests of tables walk it.",
        ["Redactions/Find?Redact"] = "It is done beside the site; the tests of redactions show its entry.",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>"Releases/Previews?Revoke" for every method of a page of the desk that answers a POST.</summary>
    private static List<string> Handlers() =>
        [.. typeof(DeskPage).Assembly.GetTypes().Where(t => typeof(DeskPage).IsAssignableFrom(t) && !t.IsAbstract)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)).Select(m => (Page: t, m.Name)))
            .Select(h => $"{h.Page.Namespace!.Split(".Pages.")[^1].Replace('.', '/')}/{h.Page.Name[..^"Model".Length]}" + (h.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal) is { Length: > 0 } name ? "?" + name : "")).Distinct().Order()];

    [Fact]
    public async Task Every_form_that_changes_something_leaves_an_entry()
    {
        var walk = await WalkAsync();
        var handlers = Handlers();
        Assert.True(handlers.Count > 60, $"only {handlers.Count} found");
        Assert.Empty(walk.Keys.Intersect(LeftOut.Keys));
        Assert.Equal([], handlers.Except(walk.Keys).Except(LeftOut.Keys));
        Assert.Equal([], walk.Keys.Concat(LeftOut.Keys).Except(handlers));
        foreach (var (handler, post) in walk)
        {
            var before = await LastAsync();
            var answer = await post();
            var entries = await desk.AskAsync(db => db.Audit.AsNoTracking().Where(e => e.Id > before).ToListAsync(Token));
            Assert.True(entries.Count > 0, $"{handler} answered {answer.StatusCode} and left no entry: {await Browser.TextAsync(answer)}");
            Assert.Contains(entries, e => e.Actor == "Ada administrator" && e.ActorId is not null);
        }
    }

    private Task<long> LastAsync() => desk.AskAsync(async db => await db.Audit.MaxAsync(e => (long?)e.Id, Token) ?? 0);

    /// <summary>The posts, in an order in which each finds what it needs.</summary>
    private async Task<Dictionary<string, Func<Task<HttpResponseMessage>>>> WalkAsync()
    {
        var chief = await desk.SignInAsync(email: "walk@example.org");
        var helper = await desk.SignInAsync(Roles.Editor, "helper@example.org");
        var people = await desk.AskAsync(db => db.Users.ToDictionaryAsync(u => u.Email!, u => u.Id, Token));
        var draft = (await desk.DraftAsync("Walked draft")).Id;
        var other = (await desk.DraftAsync("Walked other")).Id;
        var doomed = (await desk.DraftAsync("Walked doomed")).Id;
        var spanish = (await desk.WithAsync<ReleaseStore, Release>(s => s.CreateAsync(new ReleaseContent { Headline = "Paseo", Body = "Texto.", Language = "es" }, "Fixture", null, Token))).Id;
        await desk.AskAsync(async db =>
        {
            db.LonePublications.Add(new LonePublication(draft, 1, "Somebody else", "Nobody was there.", desk.Clock.Now));
            return await db.SaveChangesAsync(Token);
        });
        var walk = new Dictionary<string, Func<Task<HttpResponseMessage>>>(StringComparer.Ordinal);
        void Add(string handler, Func<Task<HttpResponseMessage>> post) => walk.Add(handler, post);
        Task<HttpResponseMessage> Post(string path, Dictionary<string, string>? fields = null, string? from = null) => chief.PostAsync(path, fields, from ?? "/admin/contacts/new");
        async Task<string> VersionAsync(int id) => $"{(await desk.GetAsync(id)).LatestRevisionNumber}";

        Add("Themes/New", () => Post("/admin/themes/new", new() { ["Input.Name"] = "Walks", ["Input.Slug"] = "walks", ["Input.Description"] = "On foot." }));
        Add("Themes/Edit", async () =>
        {
            var theme = await desk.AskAsync(db => db.Themes.SingleAsync(t => t.Name == "Walks", Token));
            return await Post($"/admin/themes/{theme.Id}", new() { ["Input.Version"] = $"{theme.Version}", ["Input.Name"] = "Walks and rides", ["Input.Description"] = "On foot." });
        });
        Add("Contacts/New", () => Post("/admin/contacts/new", new() { ["Input.Name"] = "Walking Contact" }));
        Add("Contacts/Edit", async () => await Post($"/admin/contacts/{await ContactAsync("Walking Contact")}", new() { ["Input.Version"] = $"{await ContactVersionAsync("Walking Contact")}", ["Input.Name"] = "Walking Contact", ["Input.Role"] = "Guide" }));
        Add("Contacts/Confirm", async () => await Post($"/admin/contacts/{await ContactAsync("Walking Contact")}/confirm", new() { ["version"] = $"{await ContactVersionAsync("Walking Contact")}" }));
        Add("Contacts/Leave", async () => await Post($"/admin/contacts/{await ContactAsync("Walking Contact")}/leave", new() { ["Input.Version"] = $"{await ContactVersionAsync("Walking Contact")}" }));
        Add("Contacts/Leave?Stay", async () => await Post($"/admin/contacts/{await ContactAsync("Walking Contact")}/leave?handler=Stay", new() { ["version"] = $"{await ContactVersionAsync("Walking Contact")}" }));
        Add("Contacts/Merge", async () =>
        {
            await Post("/admin/contacts/new", new() { ["Input.Name"] = "Walking Twin" });
            var before = await LastAsync();
            var answer = await Post($"/admin/contacts/{await ContactAsync("Walking Twin")}/merge", new() { ["Input.Into"] = $"{await ContactAsync("Walking Contact")}" });
            Assert.True(await LastAsync() > before, "no entry of the merge");
            return answer;
        });
        Add("Releases/New", () => Post("/admin/releases/new", new() { ["Input.Headline"] = "Walked new", ["Input.Language"] = "en", ["Input.Body"] = "Text." }));
        Add("Releases/Edit", async () => await Post($"/admin/releases/{draft}/edit", new() { ["Input.Version"] = await VersionAsync(draft), ["Input.Headline"] = "Walked draft", ["Input.Language"] = "en", ["Input.Body"] = "More text." }));
        Add("Releases/Revision", async () => await Post($"/admin/releases/{draft}/revisions/1", new() { ["expected"] = await VersionAsync(draft) }));
        Add("Releases/Checked", () => Post($"/admin/releases/{draft}/checked"));
        Add("Releases/Previews", () => Post($"/admin/releases/{draft}/previews", new() { ["Input.Recipient"] = "A friend", ["Input.Days"] = "2", ["Input.Pinned"] = "true" }));
        Add("Releases/Previews?Revoke", async () => await Post($"/admin/releases/{draft}/previews?handler=Revoke", new() { ["linkId"] = $"{await desk.AskAsync(db => db.PreviewLinks.Select(l => l.Id).FirstAsync(Token))}" }));
        Add("Releases/Translations", () => Post($"/admin/releases/{draft}/translations", new() { ["Input.Address"] = "paseo" }));
        Add("Releases/Translations?Unlink", () => Post($"/admin/releases/{draft}/translations?handler=Unlink"));
        Add("Links/Release", () => Post($"/admin/releases/{draft}/links"));
        Add("Links/Index", () => Post("/admin/links"));
        Add("Releases/Submit", () => Post($"/admin/releases/{draft}/submit"));
        Add("Releases/SendBack", () => Post($"/admin/releases/{draft}/send-back"));
        Add("Releases/Acknowledge", () => Post($"/admin/releases/{draft}/acknowledge"));
        Add("Releases/Publish", async () => await Post($"/admin/releases/{draft}/publish", new() { ["Input.Version"] = await VersionAsync(draft), ["Input.When"] = "now", ["Input.LoneReason"] = "Alone today." }));
        Add("Releases/Address", () => Post($"/admin/releases/{draft}/address", new() { ["Input.Slug"] = "walked-elsewhere" }));
        Add("Releases/Withdraw", () => Post($"/admin/releases/{draft}/withdraw", new() { ["Input.Reason"] = "It was wrong." }));
        Add("Releases/Redraft", () => Post($"/admin/releases/{draft}/redraft"));
        Add("Releases/Bulk?Do", async () => await Post("/admin/releases/bulk?handler=Do", new() { ["Input.Kind"] = "Submit", ["Pick"] = $"{other}-{await VersionAsync(other)}" }));
        Add("Releases/BulkResult?Undo", async () => await Post($"/admin/releases/bulk/{await desk.AskAsync(db => db.BulkChanges.Select(c => c.Id).SingleAsync(Token))}?handler=Undo"));
        Add("Review/Index?SendBack", async () =>
        {
            await desk.WithAsync<ReleaseStore, StoreResult>(s => s.SubmitAsync(other, Token));
            return await ReviewAsync("SendBack", new() { ["BackNote"] = "Shorter, please." });
        });
        Add("Review/Index?Approve", async () =>
        {
            await desk.WithAsync<ReleaseStore, StoreResult>(s => s.SubmitAsync(other, Token));
            return await ReviewAsync("Approve", new() { ["Input.LoneReason"] = "Alone today." });
        });
        Add("Releases/Delete", () => Post($"/admin/releases/{doomed}/delete"));
        Add("Media/Upload", () => FileAsync("/admin/media/upload", "Files", "walk.gif", Gif(1)));
        Add("Media/Drop", () => FileAsync("/admin/media/drop", "file", "drop.gif", Gif(2)));
        Add("Media/Drop?Describe", async () => await Post("/admin/media/drop?handler=Describe", new() { ["id"] = $"{await AssetAsync()}", ["version"] = $"{await AssetVersionAsync()}", ["altText"] = "A dot" }));
        Add("Media/Edit", async () => await Post($"/admin/media/{await AssetAsync()}", new() { ["Input.Version"] = $"{await AssetVersionAsync()}", ["Input.AltText"] = "A black dot" }));
        Add("Media/Replace", async () => await FileAsync($"/admin/media/{await AssetAsync()}/replace", "NewFile", "other.gif", Gif(3), new() { ["version"] = $"{await AssetVersionAsync()}" }));
        Add("Media/Delete", async () => await Post($"/admin/media/{await AssetAsync()}/delete"));
        AddReaders(walk, chief, people);
        AddImports(walk, chief);
        AddPeople(walk, chief, helper, people);
        return walk;

        async Task<HttpResponseMessage> ReviewAsync(string handler, Dictionary<string, string> fields)
        {
            var before = await LastAsync();
            fields["Id"] = $"{other}";
            fields["Input.Version"] = await VersionAsync(other);
            var answer = await Post($"/admin/review?handler={handler}", fields);
            Assert.True(await LastAsync() > before, $"no entry of {handler}: {await Browser.TextAsync(answer)}");
            return answer;
        }

        Task<HttpResponseMessage> FileAsync(string path, string field, string name, byte[] bytes, Dictionary<string, string>? fields = null) => SendAsync(chief, path, field, name, bytes, fields);
        Task<int> AssetAsync() => desk.AskAsync(db => db.Assets.OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(Token));
        Task<int> AssetVersionAsync() => desk.AskAsync(db => db.Assets.OrderBy(a => a.Id).Select(a => a.Version).FirstAsync(Token));
        Task<int> ContactAsync(string name) => desk.AskAsync(db => db.Contacts.Where(c => c.Name == name).Select(c => c.Id).SingleAsync(Token));
        Task<int> ContactVersionAsync(string name) => desk.AskAsync(db => db.Contacts.Where(c => c.Name == name).Select(c => c.Version).SingleAsync(Token));
    }

    private void AddImports(Dictionary<string, Func<Task<HttpResponseMessage>>> walk, Browser chief)
    {
        var batch = 0;
        Task<HttpResponseMessage> Post(string handler) => chief.PostAsync($"/admin/imports/{batch}?handler={handler}", [], from: "/admin/contacts/new");
        walk.Add("Imports/New", async () =>
        {
            var answer = await BenchDesk.PostFilesAsync(chief, ("walk.txt", BenchDesk.Own("Walkton")));
            batch = BenchDesk.IdOf(answer.Headers.Location!.OriginalString);
            await desk.SettleAsync(batch);
            return answer;
        });
        walk.Add("Imports/Batch?Stop", () => Post("Stop"));
        walk.Add("Imports/Batch?Resume", () => Post("Resume"));
        walk.Add("Imports/Batch?Bench", async () =>
        {
            await chief.PostAsync($"/admin/imports/{batch}?handler=Stop", [], from: "/admin/contacts/new");
            await desk.AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch).ExecuteUpdateAsync(d => d.SetProperty(x => x.State, Core.Ingestion.StagedState.Queued), Token));
            var before = await LastAsync();
            var answer = await Post("Bench");
            Assert.True(await LastAsync() > before, "nothing was put back");
            await chief.PostAsync($"/admin/imports/{batch}?handler=Resume", [], from: "/admin/contacts/new");
            return answer;
        });
        walk.Add("Imports/Batch?Again", async () =>
        {
            await desk.AskAsync(db => db.StagedDocuments.Where(d => d.BatchId == batch).ExecuteUpdateAsync(d => d.SetProperty(x => x.State, Core.Ingestion.StagedState.Refused), Token));
            var answer = await Post("Again");
            await desk.SettleAsync(batch);
            return answer;
        });
        walk.Add("Imports/Batch?LeaveOut", async () => await chief.PostAsync($"/admin/imports/{batch}?handler=LeaveOut", new() { ["number"] = "1", ["version"] = $"{await desk.VersionAsync(batch)}" }, from: "/admin/contacts/new"));
        walk.Add("Imports/Batch?TakeUp", async () => await chief.PostAsync($"/admin/imports/{batch}?handler=TakeUp", new() { ["number"] = "1", ["version"] = $"{await desk.VersionAsync(batch)}" }, from: "/admin/contacts/new"));
        walk.Add("Imports/ThrowAway", async () =>
        {
            var unwanted = BenchDesk.IdOf(await desk.UploadAsync(chief, ("unwanted.txt", BenchDesk.Own("Unwanted"))));
            return await chief.PostAsync($"/admin/imports/{unwanted}/throw-away", [], from: "/admin/contacts/new");
        });
        walk.Add("Imports/Batch?Accept", () => desk.AcceptAsync(chief, batch));
        walk.Add("Gaps/Index?Mend", async () =>
        {
            var gap = await desk.AskAsync(db => db.Gaps.AsNoTracking().Where(g => g.Kind == GapKind.MissingEmail).FirstAsync(Token));
            return await chief.PostAsync("/admin/gaps?handler=Mend", new() { ["Gap"] = $"{gap.Id}", ["Version"] = $"{(await desk.GetAsync(gap.ReleaseId)).LatestRevisionNumber}", ["Address"] = "ann@example.org" });
        });
        walk.Add("Gaps/Index?Dismiss", async () =>
        {
            var gap = await desk.AskAsync(db => db.Gaps.AsNoTracking().Where(g => g.MendedAt == null).FirstAsync(Token));
            return await chief.PostAsync("/admin/gaps?handler=Dismiss", new() { ["Gap"] = $"{gap.Id}", ["Version"] = $"{(await desk.GetAsync(gap.ReleaseId)).LatestRevisionNumber}" });
        });
        walk.Add("Imports/Undo", async () =>
        {
            var answer = await chief.PostAsync($"/admin/imports/{batch}/undo", [], from: "/admin/contacts/new");
            await desk.SettleAsync(batch);
            return answer;
        });
    }

    /// <summary>What readers and journalists have sent, and what they are sent.</summary>
    private void AddReaders(Dictionary<string, Func<Task<HttpResponseMessage>>> walk, Browser chief, Dictionary<string, string> people)
    {
        Task<HttpResponseMessage> Post(string path, Dictionary<string, string>? fields = null) => chief.PostAsync(path, fields, from: "/admin/contacts/new");
        async Task<T> MadeAsync<T>(T thing)
            where T : class
        {
            await desk.AskAsync(db =>
            {
                db.Add(thing);
                return db.SaveChangesAsync(Token);
            });
            return thing;
        }

        async Task<HttpResponseMessage> EnquiryAsync(string act, Dictionary<string, string>? more = null)
        {
            var enquiry = await desk.AskAsync(db => db.Enquiries.AsNoTracking().FirstOrDefaultAsync(Token)) ?? await MadeAsync(new Core.Enquiries.Enquiry(new("A journalist", null, "j@example.org", null, "When?", null, null, null, null), desk.Clock.Now));
            var fields = more ?? [];
            fields["version"] = $"{enquiry.Version}";
            return await Post($"/admin/enquiries/{enquiry.Id}/{act}", fields);
        }

        walk.Add("Enquiries/Assign", () => EnquiryAsync("assign", new() { ["editor"] = people["walk@example.org"] }));
        walk.Add("Enquiries/Close", () => EnquiryAsync("close"));
        walk.Add("Enquiries/Reopen", () => EnquiryAsync("reopen"));
        walk.Add("Enquiries/Delete", () => EnquiryAsync("delete"));
        walk.Add("Alerts/Bounce", async () => await Post($"/admin/alerts/{(await MadeAsync(new Core.Alerts.AlertSubscriber("reader@example.org", desk.Clock.Now))).Id}/bounce", new() { ["bounced"] = "true" }));
        walk.Add("Alerts/Remove", async () => await Post($"/admin/alerts/{await desk.AskAsync(db => db.AlertSubscribers.Select(s => s.Id).FirstAsync(Token))}/remove"));
        walk.Add("Alerts/Again", async () =>
        {
            var letter = await MadeAsync(new Core.Mail.OutboxMail(new("walk", "reader@example.org", "News", "Text."), desk.Clock.Now.AddDays(1)));
            await desk.AskAsync(db => db.Outbox.Where(m => m.Id == letter.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.State, Core.Mail.OutboxState.Failed), Token));
            return await Post($"/admin/alerts/letters/{letter.Id}/again");
        });
    }

    private void AddPeople(Dictionary<string, Func<Task<HttpResponseMessage>>> walk, Browser chief, Browser helper, Dictionary<string, string> people)
    {
        Task<HttpResponseMessage> Post(string path, Dictionary<string, string>? fields = null) => chief.PostAsync(path, fields, from: "/admin/contacts/new");
        _ = helper;
        walk.Add("Editors/Invite", () => Post("/admin/editors/invite", new() { ["Input.Name"] = "New One", ["Input.Email"] = "new@example.org", ["Input.Role"] = "editor" }));
        walk.Add("Editors/Revoke", async () => await Post($"/admin/editors/invitations/{await desk.AskAsync(db => db.Invitations.OrderByDescending(i => i.Id).Select(i => i.Id).FirstAsync(Token))}/revoke"));
        walk.Add("Editors/Edit", () => Post($"/admin/editors/{people["helper@example.org"]}", new() { ["Input.Role"] = Roles.Publisher }));
        walk.Add("Editors/Edit?Reset", () => Post($"/admin/editors/{people["helper@example.org"]}?handler=Reset"));
        walk.Add("Editors/Edit?SignOut", () => Post($"/admin/editors/{people["helper@example.org"]}?handler=SignOut"));
        walk.Add("Editors/Remove", () => Post($"/admin/editors/{people["helper@example.org"]}/remove"));
        walk.Add("Profile/Index", () => Post("/admin/profile", new() { ["Input.Current"] = DeskFixture.Password, ["Input.New"] = "another lighthouse above the harbour" }));
        walk.Add("Profile/EndSession", async () =>
        {
            var own = await SessionsAsync();
            var second = desk.NewBrowser();
            await second.PostAsync("/account/login", new() { ["Input.Email"] = "walk@example.org", ["Input.Password"] = "another lighthouse above the harbour" });
            var before = await LastAsync();
            var session = (await SessionsAsync()).Except(own).Single();
            var answer = await Post($"/admin/profile/sessions/{session}/end");
            Assert.True(await LastAsync() > before, $"no entry: {answer.StatusCode}");
            return answer;
        });
        Task<List<Guid>> SessionsAsync() => desk.AskAsync(db => db.EditorSessions.Where(s => s.EditorId == people["walk@example.org"]).Select(s => s.Id).ToListAsync(Token));
        // The last one: it ends the walker's own session.
        walk.Add("Profile/SignOutEverywhere", () => Post("/admin/profile/sign-out-everywhere"));
    }

    /// <summary>A GIF of one pixel; the number makes its bytes another one's.</summary>
    private static byte[] Gif(byte colour) => [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, colour, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string path, string field, string name, byte[] bytes, Dictionary<string, string>? fields)
    {
        var page = await browser.Client.GetStringAsync("/admin/contacts/new", Token);
        const string mark = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var at = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        using var form = new MultipartFormDataContent { { new StringContent(page[at..page.IndexOf('"', at)]), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), field, name } };
        foreach (var (key, value) in fields ?? [])
            form.Add(new StringContent(value), key);
        return await browser.Client.PostAsync(path, form, Token);
    }
}
