using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace NewsRoom.Browser.Tests;

/// <summary>What axe says of a page as it stands.</summary>
internal static class AxeCheck
{
    /// <summary>The violations by daylight, in the dark and, for pages that are printed, on paper; one line each.</summary>
    public static async Task<List<string>> FindAsync(IPage page, bool isPrinted = true)
    {
        var found = new List<string>();
        // The dark and print differ in their colours only.
        var colours = new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };
        List<(ColorScheme Scheme, Media Media, AxeRunOptions Options)> looks = [(ColorScheme.Dark, Media.Screen, colours), (ColorScheme.Light, Media.Screen, new())];
        if (isPrinted)
            looks.Insert(0, (ColorScheme.Light, Media.Print, colours));
        foreach (var (scheme, media, options) in looks)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, Media = media, ReducedMotion = ReducedMotion.Reduce });
            var result = await page.RunAxe(options);
            // An axe that looked at nothing finds nothing.
            Assert.NotEmpty(result.Passes);
            found.AddRange(result.Violations.Select(v => $"{new Uri(page.Url).PathAndQuery} ({scheme}, {media}): {v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }

        return found;
    }

    /// <summary>Fails where there is a violation.</summary>
    public static async Task AssertCleanAsync(IPage page, bool isPrinted = true)
    {
        var found = await FindAsync(page, isPrinted);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
