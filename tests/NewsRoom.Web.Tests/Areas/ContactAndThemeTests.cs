using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>Contacts, themes, and what the desk shows of an import.</summary>
public sealed class ContactAndThemeTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<MediaContact> ContactAsync(string name, string? phone = null) =>
        desk.WithAsync<ContactStore, MediaContact>(s => s.CreateAsync(new(name, null, null, PhoneNumber.FromInput(phone), null, null), Token));

    private Task<MediaContact> GetAsync(int id) => desk.AskAsync(db => db.Contacts.FirstAsync(c => c.Id == id, Token));

    private Task<Release> ReleaseWithAsync(params int[] contacts) => desk.WithAsync<ReleaseStore, Release>(async store =>
    {
        var release = await store.CreateAsync(new ReleaseContent { Headline = "With contacts", Body = "Text.", ContactIds = contacts }, "Fixture", null, Token);
        await store.ApproveAsync(release.Id, 1, null, false, "Approver", Token);
        return release;
    });

    private Task<List<int>> ShownAsync(int releaseId) => desk.AskAsync(db => db.Releases.Where(r => r.Id == releaseId).SelectMany(r => r.Contacts).OrderBy(c => c.Position).Select(c => c.ContactId).ToListAsync(Token));

    [Fact]
    public async Task A_contact_is_created_edited_and_confirmed_and_a_number_that_cannot_be_right_is_not_linked()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var made = await browser.PostAsync("/admin/contacts/new", new() { ["Input.Name"] = "Clara Holm", ["Input.Phone"] = "7811 6000" });
        var address = made.Headers.Location!.OriginalString;
        var contact = await desk.AskAsync(db => db.Contacts.FirstAsync(c => c.Slug == "clara-holm", Token));
        Assert.Equal(("7811 6000", null, true), (contact.PhoneAsWritten, contact.PhoneE164, contact.IsConfirmed));
        Assert.Contains("is not linked", await browser.GetAsync(address), StringComparison.Ordinal);
        await browser.PostAsync(address, new() { ["Input.Version"] = $"{contact.Version}", ["Input.Name"] = "Clara Holm", ["Input.Phone"] = "+44 (0)20 7811 6000" });
        Assert.Equal("+442078116000", (await GetAsync(contact.Id)).PhoneE164);
        var refused = await browser.PostAsync(address, new() { ["Input.Version"] = $"{contact.Version}", ["Input.Name"] = "Late Clara" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Late Clara", await Browser.TextAsync(refused), StringComparison.Ordinal);
        Assert.Equal("Clara Holm", (await GetAsync(contact.Id)).Name);
    }

    [Fact]
    public async Task Only_the_details_an_editor_looked_at_are_confirmed()
    {
        var contact = await ContactAsync("Unsure Ursula");
        var browser = await desk.SignInAsync(Roles.Editor);
        Assert.Contains("Unsure Ursula", await browser.GetAsync("/admin/contacts?unconfirmed=true&q=ursula"), StringComparison.Ordinal);
        await browser.PostAsync($"/admin/contacts/{contact.Id}/confirm", new() { ["version"] = $"{contact.Version + 1}" }, from: $"/admin/contacts/{contact.Id}");
        Assert.False((await GetAsync(contact.Id)).IsConfirmed);
        await browser.PostAsync($"/admin/contacts/{contact.Id}/confirm", new() { ["version"] = $"{contact.Version}" }, from: $"/admin/contacts/{contact.Id}");
        Assert.Equal("Ada editor", (await GetAsync(contact.Id)).ConfirmedBy);
        Assert.DoesNotContain("Unsure Ursula", await browser.GetAsync("/admin/contacts?unconfirmed=true&q=ursula"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_contact_hands_over_its_releases_and_its_address_and_no_later_save_brings_it_back()
    {
        var (old, kept, third) = (await ContactAsync("Jan Olden"), await ContactAsync("Jan Olden-Smith"), await ContactAsync("Third Person"));
        var alone = await ReleaseWithAsync(old.Id, third.Id);
        var both = await ReleaseWithAsync(third.Id, old.Id, kept.Id);
        var browser = await desk.SignInAsync(Roles.Editor);
        Assert.Contains("Its 2 releases move", await browser.GetAsync($"/admin/contacts/{old.Id}/merge"), StringComparison.Ordinal);
        await browser.PostAsync($"/admin/contacts/{old.Id}/merge", new() { ["Input.Into"] = $"{kept.Id}" });
        Assert.Equal(kept.Id, (await GetAsync(old.Id)).MergedIntoId);
        Assert.Equal([kept.Id, third.Id], await ShownAsync(alone.Id));
        Assert.Equal([third.Id, kept.Id], await ShownAsync(both.Id));
        // The revision still names the old one, as it was; what is approved or saved from it shows the new one.
        var saved = await desk.WithAsync<ReleaseStore, SaveOutcome>(s => s.SaveAsync(alone.Id, 1, new ReleaseContent { Headline = "x", Body = "y", ContactIds = [old.Id, third.Id] }, "Late form", null, Token));
        await desk.WithAsync<ReleaseStore, ApproveOutcome>(s => s.ApproveAsync(alone.Id, saved.Version, null, false, "Late form", Token));
        Assert.Equal([kept.Id, third.Id], await ShownAsync(alone.Id));
        await browser.PostAsync($"/admin/contacts/{kept.Id}/merge", new() { ["Input.Into"] = $"{third.Id}" });
        Assert.Equal(third.Id, (await GetAsync(old.Id)).MergedIntoId);
        Assert.Equal([third.Id], await ShownAsync(alone.Id));
        await browser.PostAsync($"/admin/contacts/{third.Id}/merge", new() { ["Input.Into"] = $"{old.Id}" });
        Assert.Null((await GetAsync(third.Id)).MergedIntoId);
    }

    [Fact]
    public async Task A_theme_keeps_its_weighted_terms_and_names_the_line_it_cannot_read()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        await browser.PostAsync("/admin/themes/new", new() { ["Input.Name"] = "Ocean rescue", ["Input.Description"] = "About the sea.", ["Input.Terms"] = "lifeboat: 3\ncoast guard\nsea: 0.5" });
        var theme = await desk.AskAsync(db => db.Themes.FirstAsync(t => t.Slug == "ocean-rescue", Token));
        Assert.Equal([("lifeboat", 3.0), ("coast guard", 1.0), ("sea", 0.5)], theme.Terms.Select(t => (t.Text, t.Weight)));
        var wrong = await Browser.TextAsync(await browser.PostAsync($"/admin/themes/{theme.Id}", new() { ["Input.Version"] = $"{theme.Version}", ["Input.Name"] = "Ocean rescue", ["Input.Terms"] = "lifeboat: heavy" }));
        Assert.Contains("“lifeboat: heavy” cannot be read", wrong, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync($"/admin/themes/{theme.Id}", new() { ["Input.Version"] = $"{theme.Version}", ["Input.Name"] = "Sea rescue", ["Input.Terms"] = "lifeboat: 2" })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync($"/admin/themes/{theme.Id}", new() { ["Input.Version"] = $"{theme.Version}", ["Input.Name"] = "Late rescue" })).StatusCode);
        Assert.Contains("Sea rescue", await browser.GetAsync("/admin/themes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_release_shows_its_lines_its_gaps_and_its_doubts_until_somebody_has_checked_them()
    {
        var bytes = Encoding.Latin1.GetBytes("Before\nCaf\u00e9 opens\r\nFor details: Email:\nAfter\n");
        var id = await desk.AskAsync(async db =>
        {
            var now = desk.Clock.Now;
            var batch = new ImportBatch("test", "test", false, now);
            db.Batches.Add(batch);
            await db.SaveChangesAsync(Token);
            var document = new StoredDocument(batch.Id, "page.txt", Guid.NewGuid().ToString("n"), "windows-1252", 4, bytes, now);
            db.Documents.Add(document);
            await db.SaveChangesAsync(Token);
            var release = new Release("cafe-opens", new ReleaseContent { Headline = "Café opens", HeadlineBasis = HeadlineBasis.Suggested, Body = "Café opens" }, new("<p>x</p>", "x"), "[]", "import", now);
            release.SetImportFacts(1, "hash", [], null, "The date was not found.");
            release.AddSource(new ReleaseSource(document.Id, 1, 2, 3, 0.9, "contact line"));
            release.AddGap(new Gap(GapKind.MissingEmail, 3, "Email:", "For details: Email:", 0));
            db.Releases.Add(release);
            await db.SaveChangesAsync(Token);
            return release.Id;
        });
        var browser = await desk.SignInAsync(Roles.Editor);
        Assert.Contains("Café opens", await browser.GetAsync("/admin/releases?want=unsure"), StringComparison.Ordinal);
        Assert.Contains("Imported with doubts", await browser.GetAsync("/admin"), StringComparison.Ordinal);
        var source = await browser.GetAsync($"/admin/releases/{id}/source");
        Assert.Contains("page.txt, lines 2 to 3 of 4", source, StringComparison.Ordinal);
        Assert.Contains("<td>Café opens</td>", source, StringComparison.Ordinal);
        Assert.Contains("E-mail address lost at “Email:”", source, StringComparison.Ordinal);
        var summary = await browser.GetAsync($"/admin/releases/{id}");
        Assert.Contains("The date was not found.", summary, StringComparison.Ordinal);
        await browser.PostAsync($"/admin/releases/{id}/checked", from: $"/admin/releases/{id}");
        Assert.DoesNotContain("The date was not found.", await browser.GetAsync($"/admin/releases/{id}"), StringComparison.Ordinal);
        Assert.True((await desk.GetAsync(id)).IsEdited);
    }
}
