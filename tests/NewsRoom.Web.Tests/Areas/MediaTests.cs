using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Media;
using NewsRoom.Core.People;
using NewsRoom.Core.Releases;
using NewsRoom.Core.Tests.Media;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>Pictures and documents from the upload to the reader, and who may see them on the way.</summary>
public sealed partial class MediaTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static int _sizes = 10;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A picture that no other test uploads: the same file twice is one asset.</summary>
    private static byte[] NewPng() => TinyMedia.Png((uint)Interlocked.Increment(ref _sizes), dirty: true);

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string path, string field, string version, params (string Name, byte[] Bytes)[] files)
    {
        var token = Antiforgery().Match(await browser.Client.GetStringAsync(path, Token)).Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(version), "version" } };
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{name}\"");
            form.Add(part);
        }

        return await browser.Client.PostAsync(path, form, Token);
    }

    private static Task<HttpResponseMessage> UploadAsync(Browser browser, params (string Name, byte[] Bytes)[] files) => SendAsync(browser, "/admin/media/upload", "Files", "0", files);

    private async Task<Asset> NewAssetAsync(Browser browser, string name = "Harbour bridge.PNG", byte[]? bytes = null)
    {
        var answer = await UploadAsync(browser, (name, bytes ?? NewPng()));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var id = int.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        return await desk.AskAsync(db => db.Assets.SingleAsync(a => a.Id == id, Token));
    }

    private async Task<Release> WithAssetAsync(Asset asset, string headline, string body = "The harbour opens today.") => await desk.WithAsync<ReleaseStore, Release>(store =>
        store.CreateAsync(new ReleaseContent { Headline = headline, Body = body, AttachmentIds = body.Contains("media:", StringComparison.Ordinal) ? [] : [asset.Id] }, "Fixture", null));

    private static Task<HttpResponseMessage> DescribeAsync(Browser browser, Asset asset, string alt = "A bridge over the harbour") =>
        browser.PostAsync($"/admin/media/{asset.Id}", new() { ["Input.Version"] = $"{asset.Version}", ["Input.AltText"] = alt, ["Input.Caption"] = "The new bridge.", ["Input.Credit"] = "Photo: Ann Able", ["Input.Licence"] = "CC BY 4.0" });

    private Task<StoreResult> ApproveAsync(Release release, DateTimeOffset? at = null) =>
        desk.WithAsync<ReleaseStore, StoreResult>(async s => (await s.ApproveAsync(release.Id, 1, at, false, "Another publisher")).Result);

    [Fact]
    public async Task A_picture_is_seen_by_nobody_outside_until_its_release_is_live_and_no_longer_when_it_is_withdrawn()
    {
        var (browser, anybody) = (await desk.SignInAsync(), desk.NewBrowser());
        var asset = await NewAssetAsync(browser);
        Assert.Equal(("harbour-bridge.png", true), (asset.FileName, asset.LacksAltText));
        var release = await WithAssetAsync(asset, "Bridge of the canary");

        foreach (var path in (string[])[asset.Path, asset.Path + "?x=1", asset.Path.ToUpperInvariant(), $"/media/{asset.Sha256[..32]}/{asset.FileName}", $"/media/{asset.Id}/{asset.FileName}", $"/media/{asset.FileName}", $"/media/{asset.Token}/", $"/data/media/{asset.Sha256[..2]}/{asset.Sha256}"])
        {
            var hidden = await anybody.Client.GetAsync(path, Token);
            Assert.True(hidden.StatusCode == HttpStatusCode.NotFound, $"{path}: {hidden.StatusCode}");
            Assert.DoesNotContain("public", hidden.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        }

        var own = await browser.Client.GetAsync(asset.Path, Token);
        Assert.Equal((HttpStatusCode.OK, "no-store"), (own.StatusCode, own.Headers.CacheControl?.ToString()));

        Assert.Equal(StoreResult.Refused, await ApproveAsync(release));
        Assert.Contains("mark it as decorative", await browser.GetAsync($"/admin/releases/{release.Id}/publish"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await DescribeAsync(browser, asset, " ")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await DescribeAsync(browser, asset)).StatusCode);
        Assert.Equal(StoreResult.Done, await ApproveAsync(release, desk.Clock.Now.AddMinutes(5)));
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Client.GetAsync(asset.Path, Token)).StatusCode);

        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        var live = await anybody.Client.GetAsync(asset.Path, Token);
        var bytes = await live.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(("image/png", "public, max-age=60", asset.Size), (live.Content.Headers.ContentType?.ToString(), live.Headers.CacheControl?.ToString(), bytes.LongLength));
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("nosniff", live.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", live.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.StartsWith("inline", live.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.False(live.Headers.Contains("Set-Cookie"));

        using var again = new HttpRequestMessage(HttpMethod.Get, asset.Path) { Headers = { IfNoneMatch = { live.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await anybody.Client.SendAsync(again, Token)).StatusCode);
        using var part = new HttpRequestMessage(HttpMethod.Get, asset.Path) { Headers = { Range = new RangeHeaderValue(0, 7) } };
        Assert.Equal((HttpStatusCode.PartialContent, 8L), await anybody.Client.SendAsync(part, Token) is var p ? (p.StatusCode, p.Content.Headers.ContentLength!.Value) : default);

        var page = await anybody.GetAsync($"/releases/{release.Slug}");
        Assert.Contains($"src=\"{asset.Path}\" alt=\"A bridge over the harbour\"", page, StringComparison.Ordinal);
        Assert.Contains("The new bridge. Photo: Ann Able, CC BY 4.0", page, StringComparison.Ordinal);

        Assert.Equal(StoreResult.Done, await desk.WithAsync<ReleaseStore, StoreResult>(s => s.WithdrawAsync(release.Id, "Wrong", Token)));
        using var late = new HttpRequestMessage(HttpMethod.Get, asset.Path) { Headers = { IfNoneMatch = { live.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Client.SendAsync(late, Token)).StatusCode);
    }

    [Theory]
    [InlineData("picture.png", "<!doctype html><script>alert(1)</script>")]
    [InlineData("picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")]
    [InlineData("picture.svg.png", "<svg/>")]
    [InlineData("picture.gif", "GIF89a/*aaaa*/=1;alert(1)")]
    public async Task What_is_no_picture_is_refused_by_name_and_leaves_nothing_behind(string name, string content)
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var before = await desk.AskAsync(db => db.Assets.CountAsync(Token));
        var answer = await UploadAsync(browser, (name, Encoding.UTF8.GetBytes(content)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"{name}: ", await Browser.TextAsync(answer), StringComparison.Ordinal);
        Assert.Equal(before, await desk.AskAsync(db => db.Assets.CountAsync(Token)));
    }

    [Theory]
    [InlineData("x.png%00.html", "x-png-00.png")]
    [InlineData("../../../etc/cron.d/evil.png", "evil.png")]
    [InlineData("..\\\\..\\\\evil.html", "evil.png")]
    [InlineData("/etc/passwd", "passwd.png")]
    [InlineData("<img src=x onerror=alert(1)>.png", "img-src-x-onerror-alert-1.png")]
    public async Task No_name_becomes_a_path_or_another_type(string name, string expected)
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var asset = await NewAssetAsync(browser, name);
        Assert.Equal(expected, asset.FileName);
        Assert.Equal("image/png", (await browser.Client.GetAsync(asset.Path, Token)).Content.Headers.ContentType?.ToString());
        var media = Path.Combine(desk.Folder, "data", "media");
        Assert.True(File.Exists(Path.Combine(media, asset.Sha256[..2], asset.Sha256)));
        Assert.All(Directory.GetFiles(media, "*", SearchOption.AllDirectories), file => Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(file)));
        Assert.DoesNotContain("<img src=x", await browser.Client.GetStringAsync($"/admin/media/{asset.Id}", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_is_listed_with_its_size_and_comes_as_a_download()
    {
        var (browser, anybody) = (await desk.SignInAsync(), desk.NewBrowser());
        var asset = await NewAssetAsync(browser, "Report 2026 Q4.pdf", TinyMedia.Pdf("canary"));
        await DescribeAsync(browser, asset, "Accounts of 2026");
        var release = await WithAssetAsync(asset, "Accounts are out");
        Assert.Equal(StoreResult.Done, await ApproveAsync(release));
        Assert.Matches("Accounts of 2026</a> <span class=\"quiet\">PDF, [0-9]+ bytes", await anybody.GetAsync($"/releases/{release.Slug}"));
        var answer = await anybody.Client.GetAsync(asset.Path, Token);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=\"report-2026-q4.pdf\"", answer.Content.Headers.GetValues("Content-Disposition").Single());
    }

    [Fact]
    public async Task A_picture_in_the_text_belongs_to_the_release_and_is_shown_once()
    {
        var (browser, anybody) = (await desk.SignInAsync(), desk.NewBrowser());
        var asset = await NewAssetAsync(browser);
        var release = await WithAssetAsync(asset, "Bridge in the text", $"Look:\n\n![](media:{asset.Id})");
        Assert.Equal(StoreResult.Refused, await ApproveAsync(release));
        // Its words come into the text that was rendered before they were written.
        await DescribeAsync(browser, asset, "Seen from the quay");
        Assert.Equal(StoreResult.Done, await ApproveAsync(release));
        var page = await anybody.GetAsync($"/releases/{release.Slug}");
        Assert.Equal(2, page.Split($"src=\"{asset.Path}\"").Length);
        Assert.Contains("alt=\"Seen from the quay\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anybody.Client.GetAsync(asset.Path, Token)).StatusCode);
    }

    [Fact]
    public async Task Attachments_are_ordered_captioned_and_detached_on_the_form_and_kept_in_the_history()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var (one, two) = (await NewAssetAsync(browser, "first.png"), await NewAssetAsync(browser, "second.png"));
        var release = await desk.DraftAsync("Two pictures");
        Dictionary<string, string> fields = new() { ["Input.Version"] = "1", ["Input.Headline"] = "Two pictures", ["Input.Language"] = "en", ["Input.Body"] = "Text." };
        Dictionary<string, string> rows = new()
        {
            ["Input.Attachments[0].Id"] = $"{one.Id}", ["Input.Attachments[0].Order"] = "2", ["Input.Attachments[0].Caption"] = "Said here alone",
            ["Input.Attachments[1].Id"] = $"{two.Id}", ["Input.Attachments[1].Order"] = "1",
        };
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync($"/admin/releases/{release.Id}/edit", fields, more: rows)).StatusCode);
        var saved = await desk.AskAsync(db => db.Revisions.SingleAsync(r => r.ReleaseId == release.Id && r.Number == 2, Token));
        Assert.Equal([two.Id, one.Id], saved.AttachmentIds);
        Assert.Equal(["", "Said here alone"], saved.AttachmentCaptions);
        var form = await browser.GetAsync($"/admin/releases/{release.Id}/edit");
        Assert.Contains("Said here alone", form, StringComparison.Ordinal);
        Assert.Contains("no alternative text", form, StringComparison.Ordinal);

        fields["Input.Version"] = "2";
        rows["Input.Attachments[1].Detach"] = "true";
        await browser.PostAsync($"/admin/releases/{release.Id}/edit", fields, more: rows);
        Assert.Equal([one.Id], await desk.AskAsync(db => db.Releases.Where(r => r.Id == release.Id).SelectMany(r => r.Attachments).Select(a => a.AssetId).ToListAsync(Token)));
        Assert.Contains($"media:{two.Id}", await browser.GetAsync($"/admin/releases/{release.Id}/revisions/2"), StringComparison.Ordinal);
        Assert.Contains("second.png", await browser.GetAsync("/admin/media?want=unused&q=second"), StringComparison.Ordinal);
        Assert.DoesNotContain("first.png", await browser.GetAsync("/admin/media?want=unused&q=first"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_readers_see_is_neither_deleted_nor_replaced_by_an_editor_and_a_drafts_picture_goes_with_its_file()
    {
        var (browser, chief) = (await desk.SignInAsync(Roles.Editor), await desk.SignInAsync(Roles.Publisher));
        var asset = await NewAssetAsync(browser);
        await DescribeAsync(browser, asset);
        var release = await WithAssetAsync(asset, "Bridge that stays");
        Assert.Equal(StoreResult.Done, await ApproveAsync(release));
        Assert.Contains("Bridge that stays", await browser.GetAsync($"/admin/media/{asset.Id}/delete"), StringComparison.Ordinal);
        await browser.PostAsync($"/admin/media/{asset.Id}/delete", from: "/admin/media/upload");
        var version = $"{(await desk.AskAsync(db => db.Assets.SingleAsync(a => a.Id == asset.Id, Token))).Version}";
        Assert.Contains("publisher", await browser.GetAsync($"/admin/media/{asset.Id}/replace"), StringComparison.Ordinal);

        var bytes = NewPng();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(chief, $"/admin/media/{asset.Id}/replace", "NewFile", version, ("x.pdf", TinyMedia.Pdf("other")))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(chief, $"/admin/media/{asset.Id}/replace", "NewFile", version, ("new.png", bytes))).StatusCode);
        var after = await desk.AskAsync(db => db.Assets.SingleAsync(a => a.Id == asset.Id, Token));
        Assert.Equal((asset.Path, false), (after.Path, after.Sha256 == asset.Sha256));
        Assert.False(File.Exists(Path.Combine(desk.Folder, "data", "media", asset.Sha256[..2], asset.Sha256)));

        await desk.WithAsync<ReleaseStore, StoreResult>(s => s.WithdrawAsync(release.Id, "Wrong", Token));
        await browser.PostAsync($"/admin/media/{asset.Id}/delete");
        Assert.False(await desk.AskAsync(db => db.Assets.AnyAsync(a => a.Id == asset.Id, Token)));
        Assert.False(File.Exists(Path.Combine(desk.Folder, "data", "media", after.Sha256[..2], after.Sha256)));
        await browser.GetAsync($"/admin/releases/{release.Id}");
    }

    [Fact]
    public async Task Several_files_are_taken_at_once_the_same_one_once_and_a_bad_one_does_not_lose_the_good()
    {
        var browser = await desk.SignInAsync(Roles.Editor);
        var (good, other) = (NewPng(), NewPng());
        var answer = await UploadAsync(browser, ("good-one.png", good), ("bad-one.png", "no"u8.ToArray()), ("good-one-again.png", good), ("other-one.png", other));
        var text = await Browser.TextAsync(answer);
        Assert.Contains("bad-one.png: ", text, StringComparison.Ordinal);
        Assert.Contains("other-one.png", text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.AskAsync(db => db.Assets.CountAsync(a => a.Name.StartsWith("good-one"), Token)));
        Assert.Contains("other-one.png", await browser.GetAsync("/admin/media?want=alt&q=other-one"), StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Antiforgery();
}
