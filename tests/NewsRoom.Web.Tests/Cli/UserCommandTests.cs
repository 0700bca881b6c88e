using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.People;
using Xunit;

namespace NewsRoom.Web.Tests.Cli;

public sealed class UserCommandTests
{
    [Fact]
    public async Task An_invitation_is_printed_as_a_link_and_only_its_hash_is_kept()
    {
        await using var newsroom = new NewsRoomApplication { Settings = { ["NewsRoom:PublicBaseAddress"] = "https://news.example.org" } };

        var (exitCode, output, _) = await newsroom.RunAsync("user", "invite", "--role", "publisher");

        const string start = "https://news.example.org/account/setup?token=";
        Assert.Equal(0, exitCode);
        Assert.StartsWith(start, output, StringComparison.Ordinal);
        var token = output.Trim()[start.Length..];
        var kept = await newsroom.AskAsync(db => db.Invitations.OrderByDescending(i => i.Id).FirstAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(token, kept.TokenHash, StringComparison.Ordinal);
        Assert.Equal(Roles.All, kept.Roles);
    }

    [Fact]
    public async Task An_unknown_role_is_bad_usage()
    {
        await using var newsroom = new NewsRoomApplication();

        Assert.Equal(2, (await newsroom.RunAsync("user", "invite", "--role", "king")).ExitCode);
    }
}
