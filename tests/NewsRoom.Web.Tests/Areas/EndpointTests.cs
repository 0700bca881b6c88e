using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsRoom.Core.People;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>Every endpoint of the admin area, found by asking the host and not by a list.</summary>
public sealed partial class EndpointTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private List<RouteEndpoint> Admin() => [.. desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText is { } route && (route.TrimStart('/') + "/").StartsWith("admin/", StringComparison.OrdinalIgnoreCase))];

    private List<string> AdminPaths() => [.. Admin().Select(PathOf).Distinct()];

    /// <summary>The address of a route with something in each of its parameters: a guid where one is asked for, else the number of the first row.</summary>
    private static string PathOf(RouteEndpoint endpoint) =>
        "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), match => match.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [Fact]
    public void Every_endpoint_of_the_admin_area_names_a_policy()
    {
        var endpoints = Admin();
        Assert.True(endpoints.Count > 25, $"only {endpoints.Count} found");
        Assert.All(endpoints, e =>
        {
            Assert.Contains(e.Metadata.GetOrderedMetadata<IAuthorizeData>(), data => data.Policy is "editor" or "publisher" or "administrator");
            Assert.Null(e.Metadata.GetMetadata<IAllowAnonymous>());
        });
    }

    [Fact]
    public async Task Nobody_gets_a_page_of_it_without_signing_in_and_nothing_of_it_is_cached()
    {
        var paths = AdminPaths();
        Assert.True(paths.Count > 25, $"only {paths.Count} found");
        var browser = desk.NewBrowser();
        foreach (var path in paths)
        {
            var answer = await browser.Client.GetAsync(path, Token);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.AbsolutePath == "/account/login", $"{path}: {answer.StatusCode}");
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_page_refuses_a_post_without_the_antiforgery_token()
    {
        var release = await desk.DraftAsync();
        var browser = await desk.SignInAsync();
        var paths = AdminPaths();
        Assert.True(paths.Count > 25, $"only {paths.Count} found");
        foreach (var path in paths.Append("/account/sign-out").Append("/account/login").Append("/account/setup"))
        {
            using var empty = new FormUrlEncodedContent([new("Input.Headline", "forged")]);
            var answer = await browser.Client.PostAsync(path, empty, Token);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        }

        Assert.Equal(1, (await desk.GetAsync(release.Id)).LatestRevisionNumber);
    }

    [Fact]
    public async Task No_endpoint_of_the_whole_host_does_anything_for_a_form_that_another_site_sends()
    {
        var browser = await desk.SignInAsync();
        var all = desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(all.Count > 70, $"only {all.Count} found");
        foreach (var endpoint in all)
        {
            var path = PathOf(endpoint);
            foreach (var contentType in (string[])["application/x-www-form-urlencoded", "text/plain"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{\"email\":\"eve@example.org\"}", System.Text.Encoding.UTF8, contentType) };
                request.Headers.Add("Origin", "https://evil.example");
                request.Headers.Add("Sec-Fetch-Site", "cross-site");
                using var answer = await browser.Client.SendAsync(request, Token);
                Assert.True((int)answer.StatusCode is >= 400 and < 500, $"POST {path} as {contentType}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task No_address_of_the_desk_changes_anything_when_it_is_only_looked_at()
    {
        await using var own = new DeskFixture();
        var browser = await own.SignInAsync();
        var release = await own.DraftAsync();
        var paths = AdminPaths().Where(p => p != "/admin/releases/1/edit").ToList();
        var before = await StateAsync();
        foreach (var path in paths)
            using (await browser.Client.GetAsync(path, Token)) { }
        Assert.Equal(before, await StateAsync());

        Task<string> StateAsync() => own.AskAsync(async db =>
        {
            var row = await db.Releases.AsNoTracking().SingleAsync(r => r.Id == release.Id, Token);
            return $"{row.State} {row.LatestRevisionNumber} {row.UpdatedAt:O} {await db.Audit.CountAsync(Token)} {await db.Users.CountAsync(Token)} {await db.EditorSessions.CountAsync(Token)} {await db.UserClaims.CountAsync(Token)} {await db.WorkingCopies.CountAsync(Token)}";
        });
    }

    [Fact]
    public async Task Every_address_answers_an_administrator_and_none_fails()
    {
        await desk.DraftAsync();
        var browser = await desk.SignInAsync();
        foreach (var path in AdminPaths())
        {
            var answer = await browser.Client.GetAsync(path, Token);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task An_editor_neither_publishes_nor_withdraws_nor_meets_the_people_and_sees_no_button_for_it()
    {
        var release = await desk.DraftAsync();
        var browser = await desk.SignInAsync(Roles.Editor);
        foreach (var path in (string[])[$"/admin/releases/{release.Id}/publish", $"/admin/releases/{release.Id}/withdraw", $"/admin/releases/{release.Id}/redraft", $"/admin/releases/{release.Id}/address", "/admin/editors", "/admin/editors/invite"])
        {
            Assert.Equal("/account/denied", (await browser.Client.GetAsync(path, Token)).Headers.Location?.AbsolutePath);
            var posted = await browser.PostAsync(path, new() { ["Input.Version"] = "1", ["Input.When"] = "now" }, from: "/admin/profile");
            Assert.Equal("/account/denied", posted.Headers.Location?.AbsolutePath);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Client.GetAsync("/account/denied", Token)).StatusCode);
        var summary = await browser.GetAsync($"/admin/releases/{release.Id}");
        Assert.Contains("Submit for review", summary, StringComparison.Ordinal);
        Assert.DoesNotContain($"/admin/releases/{release.Id}/publish", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/editors", summary, StringComparison.Ordinal);
        Assert.Equal(Core.Releases.ReleaseState.Draft, (await desk.GetAsync(release.Id)).State);
    }

    [Fact]
    public async Task A_person_who_was_removed_is_out_at_once_but_the_last_administrator_stays()
    {
        await using var own = new DeskFixture();
        var chief = await own.SignInAsync(email: "chief@example.org");
        var other = await own.SignInAsync(Roles.Editor, "other@example.org");
        var users = await own.AskAsync(db => Task.FromResult(db.Users.ToDictionary(u => u.Email!, u => u.Id)));
        var refused = await chief.PostAsync($"/admin/editors/{users["chief@example.org"]}/remove");
        Assert.Contains("Nobody else is an administrator", await Browser.TextAsync(refused), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await chief.PostAsync($"/admin/editors/{users["other@example.org"]}/remove")).StatusCode);
        Assert.Equal("/account/login", (await other.Client.GetAsync("/admin", Token)).Headers.Location?.AbsolutePath);
        await chief.GetAsync("/admin");
    }
}
