using NewsRoom.Core.Ingestion;
using Spectre.Console;

namespace NewsRoom.Web.Cli;

/// <summary>A progress bar on standard error, where that is a terminal; nothing otherwise.</summary>
internal static class ImportProgress
{
    /// <param name="documents">How many documents there are.</param>
    /// <param name="work">Calls what it is given after each document.</param>
    public static async Task<ImportReport> RunAsync(int documents, Func<Action, Task<ImportReport>> work)
    {
        if (Console.IsErrorRedirected || documents == 0)
            return await work(() => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask("Importing", maxValue: documents);
            return await work(() => bar.Increment(1));
        });
    }
}
