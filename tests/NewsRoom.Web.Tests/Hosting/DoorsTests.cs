using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Texts;
using Xunit;

namespace NewsRoom.Web.Tests.Hosting;

public sealed class DoorsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_comes_early_waits_and_is_answered_when_the_newsroom_opens()
    {
        var doors = new Doors();
        var answered = 0;
        var site = doors.Guard(_ =>
        {
            answered++;
            return Task.CompletedTask;
        });

        var early = site(new DefaultHttpContext());
        Assert.False(early.IsCompleted);
        Assert.Equal(0, answered);
        doors.Open();
        await early.WaitAsync(Token);
        await site(new DefaultHttpContext());

        Assert.Equal(2, answered);
    }

    [Fact]
    public async Task Whoever_waits_is_sent_away_when_the_newsroom_never_opens()
    {
        var doors = new Doors();
        var context = new DefaultHttpContext();

        var early = doors.Guard(_ => throw new InvalidOperationException("Half an archive was shown."))(context);
        doors.Close();
        await early.WaitAsync(Token);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.False(await doors.OpensAsync(Token));
    }

    [Fact]
    public async Task Whoever_has_waited_long_is_told_how_far_the_import_has_come_and_when_to_look_again()
    {
        var doors = new Doors { Patience = TimeSpan.FromMilliseconds(20), Progress = (3, 12) };
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton(new SiteText("en")).BuildServiceProvider() };
        context.Request.Method = HttpMethods.Get;
        using var body = new MemoryStream();
        context.Response.Body = body;

        await doors.Guard(_ => throw new InvalidOperationException("Half an archive was shown."))(context);

        Assert.Equal((StatusCodes.Status503ServiceUnavailable, "5", "5"), (context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString(), context.Response.Headers["Refresh"].ToString()));
        Assert.Contains("3 of 12 documents are done.", Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_takes_too_long_is_not_taken_for_a_newsroom_that_is_being_prepared()
    {
        var doors = new Doors();
        var early = doors.Guard(_ => throw new TimeoutException("The page's own."))(new DefaultHttpContext());
        doors.Open();

        await Assert.ThrowsAsync<TimeoutException>(() => early.WaitAsync(Token));
    }

    [Fact]
    public async Task What_is_open_stays_open()
    {
        var doors = new Doors();
        doors.Open();

        doors.Close();

        Assert.True(await doors.OpensAsync(Token));
    }

    [Fact]
    public async Task The_front_page_is_whole_for_its_first_reader()
    {
        await using var newsroom = new NewsRoomApplication { Tools = PlainPipeline.Tools };
        await File.WriteAllTextAsync(Path.Combine(newsroom.ContentFolder, "a.txt"), "The harbour opens\nBody", Token);

        using var client = newsroom.Client();

        Assert.Contains("The harbour opens", await client.GetStringAsync("/", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_cannot_read_its_themes_lets_nobody_in()
    {
        await using var newsroom = new NewsRoomApplication();
        await File.WriteAllTextAsync(Path.Combine(newsroom.ContentFolder, "themes.yml"), "no list", Token);

        Assert.ThrowsAny<Exception>(() => newsroom.Services);
    }
}
