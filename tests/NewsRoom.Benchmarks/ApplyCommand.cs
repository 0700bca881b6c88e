using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Benchmarks.Generation;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Search;

namespace NewsRoom.Benchmarks;

/// <summary>
/// <c>apply [N]</c>: applies N releases to SQLite, and after every few documents lets a bare loop of prepared statements write the very rows that the applier wrote,
/// in the same transactions, into a second database. Both take turns, so that other work on the machine slows both alike. At the end the tables are compared.
/// </summary>
internal static class ApplyCommand
{
    private const int DocumentsATurn = 25;

    public static async Task<int> RunAsync(int releases, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-apply-").FullName;
        try
        {
            await using var db = await OpenAsync(Path.Combine(folder, "applied.db"));
            await using (var second = await OpenAsync(Path.Combine(folder, "bare.db")))
                await second.Database.CloseConnectionAsync();
            using var bare = new BareLoop(Path.Combine(folder, "applied.db"), Path.Combine(folder, "bare.db"));
            return await RunAsync(releases, db, bare, output);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(int releases, NewsRoomDbContext db, BareLoop bare, TextWriter output)
    {
        var definitions = ThemesFile.Read(Path.Combine(AppContext.BaseDirectory, "themes.yml"));
        await ThemesFile.SeedAsync(db, definitions);
        var pipeline = new ArchivePipeline(new PipelineSettings { Themes = definitions });
        var finder = new DuplicateFinder();
        var applier = new ImportApplier(db, new SqliteSearchIndex(), TimeProvider.System);
        var batch = await applier.BeginAsync("benchmark", "benchmark", publishes: true);
        bare.CopyOnce();
        var (applied, alone) = (new Spent(), new Spent());
        var (position, done) = (0, 0);
        foreach (var documents in new ArchiveGenerator(recaptures: false).Documents(releases).Chunk(DocumentsATurn))
        {
            var plans = documents.Select(d => finder.Resolve(pipeline.Plan(d.Name, d.Bytes))).ToList();
            using (applied.Measure())
            {
                foreach (var plan in plans)
                    await applier.ApplyAsync(batch, position++, plan);
            }

            bare.Read();
            using (alone.Measure())
                bare.Write();
            var before = done;
            done += plans.Sum(p => p.Releases.Count);
            // What the runtime compiles in the first turns belongs to neither.
            if (before < releases / 20 && done >= releases / 20)
                (applied, alone) = (new(), new());
            if (before / 10_000 != done / 10_000 || done >= releases)
                Row(output, done, applied, alone);
        }

        var differences = bare.Compare();
        output.WriteLine(differences.Count == 0 ? $"{bare.Rows:N0} rows, the same in both databases." : "Different: " + string.Join(", ", differences));
        return differences.Count == 0 ? 0 : 1;
    }

    private static void Row(TextWriter output, int done, Spent applied, Spent alone)
    {
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{done,8} releases: bare/applier by clock {alone.Clock / applied.Clock:0.00}, by processor {alone.Processor / applied.Processor:0.00}; applier {applied.Clock.TotalSeconds:0.0} s, bare {alone.Clock.TotalSeconds:0.0} s; working set {process.WorkingSet64 / 1048576} MB, peak {process.PeakWorkingSet64 / 1048576} MB"));
    }

    private static async Task<SqliteNewsRoomDbContext> OpenAsync(string path)
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite(path);
        var db = new SqliteNewsRoomDbContext(options.Options);
        await db.MigrateNewsRoomAsync();
        return db;
    }
}
