using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsRoom.Core.Data;

/// <summary>How the application and its tests open a SQLite database.</summary>
public static class SqliteSetup
{
    /// <summary>Configures a context for the database file at <paramref name="path"/> (made when it is missing).</summary>
    public static DbContextOptionsBuilder UseNewsRoomSqlite(this DbContextOptionsBuilder options, string path)
    {
        ArgumentNullException.ThrowIfNull(options);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        return options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteSetup).Assembly.GetName().Name))
            .AddInterceptors(new SqlitePragmas());
    }

    /// <summary>Brings the database to the present schema. Write-ahead logging is a property of the file, so it is set here once.</summary>
    public static async Task MigrateNewsRoomAsync(this NewsRoomDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
