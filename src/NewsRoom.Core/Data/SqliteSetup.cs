using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsRoom.Core.Data;

/// <summary>How the application and its tests open a SQLite database.</summary>
public static class SqliteSetup
{
    /// <summary>Configures a context for the database file at <paramref name="path"/> (made when it is missing).</summary>
    /// <param name="readOnly">Never writes, and fails when the file is missing.</param>
    public static DbContextOptionsBuilder UseNewsRoomSqlite(this DbContextOptionsBuilder options, string path, bool readOnly = false)
    {
        ArgumentNullException.ThrowIfNull(options);
        var mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate;
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        return options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteSetup).Assembly.GetName().Name))
            .AddInterceptors(new SqlitePragmas())
            // Comparing the model with the migrations costs a start half a second. A test compares them instead.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    /// <summary>Whether the database refused a write because of what it holds (a foreign key, a unique index, a version), not because it was busy or broken.</summary>
    public static bool IsConflict(this Exception error)
    {
        const int constraint = 19;
        return error is DbUpdateConcurrencyException || (error as SqliteException ?? error.InnerException as SqliteException) is { SqliteErrorCode: constraint };
    }

    /// <summary>Brings the database to the present schema. Write-ahead logging is a property of the file, so it is set here once.</summary>
    public static async Task MigrateNewsRoomAsync(this NewsRoomDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        await SchemaScript.MakeAsync(db, cancellationToken);
        if (await SchemaScript.IsBehindAsync(db, cancellationToken))
            await db.Database.MigrateAsync(cancellationToken);
        await db.CountAnewAsync(cancellationToken);
    }

    /// <summary>
    /// Has SQLite look again at how many rows its tables have, where it never did or they have grown tenfold; milliseconds, from samples. Without these figures it guesses, joins the wrong way
    /// round, and what should take milliseconds takes seconds. An archive without releases is not counted: believed to be empty for ever, the tables of the search index would be read from end to end.
    /// </summary>
    public static async Task CountAnewAsync(this NewsRoomDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT EXISTS (SELECT 1 FROM Releases);";
            if ((long)(await command.ExecuteScalarAsync(cancellationToken))! == 0)
                return;
            command.CommandText = "PRAGMA optimize=0x10002;";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Until the connection is closed, what is deleted or emptied is overwritten in the file, freed pages included: for people's data.</summary>
    public static async Task OpenForErasingAsync(this NewsRoomDbContext db, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON;", cancellationToken);
    }
}
