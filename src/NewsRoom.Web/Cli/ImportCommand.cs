using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Hosting;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Cli;

/// <summary><c>newsroom import PATH… [--dry-run] [--report json|text] [--date-order dmy|mdy] [--publish]</c>.</summary>
internal static class ImportCommand
{
    private sealed record Request(IReadOnlyList<ImportFile> Files, string Source, bool DryRun, bool Json, bool Publish, DateOrder DateOrder, TextWriter Output, TextWriter Error);

    public static Command Create(IServiceProvider services)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Text files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be imported, and write nothing." };
        var report = new Option<string>("--report") { Description = "How to report on standard output: json or text.", DefaultValueFactory = _ => "text" };
        report.AcceptOnlyFromAmong("json", "text");
        var order = new Option<string>("--date-order") { Description = "How the source writes 12/6: dmy (12 June) or mdy (6 December).", DefaultValueFactory = _ => "dmy" };
        order.AcceptOnlyFromAmong("dmy", "mdy");
        var publish = new Option<bool>("--publish") { Description = "Publish what is imported, embargoed releases aside. Otherwise they are drafts." };
        var command = new Command("import", "Import an archive.") { paths, dryRun, report, order, publish };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var named = parsed.GetValue(paths)!;
            if (ImportFile.List(named, out var missing) is not { } files)
            {
                await error.WriteLineAsync($"There is no file or folder {missing}.");
                return CommandLine.BadUsage;
            }

            var request = new Request(files, string.Join(", ", named), parsed.GetValue(dryRun), parsed.GetValue(report) == "json", parsed.GetValue(publish),
                parsed.GetValue(order) == "mdy" ? DateOrder.MonthDay : DateOrder.DayMonth, output, error);
            await using var scope = services.CreateAsyncScope();
            return await RunAsync(scope.ServiceProvider, request, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, Request request, CancellationToken cancellationToken)
    {
        if (request.Files.Count == 0)
            await request.Error.WriteLineAsync($"There is nothing to import: no {ImportFile.Kinds} file was found.");
        using var json = request.Json ? new ImportReportJson(request.Output) : null;
        try
        {
            var report = await ImportProgress.RunAsync(request.Files.Count, step => ImportAsync(services, request, Seen(json, step), cancellationToken));
            json?.Finish();
            foreach (var line in report.Lines(request.DryRun))
                await (request.Json ? request.Error : request.Output).WriteLineAsync(line);
            return report.Refused > 0 || report.Stopped ? 1 : 0;
        }
        catch (ThemesFileException error)
        {
            await request.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static Action<PlannedDocument> Seen(ImportReportJson? json, Action step) => document =>
    {
        json?.Add(document);
        step();
    };

    private static async Task<ImportReport> ImportAsync(IServiceProvider services, Request request, Action<PlannedDocument> seen, CancellationToken cancellationToken)
    {
        var import = services.GetRequiredService<ArchiveImport>();
        var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (request.DryRun)
        {
            await using var existing = await OpenExistingAsync(storage.Database, cancellationToken);
            var themes = existing is null ? ThemesFile.Read(storage.ThemesFile) : await ThemesFile.FromDatabaseAsync(existing, cancellationToken);
            return await import.PlanAsync(request.Files, existing, new PipelineSettings { Themes = themes, DateOrder = request.DateOrder }, seen, cancellationToken);
        }

        var db = services.GetRequiredService<NewsRoomDbContext>();
        await services.GetRequiredService<FirstStart>().PrepareAsync(cancellationToken);
        var settings = new PipelineSettings { Themes = await ThemesFile.FromDatabaseAsync(db, cancellationToken), DateOrder = request.DateOrder };
        var batch = await services.GetRequiredService<ImportApplier>().BeginAsync(request.Source, "command line", request.Publish, cancellationToken);
        return await import.ApplyAsync(request.Files, db, batch, settings, seen, cancellationToken);
    }

    /// <summary>The database for a dry run, read-only: null when there is none yet, or it is of an older program and would have to be changed first.</summary>
    private static async Task<NewsRoomDbContext?> OpenExistingAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite(path, readOnly: true);
        var db = new SqliteNewsRoomDbContext(options.Options);
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return db;
        await db.DisposeAsync();
        return null;
    }
}
