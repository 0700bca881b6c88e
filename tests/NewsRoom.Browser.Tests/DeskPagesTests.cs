using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsRoom.Core.Tests.Media;
using Xunit;

namespace NewsRoom.Browser.Tests;

/// <summary>
/// Every page of the desk and of the accounts, found by asking the host for its endpoints: axe finds nothing by daylight or in the dark, no script or style is
/// stopped by the content policy, nothing is wider than a telephone, and every address answers.
/// </summary>
public sealed partial class DeskPagesTests(DeskInTheBrowser desk) : IClassFixture<DeskInTheBrowser>
{
    /// <summary>What only takes forms, or hands out a file.</summary>
    private static readonly string[] NoPages = ["/admin/audit.csv", "/admin/releases.csv", "/admin/imports/{id:int}/report"];

    [Fact]
    public async Task Axe_finds_nothing_on_any_page_of_the_desk_and_of_the_accounts()
    {
        var routes = await RoutesAsync();
        Assert.True(routes.Count(r => r.StartsWith("/admin", StringComparison.Ordinal)) > 50, $"only {routes.Count} found");
        var page = await desk.Eve.NewPageAsync();
        await page.SetViewportSizeAsync(390, 844);
        var values = await SeedAsync(page);
        var found = new List<string>();
        var visited = new HashSet<string>();
        foreach (var route in routes.Where(r => r.StartsWith("/admin", StringComparison.Ordinal) && !NoPages.Contains(r)))
        {
            var answered = false;
            foreach (var address in Fill(route, values).Distinct())
            {
                var answer = await page.GotoAsync(address);
                answered |= answer!.Status < 400;
                // What only takes forms leads back to a page that is looked at under its own address.
                if (answer.Status < 400 && visited.Add(Shape(new Uri(page.Url).AbsolutePath)))
                    found.AddRange(await LookAsync(page, address));
            }

            if (!answered)
                found.Add($"{route} answers to none of {string.Join(", ", Fill(route, values))}");
        }

        await using var outside = await desk.NewBrowserAsync();
        var stranger = await outside.NewPageAsync();
        await stranger.SetViewportSizeAsync(390, 844);
        foreach (var route in routes.Where(r => r.StartsWith("/account", StringComparison.Ordinal)))
        {
            await stranger.GotoAsync(route + (route.EndsWith("reset", StringComparison.Ordinal) || route.EndsWith("setup", StringComparison.Ordinal) ? "?token=nothing" : ""));
            found.AddRange(await LookAsync(stranger, route));
        }

        Assert.True(visited.Count > 35, $"only {visited.Count} pages were looked at");
        Assert.True(found.Count + desk.Complaints.Count == 0, string.Join('\n', found.Concat(desk.Complaints)));
    }

    private static async Task<List<string>> LookAsync(IPage page, string address)
    {
        var found = new List<string>();
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        if (wide > 0)
            found.Add($"{address} is {wide} px wider than a telephone");
        found.AddRange(await AxeCheck.FindAsync(page, isPrinted: false));
        return found;
    }

    /// <summary>A draft, a picture, an upload at the bench, another person: something for every kind of page.</summary>
    private static async Task<Dictionary<string, string[]>> SeedAsync(IPage page)
    {
        await DeskInTheBrowser.DraftAsync(page, "Draft for every page", "Its “words that nobody says at all here” stand.");
        var draft = Number().Match(new Uri(page.Url).AbsolutePath).Value;
        await page.GotoAsync($"/admin/releases/{draft}/edit");
        await page.GetByLabel("Headline").FillAsync("Draft for every page, changed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();

        await page.GotoAsync("/admin/media/upload");
        await page.Locator("#Files").SetInputFilesAsync(new FilePayload { Name = "quay.png", MimeType = "image/png", Buffer = TinyMedia.Png(51) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        var media = Number().Match(new Uri(page.Url).AbsolutePath).Value;

        await page.GotoAsync("/admin/imports/new");
        await page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "page.txt", MimeType = "text/plain", Buffer = "12 March 2019\n\nHarbour opens\n\nThe harbour opened today after two years.\n"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).First.ClickAsync();
        var import = Number().Match(new Uri(page.Url).AbsolutePath).Value;

        await page.GotoAsync("/admin/releases/bulk?q=nobody+says+at+all");
        await page.GetByLabel("What is to be done?").SelectOptionAsync(new SelectOptionValue { Label = "Add a theme" });
        await page.GetByLabel("Theme", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would change" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync();
        var change = Number().Match(new Uri(page.Url).AbsolutePath).Value;

        await page.GotoAsync("/enquiry");
        await page.Locator("#Input_Name").FillAsync("Clara Courier");
        await page.Locator("#Input_Email").FillAsync("clara@example.org");
        await page.Locator("#Input_Question").FillAsync("When does the north quay open?");
        // Who fills it in within a moment is a robot.
        await page.WaitForTimeoutAsync(5000);
        await page.Locator("main form button[type=submit]").ClickAsync();

        await page.GotoAsync("/admin/editors");
        var person = await page.Locator("main a[href^='/admin/editors/']:not([href$='invite'])").First.GetAttributeAsync("href") ?? "";
        return new()
        {
            ["/admin/releases/bulk/"] = [change],
            ["/admin/releases/"] = ["1", draft],
            ["/admin/media/"] = [media],
            ["/admin/imports/"] = [import, "1"],
            ["/admin/editors/invitations/"] = ["1"],
            ["/admin/editors/"] = [person.Split('/').Last(part => part.Length == 36)],
        };
    }

    private static IEnumerable<string> Fill(string route, Dictionary<string, string[]> values)
    {
        var ids = values.FirstOrDefault(v => route.StartsWith(v.Key, StringComparison.Ordinal)).Value ?? ["1"];
        foreach (var id in ids)
        {
            var first = true;
            yield return Parameter().Replace(route, match =>
            {
                var isFirst = first;
                first = false;
                return match.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : isFirst ? id : "1";
            }) + Questions.GetValueOrDefault(route[(route.LastIndexOf('/') + 1)..]);
        }
    }

    /// <summary>What some pages are asked beside their address.</summary>
    private static readonly Dictionary<string, string> Questions = new() { ["compare"] = "?from=1&to=2", ["fields"] = "?line=5" };

    private static string Shape(string path) => Number().Replace(path, "/n");

    /// <summary>The routes of the host, asked of one that never serves.</summary>
    private static async Task<List<string>> RoutesAsync()
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-routes-").FullName;
        try
        {
            await using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder.UseSetting("Storage:Database", Path.Combine(folder, "newsroom.db")).UseSetting("Storage:Content", folder)
                .UseSetting("Storage:Keys", Path.Combine(folder, "keys")).UseSetting("Storage:Media", Path.Combine(folder, "media")).UseSetting("Storage:Logs", ""));
            return [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal)];
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("(?<=/)[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
