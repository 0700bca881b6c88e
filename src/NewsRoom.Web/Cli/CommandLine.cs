using System.CommandLine;

namespace NewsRoom.Web.Cli;

/// <summary>The verbs of <c>newsroom</c>. No argument, or one that begins with a hyphen (a setting), means: serve the site.</summary>
internal static class CommandLine
{
    /// <summary>The exit code of a command that was not understood.</summary>
    public const int BadUsage = 2;

    private static readonly string[] Questions = ["--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments name a verb or ask for help.</summary>
    public static bool IsVerb(string[] args) => args.Length > 0 && (!args[0].StartsWith('-') || Questions.Contains(args[0]));

    /// <summary>Runs the verb and gives its exit code.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("The newsroom. Without a command it serves the site; settings are given as --NewsRoom:Title \"…\" or --urls http://localhost:5090.")
        {
            ImportCommand.Create(services),
            UserCommand.Create(services),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in parsed.Errors)
                await error.WriteLineAsync(mistake.Message);
            await error.WriteLineAsync("\"newsroom --help\" and \"newsroom import --help\" say what can be written.");
            return BadUsage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }
}
