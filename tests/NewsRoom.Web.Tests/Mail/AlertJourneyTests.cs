using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Alerts;
using NewsRoom.Core.Mail;
using NewsRoom.Web.Tests.Pages;
using Xunit;

namespace NewsRoom.Web.Tests.Mail;

/// <summary>An alert from the form to the last mail, through a real mail server.</summary>
public sealed partial class AlertJourneyTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alert_is_signed_up_confirmed_received_and_ended()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = new SiteFixture();
        var settings = site.Newsroom.Settings;
        (settings["Mail:SmtpHost"], settings["Mail:SmtpPort"], settings["Mail:SmtpTls"], settings["Mail:From"]) = ("127.0.0.1", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "false", "press@news.example.org");
        await site.InitializeAsync();
        await AnnounceAsync(site);

        var form = await site.GetAsync("/subscribe/mail");
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("/subscribe/mail/sent", (await PostAsync(site, "/subscribe/mail", new() { ["Stamp"] = Stamp().Match(form).Groups[1].Value, ["Email"] = "Reader@Example.org", ["Input.What"] = "all", ["Input.Often"] = "atonce" })).Headers.Location!.OriginalString);
        await SendAsync(site);
        var confirm = (await server.LettersAsync(1))[0];
        Assert.Contains("To: reader@example.org", confirm, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", confirm, StringComparison.OrdinalIgnoreCase);

        // A scanner opens the link: nothing is confirmed.
        var link = Link(confirm, "/subscribe/confirm/");
        Assert.Contains("<button", await site.GetAsync(link), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(site));
        using var confirmed = await PostAsync(site, link, []);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        Assert.Contains("no-store", confirmed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.False(confirmed.Headers.Contains("Set-Cookie"));
        Assert.Equal(1, await CountAsync(site));

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.AddAsync(new() { Headline = "Harbour opens", Body = "The harbour opens today." }, with: r => r.MarkEdited());
        await AnnounceAsync(site);
        await AnnounceAsync(site);
        await SendAsync(site);
        var letters = await server.LettersAsync(2);
        var alert = letters[1];
        Assert.Equal(2, letters.Count);
        Assert.Contains("Subject: Harbour opens", alert, StringComparison.Ordinal);
        Assert.Contains("https://news.example.org/releases/harbour-opens", alert, StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", alert, StringComparison.OrdinalIgnoreCase);

        await ChangeAsync(site, Link(alert, "/subscribe/manage/"));
        var end = Link(alert, "/subscribe/unsubscribe/");
        Assert.Contains("<button", await site.GetAsync(end), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(site));
        // What a mail program sends: nothing that only browsers say.
        using var oneClick = await PostAsync(site, end, new() { ["List-Unsubscribe"] = "One-Click" });
        Assert.Equal(HttpStatusCode.OK, oneClick.StatusCode);
        Assert.Equal(0, await CountAsync(site));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(site, end, [])).StatusCode);
    }

    private static async Task ChangeAsync(SiteFixture site, string manage)
    {
        Assert.Contains("What you receive", await site.GetAsync(manage), StringComparison.Ordinal);
        using var changed = await PostAsync(site, manage, new() { ["Input.What"] = "all", ["Input.Often"] = "weekly" });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(AlertFrequency.Weekly, await site.Newsroom.AskAsync(db => db.AlertSubscribers.Select(s => s.Frequency).SingleAsync(Ct)));
        await site.GetAsync("/subscribe/manage/" + new string('0', 40), HttpStatusCode.NotFound);
    }

    private static Task<int> CountAsync(SiteFixture site) => site.Newsroom.AskAsync(db => db.AlertSubscribers.CountAsync(Ct));

    private static Task<AnnouncementRun> AnnounceAsync(SiteFixture site) => site.Newsroom.WithAsync<Announcer, AnnouncementRun>(announcer => announcer.AnnounceAsync(Ct));

    private static Task<bool> SendAsync(SiteFixture site) => site.Newsroom.WithAsync<Outbox, bool>(async outbox =>
    {
        while (await outbox.SendNextAsync(Ct) is { } outcome)
            Assert.Equal(SendOutcome.Sent, outcome);
        return true;
    });

    private static async Task<HttpResponseMessage> PostAsync(SiteFixture site, string path, Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        return await site.Client.SendAsync(request, Ct);
    }

    private static string Link(string letter, string path)
    {
        var at = letter.IndexOf("https://news.example.org" + path, StringComparison.Ordinal);
        Assert.True(at >= 0, letter);
        return letter[(at + "https://news.example.org".Length)..].Split('\n', '>', ' ')[0];
    }

    [GeneratedRegex("name=\"Stamp\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Stamp();
}
