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

    [Fact]
    public async Task A_person_is_added_by_name_listed_and_given_a_new_password()
    {
        await using var newsroom = new Areas.DeskFixture();
        await newsroom.SignInAsync(email: "ada@example.org");

        var (added, link, _) = await newsroom.RunAsync("user", "add", "grace@example.org", "--name", "Grace Hopper", "--role", "publisher");
        Assert.Equal(0, added);
        var invitation = await newsroom.WithAsync<Invitations, Invitation?>(i => i.FindOpenAsync(link.Trim().Split("token=")[1], TestContext.Current.CancellationToken));
        Assert.Equal(("Grace Hopper", "grace@example.org"), (invitation?.RecipientName, invitation?.RecipientEmail));
        Assert.Equal([Roles.Editor, Roles.Publisher], invitation!.Roles);

        Assert.Equal(1, (await newsroom.RunAsync("user", "add", "ADA@example.org")).ExitCode);
        Assert.Equal(2, (await newsroom.RunAsync("user", "add", "not an address")).ExitCode);
        Assert.Contains("ada@example.org\tAda administrator\teditor, publisher, administrator\tpassword only", (await newsroom.RunAsync("user", "list")).Output, StringComparison.Ordinal);

        Assert.Equal(1, (await newsroom.RunAsync("user", "reset", "nobody@example.org")).ExitCode);
        var (reset, resetLink, _) = await newsroom.RunAsync("user", "reset", "ada@example.org");
        Assert.Equal(0, reset);
        Assert.StartsWith("http://localhost:5080/account/reset?token=", resetLink, StringComparison.Ordinal);
        var outcome = await newsroom.WithAsync<PasswordResets, AccountOutcome>(r => r.RedeemAsync(resetLink.Trim().Split("token=")[1], "seven gulls on a chimney", TestContext.Current.CancellationToken));
        Assert.Equal("ada@example.org", outcome.Editor?.Email);
    }
}
