using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Cli;

/// <summary><c>newsroom user add|reset|list|invite</c>: people who sign in. Links are printed alone on standard output, so that a script can hand them on.</summary>
internal static class UserCommand
{
    public static Command Create(IServiceProvider services) => new("user", "People who sign in.") { Add(services), Reset(services), List(services), Invite(services) };

    private static Command Add(IServiceProvider services)
    {
        var email = Email();
        var name = new Option<string?>("--name") { Description = "The person's name." };
        var role = Role();
        var command = new Command("add", "Print a one-time link that makes an account for this person. It works for 24 hours.") { email, name, role };
        command.SetAction((parsed, cancellationToken) => RunAsync(services, async scope =>
        {
            var address = parsed.GetValue(email)!.Trim();
            var error = parsed.InvocationConfiguration.Error;
            if (address.Length is < 3 or > 256 || address.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == address.Length - 1))
            {
                await error.WriteLineAsync($"\"{address}\" is not an e-mail address.");
                return CommandLine.BadUsage;
            }

            if (await scope.GetRequiredService<UserManager<Editor>>().FindByEmailAsync(address) is not null)
            {
                await error.WriteLineAsync($"{address} has an account already. \"newsroom user reset {address}\" prints a link that sets a new password.");
                return 1;
            }

            var link = await scope.GetRequiredService<EditorLinks>().CreateAsync(Included(parsed.GetValue(role)!), new Recipient(parsed.GetValue(name), address, "command line"), cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(link.AbsoluteUri);
            return 0;
        }, cancellationToken));
        return command;
    }

    private static Command Reset(IServiceProvider services)
    {
        var email = Email();
        var without = new Option<bool>("--without-second-step") { Description = "Also switch the second step off, for somebody who lost the authenticator and the recovery codes." };
        var command = new Command("reset", "Print a one-time link with which this person sets a new password. It works for 24 hours.") { email, without };
        command.SetAction((parsed, cancellationToken) => RunAsync(services, async scope =>
        {
            var address = parsed.GetValue(email)!.Trim();
            if (await scope.GetRequiredService<UserManager<Editor>>().FindByEmailAsync(address) is not { } editor)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"Nobody has the address {address}. \"newsroom user list\" names everybody.");
                return 1;
            }

            var link = await scope.GetRequiredService<EditorLinks>().ResetAsync(editor, parsed.GetValue(without), cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(link.AbsoluteUri);
            return 0;
        }, cancellationToken));
        return command;
    }

    private static Command List(IServiceProvider services)
    {
        var command = new Command("list", "Name everybody: address, name, roles and whether a second step is on, separated by tabs.");
        command.SetAction((parsed, cancellationToken) => RunAsync(services, async scope =>
        {
            var db = scope.GetRequiredService<NewsRoomDbContext>();
            var people = await db.Users.OrderBy(u => u.Email).Select(u => new
            {
                u.Email,
                u.DisplayName,
                u.TwoFactorEnabled,
                Roles = db.UserRoles.Where(x => x.UserId == u.Id).Join(db.Roles, x => x.RoleId, r => r.Id, (x, r) => r.Name).ToList(),
            }).ToListAsync(cancellationToken);
            foreach (var person in people)
            {
                var line = string.Join('\t', person.Email, person.DisplayName, string.Join(", ", Roles.All.Where(person.Roles.Contains)), person.TwoFactorEnabled ? "second step" : "password only");
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            }

            if (people.Count == 0)
                await parsed.InvocationConfiguration.Error.WriteLineAsync("Nobody can sign in yet. \"newsroom user invite\" prints a link that makes the first account.");
            return 0;
        }, cancellationToken));
        return command;
    }

    private static Command Invite(IServiceProvider services)
    {
        var role = Role();
        var command = new Command("invite", "Print a one-time link that makes an account for whoever has it. It works for 24 hours.") { role };
        command.SetAction((parsed, cancellationToken) => RunAsync(services, async scope =>
        {
            var link = await scope.GetRequiredService<EditorLinks>().CreateAsync(Included(parsed.GetValue(role)!), cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(link.AbsoluteUri);
            return 0;
        }, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, Func<IServiceProvider, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstStart>().PrepareAsync(cancellationToken);
        return await work(scope.ServiceProvider);
    }

    private static Argument<string> Email() => new("EMAIL") { Description = "The person's e-mail address, which they sign in with." };

    private static Option<string[]> Role()
    {
        var role = new Option<string[]>("--role") { Description = "What the account may do; can be given more than once. A role includes the ones before it; the first account of a newsroom holds every role.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [Roles.Editor] };
        role.AcceptOnlyFromAmong([.. Roles.All]);
        return role;
    }

    /// <summary>The roles with the ones they include.</summary>
    private static IReadOnlyList<string> Included(string[] asked) => [.. Roles.All.Take(Roles.All.Select((name, i) => asked.Contains(name) ? i + 1 : 0).Max())];
}
