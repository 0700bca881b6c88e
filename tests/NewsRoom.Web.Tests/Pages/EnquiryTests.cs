using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Enquiries;
using NewsRoom.Core.Mail;
using NewsRoom.Core.People;
using NewsRoom.Web.Tests.Areas;
using Xunit;

namespace NewsRoom.Web.Tests.Pages;

public sealed partial class EnquiryTests(EnquiryTests.Desk desk) : IClassFixture<EnquiryTests.Desk>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public sealed class Desk : DeskFixture
    {
        public Desk()
        {
            Settings["NewsRoom:PressOffice:Email"] = "press@example.org";
            Settings["Readers:FormsPerHour"] = "5";
        }
    }

    [Fact]
    public async Task An_enquiry_is_stored_mailed_assigned_closed_and_deleted_in_time()
    {
        var release = await desk.LiveAsync("Enquired about");
        using var client = desk.Client();
        var answer = await SendAsync(client, "/enquiry?release=" + release.Slug, new() { ["Release"] = release.Slug, ["Input.Question"] = "Who opens\nthe harbour?", ["Input.Deadline"] = desk.Clock.Now.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), ["Input.Zone"] = "America/New_York" });
        Assert.Equal("/enquiry/sent", answer.Headers.Location?.OriginalString);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(answer.Headers.Location, Ct)).StatusCode);

        var enquiry = await desk.AskAsync(db => db.Enquiries.OrderBy(e => e.Id).LastAsync(Ct));
        Assert.Equal(("Ann Lee", "America/New_York", release.Id), (enquiry.Name, enquiry.DeadlineZone, enquiry.ReleaseId));
        // The job may have sent it already: then its words are erased and its key alone is left.
        Assert.Equal(1, await desk.AskAsync(db => db.Outbox.CountAsync(m => m.EnquiryId == enquiry.Id && (m.To == "press@example.org" || m.State == OutboxState.Sent), Ct)));

        var browser = await desk.SignInAsync(Roles.Editor);
        var page = $"/admin/enquiries/{enquiry.Id}";
        Assert.Contains("Ann Lee", await browser.GetAsync("/admin/enquiries"), StringComparison.Ordinal);
        Assert.Contains("mailto:ann@example.org?subject=", await browser.GetAsync(page), StringComparison.Ordinal);
        var editor = await desk.AskAsync(db => db.Users.Select(u => u.Id).FirstAsync(Ct));
        await browser.PostAsync(page + "/assign", new() { ["version"] = "0", ["editor"] = editor }, from: page);
        await browser.PostAsync(page + "/close", new() { ["version"] = "0" }, from: page);
        Assert.True((await desk.AskAsync(db => db.Enquiries.SingleAsync(e => e.Id == enquiry.Id, Ct))).IsOpen);
        await browser.PostAsync(page + "/close", new() { ["version"] = "1" }, from: page);
        Assert.False((await desk.AskAsync(db => db.Enquiries.SingleAsync(e => e.Id == enquiry.Id, Ct))).IsOpen);

        var began = desk.Clock.Now;
        try
        {
            desk.Clock.Advance(TimeSpan.FromDays(181));
            Assert.Equal(1, await desk.WithAsync<EnquiryDesk, int>(d => d.DeleteOldAsync(TimeSpan.FromDays(180), Ct)));
        }
        finally
        {
            desk.Clock.Now = began;
        }

        Assert.False(await desk.AskAsync(db => db.Enquiries.AnyAsync(e => e.Id == enquiry.Id, Ct)));
        Assert.False(await desk.AskAsync(db => db.Outbox.AnyAsync(m => m.EnquiryId == enquiry.Id, Ct)));
        Assert.False(await desk.AskAsync(db => db.Audit.AnyAsync(a => a.Details!.Contains("ann@example.org") || a.Details.Contains("Ann Lee"), Ct)));
    }

    [Fact]
    public async Task Robots_other_sites_and_floods_leave_nothing()
    {
        await using var own = new Desk();
        using var client = own.Client();
        Task<int> Kept() => own.AskAsync(db => db.Enquiries.CountAsync(Ct));

        Assert.Equal("/enquiry/sent", (await SendAsync(client, "/enquiry", new() { ["Website"] = "x" }, own)).Headers.Location?.OriginalString);
        Assert.Equal("/enquiry/sent", (await SendAsync(client, "/enquiry", [], own, seconds: 1)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(client, "/enquiry", [], own, header: ("Origin", "https://evil.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(client, "/enquiry", [], own, header: ("Sec-Fetch-Site", "cross-site"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, "/enquiry", new() { ["Stamp"] = "forged" }, own)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, "/enquiry", [], own, seconds: 90_000)).StatusCode);
        var wrong = await SendAsync(client, "/enquiry", new() { ["Input.Email"] = "no address", ["Input.Question"] = "", ["Input.Deadline"] = "never" }, own);
        Assert.Contains("Write your question.", await Browser.TextAsync(wrong), StringComparison.Ordinal);
        Assert.Equal(0, await Kept());

        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(client, "/enquiry", [], own)).StatusCode);
        var refused = await SendAsync(client, "/enquiry", [], own);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal(4, await Kept());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, Dictionary<string, string> fields, Desk? at = null, int seconds = 10, (string Name, string Value)? header = null)
    {
        var form = await client.GetStringAsync(new Uri(path, UriKind.Relative), Ct);
        (at ?? desk).Clock.Advance(TimeSpan.FromSeconds(seconds));
        var all = new Dictionary<string, string> { ["Stamp"] = Stamp().Match(form).Groups[1].Value, ["Input.Name"] = "Ann Lee", ["Input.Email"] = "ann@example.org", ["Input.Question"] = "Why?" };
        foreach (var (name, value) in fields)
            all[name] = value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/enquiry") { Content = new FormUrlEncodedContent(all) };
        if (header is { } more)
            request.Headers.Add(more.Name, more.Value);
        return await client.SendAsync(request, Ct);
    }

    [GeneratedRegex("name=\"Stamp\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Stamp();
}
