using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using Xunit;

namespace NewsRoom.Core.Tests.Data;

public sealed class MigrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_migrations_make_the_schema_that_the_model_describes()
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite("unused.db");
        using var db = new SqliteNewsRoomDbContext(options.Options);

        Assert.NotEmpty(db.Database.GetMigrations());
        // The program does not look at its start, since looking takes half a second.
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_new_database_is_made_by_the_script_as_the_migrations_would_make_it()
    {
        var folder = Directory.CreateTempSubdirectory("newsroom-schema-").FullName;
        try
        {
            var (byScript, history) = await SchemaAsync(Path.Combine(folder, "script.db"), db => db.MigrateNewsRoomAsync(Token));
            var (byMigrations, all) = await SchemaAsync(Path.Combine(folder, "migrations.db"), db => db.Database.MigrateAsync(Token));
            Assert.True(byScript.Count > 100, $"only {byScript.Count} tables, indexes and triggers");
            // Write the script again as docs/architecture.md says under Migrations.
            Assert.Equal(byMigrations, byScript);
            Assert.Equal(all, history);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(List<string> Schema, List<string> History)> SchemaAsync(string path, Func<SqliteNewsRoomDbContext, Task> make)
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite(path);
        await using var db = new SqliteNewsRoomDbContext(options.Options);
        await make(db);
        // EF's lock stays behind only where EF itself has migrated, and the figures of how many rows there are come after both.
        return (await db.Database.SqlQuery<string>($"SELECT type || ' ' || name || ' ' || COALESCE(sql, '') AS Value FROM sqlite_master WHERE name NOT LIKE '%__EFMigrationsLock%' AND name NOT LIKE 'sqlite_stat%' ORDER BY name").ToListAsync(Token),
            await db.Database.SqlQuery<string>($"SELECT MigrationId AS Value FROM __EFMigrationsHistory ORDER BY MigrationId").ToListAsync(Token));
    }
}
