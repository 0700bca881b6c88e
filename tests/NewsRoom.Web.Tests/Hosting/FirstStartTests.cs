using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Releases;
using NewsRoom.Web.Hosting;
using Xunit;

namespace NewsRoom.Web.Tests.Hosting;

public sealed class FirstStartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_start_imports_publishes_and_says_so_and_the_second_imports_nothing()
    {
        await using var newsroom = new NewsRoomApplication { Tools = PlainPipeline.Tools };
        await File.WriteAllTextAsync(Path.Combine(newsroom.ContentFolder, "a.txt"), "One\nBody", Token);
        await File.WriteAllTextAsync(Path.Combine(newsroom.ContentFolder, "b.txt"), "One\nBody again", Token);

        Assert.Equal((1, 2, 1), await CountsAsync(newsroom));
        Assert.Equal("first start", await newsroom.AskAsync(db => db.Batches.Select(b => b.StartedBy).SingleAsync(Token)));
        await File.WriteAllTextAsync(Path.Combine(newsroom.ContentFolder, "c.txt"), "Three\nBody", Token);

        Assert.Empty(await ImportAgainAsync(newsroom));
        Assert.Equal((1, 2, 1), await CountsAsync(newsroom));
    }

    [Fact]
    public async Task A_first_import_that_was_stopped_is_completed_and_what_it_had_is_kept()
    {
        await using var newsroom = new NewsRoomApplication { Tools = PlainPipeline.Tools };
        await File.WriteAllTextAsync(Path.Combine(newsroom.ContentFolder, "a.txt"), "One\nBody", Token);
        await CountsAsync(newsroom);
        await newsroom.AskAsync(db => db.Batches.ExecuteUpdateAsync(b => b.SetProperty(x => x.FinishedAt, (DateTimeOffset?)null), Token));
        await File.WriteAllTextAsync(Path.Combine(newsroom.ContentFolder, "b.txt"), "Two\nBody", Token);

        var lines = await ImportAgainAsync(newsroom);

        Assert.StartsWith("The import of the archive was completed", lines[0], StringComparison.Ordinal);
        Assert.Equal((2, 2, 1), await CountsAsync(newsroom));
        Assert.NotNull(await newsroom.AskAsync(db => db.Batches.Select(b => b.FinishedAt).SingleAsync(Token)));
    }

    [Fact]
    public async Task Without_an_archive_the_start_says_so_and_leaves_the_door_open()
    {
        await using var newsroom = new NewsRoomApplication { Tools = PlainPipeline.Tools };

        Assert.StartsWith("No archive to import", Assert.Single(await ImportAgainAsync(newsroom)), StringComparison.Ordinal);
        Assert.Equal(0, await newsroom.AskAsync(db => db.Batches.CountAsync(Token)));
    }

    [Fact]
    public async Task Each_start_without_an_editor_replaces_the_set_up_link()
    {
        await using var newsroom = new NewsRoomApplication();
        Assert.Single(await newsroom.AskAsync(db => db.Invitations.Where(i => i.IsSetup && i.ClosedAt == null).ToListAsync(Token)));

        await newsroom.RunAsync("user", "invite");

        var all = await newsroom.AskAsync(db => db.Invitations.OrderBy(i => i.Id).ToListAsync(Token));
        Assert.Equal([false, true], all.Select(i => i.IsOpen(NewsRoomApplication.Start)));
    }

    private static Task<IReadOnlyList<string>> ImportAgainAsync(NewsRoomApplication newsroom) =>
        newsroom.WithAsync<FirstStart, IReadOnlyList<string>>(start => start.ImportArchiveAsync(Token));

    private static Task<(int Live, int Sources, int Batches)> CountsAsync(NewsRoomApplication newsroom) => newsroom.AskAsync(async db =>
        (await db.Releases.Live(NewsRoomApplication.Start).CountAsync(Token), await db.Sources.CountAsync(Token), await db.Batches.CountAsync(Token)));
}
