using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsRoom.Core.People;
using Xunit;

namespace NewsRoom.Web.Tests.Areas;

/// <summary>Every endpoint of the admin area, found by asking the host and not by a list.</summary>
public sealed class EndpointTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private List<RouteEndpoint> Admin() => [.. desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText is { } route && (route.TrimStart('/') + "/").StartsWith("admin/", StringComparison.OrdinalIgnoreCase))];

    private List<string> AdminPaths() => [.. Admin().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')
        .Replace("{id:int}", "1", StringComparison.Ordinal).Replace("{id}", "nobody", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{sourceId:int?}", "1", StringComparison.Ordinal)).Distinct()];

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
