using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Web.Jobs;

namespace NewsRoom.Web.Hosting;

/// <summary>What every start does before it serves: database, themes, and, the first time, the archive.</summary>
internal sealed class FirstStart(NewsRoomDbContext db, IOptions<StorageOptions> storage, ArchiveImport import, ImportApplier applier, Doors doors)
{
    private const string StartedBy = "first start";

    /// <summary>Makes the database's folder and brings the database to the present schema and its themes.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        MakePrivateFolder(Path.GetDirectoryName(storage.Value.Database)!);
        await db.MigrateNewsRoomAsync(cancellationToken);
        await ThemesFile.SeedAsync(db, ThemesFile.Read(storage.Value.ThemesFile), cancellationToken);
    }

    /// <summary>Imports and publishes the archive when nothing was ever imported, or when the first import was stopped in the middle.</summary>
    /// <returns>Plain lines for the console.</returns>
    public async Task<IReadOnlyList<string>> ImportArchiveAsync(CancellationToken cancellationToken)
    {
        var unfinished = await db.Batches.FirstOrDefaultAsync(b => !b.IsStaged && b.UndoRequestedAt == null && b.StartedBy == StartedBy && b.FinishedAt == null, cancellationToken);
        if (unfinished is null && await db.Batches.AnyAsync(cancellationToken))
            return [];
        var folder = storage.Value.Content;
        var files = Directory.Exists(folder) ? ImportFile.List([folder], out _)! : [];
        if (files.Count == 0)
            return [$"No archive to import: there is no {ImportFile.Kinds} file in {folder}."];
        var batch = unfinished ?? await applier.BeginAsync(Path.GetFileName(folder), StartedBy, publishes: true, cancellationToken);
        var settings = new PipelineSettings { Themes = await ThemesFile.FromDatabaseAsync(db, cancellationToken) };
        doors.Progress = (0, files.Count);
        var report = await import.ApplyAsync(files, db, batch, settings, document => doors.Progress = (document.Position + 1, files.Count), cancellationToken);
        return [unfinished is null ? "The archive was imported and published:" : "The import of the archive was completed:", .. report.Lines(dryRun: false).Select(l => "  " + l)];
    }

    /// <summary>For the newsroom's own account alone: the database holds drafts and password hashes.</summary>
    private static void MakePrivateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
