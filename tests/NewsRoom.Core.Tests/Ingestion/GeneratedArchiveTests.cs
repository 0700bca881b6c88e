using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Benchmarks.Generation;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Search;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

/// <summary>A generated archive with every shape in it, as the benchmarks write it.</summary>
public sealed class GeneratedArchiveTests : IAsyncLifetime
{
    /// <summary>So many releases that every kind of document has come at least once.</summary>
    private const int Releases = 300;

    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsroom-generated-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void The_same_seed_writes_the_same_archive()
    {
        var first = new ArchiveGenerator().Documents(Releases).ToList();

        Assert.Equal(["docx", "md", "txt"], first.Select(d => Path.GetExtension(d.Name)[1..]).Distinct().Order());
        Assert.Equal(Releases, first.Sum(d => d.Releases));
        Assert.All(first.Zip(new ArchiveGenerator().Documents(Releases)), pair => Assert.Equal(pair.First.Bytes, pair.Second.Bytes));
    }

    [Fact]
    public void Every_document_is_planned_without_losing_a_line_and_captures_of_the_same_page_become_one_release_each()
    {
        var plans = Plans();

        Assert.All(plans, Lines.AssertAccounted);
        Assert.All(plans, plan => Assert.Equal(PlanStatus.Planned, plan.Status));
        var again = plans.Where(p => p.Document.FileName is "page-000018.txt" or "page-000019.txt").SelectMany(p => p.Releases).ToList();
        Assert.True(again.Count(r => r.DuplicateOf is not null) >= 36, "Pages that were captured again are not known again.");
    }

    [Fact]
    public async Task Prepared_statements_write_the_rows_that_the_model_writes()
    {
        var plans = Plans();

        var fast = await RowsAsync("fast.db", plans, byModel: false);
        var model = await RowsAsync("model.db", plans, byModel: true);

        Assert.Contains("Releases", fast.Keys);
        Assert.True(fast["ReleaseRevisions"].Count >= 300);
        Assert.Equal(fast.Keys, model.Keys);
        foreach (var table in fast.Keys)
            Assert.Equal(model[table], fast[table]);
    }

    private static List<ImportPlan> Plans()
    {
        var finder = new DuplicateFinder();
        return [.. new ArchiveGenerator().Documents(Releases).Select(d => finder.Resolve(Planned.Pipeline.Plan(d.Name, d.Bytes, Token)))];
    }

    /// <summary>Applies the plans to a database of its own, and reads every row of it.</summary>
    private async Task<SortedDictionary<string, List<string>>> RowsAsync(string name, List<ImportPlan> plans, bool byModel)
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite(Path.Combine(_folder, name));
        await using var db = new SqliteNewsRoomDbContext(options.Options);
        await db.MigrateNewsRoomAsync(Token);
        await ThemesFile.SeedAsync(db, Planned.Themes, Token);
        var applier = new ImportApplier(db, new SqliteSearchIndex(), new StillClock()) { ByModel = byModel };
        var batch = await applier.BeginAsync("generated", "test", publishes: true, Token);
        for (var i = 0; i < plans.Count; i++)
            await applier.ApplyAsync(batch, i, plans[i], Token);
        await applier.FinishAsync(batch, Token);

        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(Token);
        var rows = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        // Each release has an identifier that is drawn by lot; the pages of the index hold words in another order.
        foreach (var table in Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%Search\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'"))
        {
            var columns = Read(connection, $"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}') WHERE name <> 'PublicId'");
            // By what they say: a table whose key is not a number of its own has no order, and the model inserts its rows in another one.
            rows[table] = Read(connection, $"SELECT {string.Join(", ", columns)} FROM \"{table}\" ORDER BY {string.Join(", ", columns)}");
        }

        return rows;
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns of a database that was made here.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    }

    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Start;
    }
}
