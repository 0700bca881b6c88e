using System.CommandLine;
using NewsRoom.Core.People;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Cli;

/// <summary><c>newsroom user invite [--role …]</c>: a one-time link that makes an account.</summary>
internal static class UserCommand
{
    public static Command Create(IServiceProvider services)
    {
        var role = new Option<string[]>("--role") { Description = "What the account may do; can be given more than once. The first account of a newsroom holds every role.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [Roles.Editor] };
        role.AcceptOnlyFromAmong([.. Roles.All]);
        var invite = new Command("invite", "Print a one-time link that makes an account. It works for 24 hours.") { role };
        invite.SetAction(async (parsed, cancellationToken) =>
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FirstStart>().PrepareAsync(cancellationToken);
            var link = await scope.ServiceProvider.GetRequiredService<EditorLinks>().CreateAsync(parsed.GetValue(role)!, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(link.AbsoluteUri);
            return 0;
        });
        return new Command("user", "People who sign in.") { invite };
    }
}
