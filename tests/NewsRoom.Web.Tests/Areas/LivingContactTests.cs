using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Audit;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>A contact who leaves is gone from every public byte, and stays in the history.</summary>
public sealed class LivingContactTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<MediaContact> ContactAsync(string name, string phone, string email) => desk.WithAsync<ContactStore, MediaContact>(async store =>
    {
        var contact = await store.CreateAsync(new ContactDetails(name, "Spokesperson", null, PhoneNumber.FromInput(phone), null, email), Token);
        await store.ConfirmAsync(contact.Id, contact.Version, "Eve", Token);
        return contact;
    });

    private Task<Release> LiveAsync(string headline, params int[] contacts) => desk.WithAsync<ReleaseStore, Release>(async store =>
    {
        var release = await store.CreateAsync(new ReleaseContent { Headline = headline, Body = "The harbour opens today.", ContactIds = contacts }, "Fixture", null, Token);
        Assert.Equal(StoreResult.Done, (await store.ApproveAsync(release.Id, 1, null, false, "Approver", Token)).Result);
        return release;
    });

    private static Dictionary<string, string> Leaving(MediaContact contact, string lastDay = "", string successor = "") =>
        new() { ["Input.Version"] = contact.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Input.LastDay"] = lastDay, ["Input.Successor"] = successor };

    private async Task<MediaContact> FreshAsync(int id) => (await desk.AskAsync(db => db.Contacts.AsNoTracking().Include(c => c.Successor).FirstOrDefaultAsync(c => c.Id == id, Token)))!;

    /// <summary>Everything public that could name a contact of this release.</summary>
    private async Task<string> PublicBytesAsync(string release, string contact)
    {
        var all = "";
        foreach (var path in (string[])["/", "/contacts", $"/releases/{release}", $"/releases/{release}.json", $"/releases/{release}.txt", $"/releases/{release}.md", $"/contacts/{contact}", $"/contacts/{contact}.vcf", $"/contacts/{contact}.v3.vcf",
            "/feed.atom", "/feed.json", "/feed.rss", "/api/contacts", "/api/releases", $"/api/releases/{release}", "/sitemap.xml", "/search?q=harbour", $"/enquiry?release={release}", $"/enquiry?contact={contact}"])
            all += await (await desk.NewBrowser().Client.GetAsync(path, Token)).Content.ReadAsStringAsync(Token);
        return all;
    }

    [Fact]
    public async Task Who_leaves_is_previewed_and_afterwards_no_public_byte_holds_the_old_number_or_address()
    {
        var browser = await desk.SignInAsync();
        var nora = await ContactAsync("Nora Leaving", "+44 20 7946 0771", "nora.leaving@example.org");
        var sam = await ContactAsync("Sam Following", "+44 20 7946 0882", "sam.following@example.org");
        var release = await LiveAsync("Harbour news with Nora", nora.Id);
        Assert.Contains("nora.leaving@example.org", await PublicBytesAsync(release.Slug, "nora-leaving"), StringComparison.Ordinal);

        var preview = await browser.GetAsync($"/admin/contacts/{nora.Id}/leave");
        Assert.Contains("One release changes", preview, StringComparison.Ordinal);
        Assert.Contains("Harbour news with Nora", preview, StringComparison.Ordinal);
        nora = await FreshAsync(nora.Id);
        var left = await browser.PostAsync($"/admin/contacts/{nora.Id}/leave", Leaving(nora, successor: $"{sam.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);

        var after = await PublicBytesAsync(release.Slug, "nora-leaving");
        foreach (var old in (string[])["nora.leaving@example.org", "+442079460771", "7946 0771", "nora.leaving%40example.org"])
            Assert.DoesNotContain(old, after, StringComparison.OrdinalIgnoreCase);
        var page = await browser.GetAsync($"/releases/{release.Slug}");
        Assert.Contains("Sam Following", page, StringComparison.Ordinal);
        Assert.Contains("tel:+442079460882", page, StringComparison.Ordinal);
        var address = await browser.Client.GetAsync("/contacts/nora-leaving", Token);
        Assert.Equal((HttpStatusCode.Redirect, "/contacts/sam-following"), (address.StatusCode, address.Headers.Location!.OriginalString));
        Assert.Equal("/contacts/sam-following.vcf", (await browser.Client.GetAsync("/contacts/nora-leaving.vcf", Token)).Headers.Location!.OriginalString);
        Assert.Contains("Harbour news with Nora", await browser.GetAsync("/contacts/sam-following"), StringComparison.Ordinal);
        // The version of that day keeps what its page showed, and the release itself was not touched.
        var version = await desk.AskAsync(db => db.Revisions.AsNoTracking().SingleAsync(v => v.ReleaseId == release.Id, Token));
        Assert.Equal("nora.leaving@example.org", ContactSnapshot.FromJson(version.ContactSnapshot).Single().Email);
        Assert.Contains("Nora Leaving", await browser.GetAsync($"/admin/releases/{release.Id}/revisions/1"), StringComparison.Ordinal);
        Assert.Contains(await desk.AskAsync(db => db.Audit.Where(e => e.Kind == AuditKinds.Contact && e.ThingId == $"{nora.Id}").Select(e => e.Verb).ToListAsync(Token)), verb => verb == AuditVerbs.Left);
    }

    [Fact]
    public async Task With_nobody_to_follow_the_address_says_so_and_keeps_quiet_about_the_rest()
    {
        var browser = await desk.SignInAsync();
        var gone = await ContactAsync("Gerda Gone", "+44 20 7946 0123", "gerda@example.org");
        var release = await LiveAsync("Harbour news of Gerda", gone.Id);
        await browser.PostAsync($"/admin/contacts/{gone.Id}/leave", Leaving(await FreshAsync(gone.Id)));
        var answer = await browser.Client.GetAsync("/contacts/gerda-gone", Token);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("no longer answers", await Browser.TextAsync(answer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await browser.Client.GetAsync("/contacts/gerda-gone.vcf", Token)).StatusCode);
        Assert.DoesNotContain("gerda@example.org", await PublicBytesAsync(release.Slug, "gerda-gone"), StringComparison.Ordinal);
        // Back again.
        await browser.PostAsync($"/admin/contacts/{gone.Id}/leave?handler=Stay", new() { ["version"] = $"{(await FreshAsync(gone.Id)).Version}" }, from: $"/admin/contacts/{gone.Id}/leave");
        Assert.Contains("gerda@example.org", await browser.GetAsync("/contacts/gerda-gone"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_day_ahead_needs_nothing_to_run_and_chains_lead_to_whoever_answers()
    {
        await using var own = new DeskFixture();
        var living = new LivingContactTests(own);
        var browser = await own.SignInAsync();
        var first = await living.ContactAsync("First Person", "+44 20 7946 0001", "first@example.org");
        var second = await living.ContactAsync("Second Person", "+44 20 7946 0002", "second@example.org");
        var third = await living.ContactAsync("Third Person", "+44 20 7946 0003", "third@example.org");
        var release = await living.LiveAsync("Harbour chain", first.Id);
        var day = own.Clock.Now.AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await browser.PostAsync($"/admin/contacts/{first.Id}/leave", Leaving(await living.FreshAsync(first.Id), day, $"{second.Id}"));
        Assert.Contains("first@example.org", await browser.GetAsync($"/releases/{release.Slug}"), StringComparison.Ordinal);
        own.Clock.Advance(TimeSpan.FromDays(4));
        var now = own.Clock.Now;
        async Task<string[]> StandingAsync() => [.. (await own.AskAsync(db => db.Contacts.StandingForAsync([first.Id], now, Token))).Select(c => c.Name)];
        Assert.Equal(["Second Person"], await StandingAsync());
        Assert.Equal(StoreResult.Done, await own.WithAsync<ContactStore, StoreResult>(async s => await s.LeaveAsync(second.Id, (await living.FreshAsync(second.Id)).Version, now, third.Id, Token)));
        Assert.Equal(["Third Person"], await StandingAsync());
        Assert.Equal(third.Id, (await living.FreshAsync(first.Id)).SuccessorId);
        // Nobody follows themselves, over whatever number of steps.
        Assert.Equal(StoreResult.Refused, await own.WithAsync<ContactStore, StoreResult>(async s => await s.LeaveAsync(third.Id, (await living.FreshAsync(third.Id)).Version, now, first.Id, Token)));
        Assert.Equal([third.Id], await own.AskAsync(db => db.Contacts.AnsweringFor(db.Releases.Live(now), now).Select(c => c.Id).ToListAsync(Token)));
    }

    [Fact]
    public async Task Hours_and_languages_are_kept_and_shown()
    {
        var browser = await desk.SignInAsync();
        var contact = await ContactAsync("Hana Hours", "+44 20 7946 0456", "hana@example.org");
        await LiveAsync("Harbour hours", contact.Id);
        contact = await FreshAsync(contact.Id);
        await browser.PostAsync($"/admin/contacts/{contact.Id}", new()
        {
            ["Input.Version"] = $"{contact.Version}", ["Input.Name"] = "Hana Hours", ["Input.Email"] = "hana@example.org", ["Input.DutyFrom"] = "09:00", ["Input.DutyTo"] = "17:30",
            ["Input.DutyZone"] = "Asia/Kathmandu", ["Input.DutyNote"] = "at night by mail", ["Input.Languages"] = "en, NE",
        }, more: [new("Input.Days", "Monday"), new("Input.Days", "Tuesday"), new("Input.Days", "Wednesday"), new("Input.Days", "Friday")]);
        var page = await browser.GetAsync("/contacts/hana-hours");
        Assert.Contains("Mon–Wed, Fri, 09:00–17:30 Asia/Kathmandu, at night by mail", page, StringComparison.Ordinal);
        Assert.Contains("English, Nepali", page, StringComparison.Ordinal);
        Assert.Contains("LANG:ne", await browser.GetAsync("/contacts/hana-hours.vcf"), StringComparison.Ordinal);
        var refused = await browser.PostAsync($"/admin/contacts/{contact.Id}", new() { ["Input.Version"] = "9", ["Input.Name"] = "Hana Hours", ["Input.DutyFrom"] = "9", ["Input.DutyZone"] = "Mars/Olympus", ["Input.Languages"] = "Klingon!" });
        var problems = await Browser.TextAsync(refused);
        foreach (var problem in (string[])["both hours", "no time zone", "short codes"])
            Assert.Contains(problem, problems, StringComparison.Ordinal);
    }
}
