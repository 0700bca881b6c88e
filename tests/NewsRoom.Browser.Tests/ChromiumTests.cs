using Xunit;

namespace NewsRoom.Browser.Tests;

public sealed class ChromiumTests(Chromium chromium)
{
    [Fact]
    public async Task The_browser_and_the_program_meet()
    {
        Chromium.RequiredPath();
        await using var newsroom = await RunningNewsRoom.StartAsync(TestContext.Current.CancellationToken);
        await using var visitor = await chromium.VisitorAsync(newsroom.Address);
        var page = await visitor.NewPageAsync();

        var answer = await page.GotoAsync("/no-such-page");

        Assert.Equal(404, answer!.Status);
        Assert.False((await answer.AllHeadersAsync()).ContainsKey("server"));
    }
}
