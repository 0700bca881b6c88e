using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsRoom.Core.Data;

/// <summary>
/// All migrations as one script (<c>Migrations/Sqlite/schema.sql</c>, which <c>dotnet ef migrations script</c> writes). A new database is made by it in one transaction,
/// without the models that EF builds for each migration first; a database that is up to date is not given to EF at all. A test compares what both make.
/// </summary>
internal static class SchemaScript
{
    private const string Resource = "NewsRoom.Core.Data.Migrations.Sqlite.schema.sql";

    /// <summary>Makes tables, indexes, triggers and the migrations' history in an empty database, all of it or nothing; a database that holds anything is left alone.</summary>
    public static async Task MakeAsync(NewsRoomDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            if (!await IsEmptyAsync(connection, null, cancellationToken))
                return;
            await using var transaction = connection.BeginTransaction(deferred: false);
            // Another process may have been quicker.
            if (!await IsEmptyAsync(connection, transaction, cancellationToken))
                return;
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // A resource of this assembly.
            command.CommandText = await ReadAsync(cancellationToken);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Whether there are migrations that the database has not seen.</summary>
    public static async Task<bool> IsBehindAsync(NewsRoomDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory';";
            if ((long)(await command.ExecuteScalarAsync(cancellationToken))! == 0)
                return true;
            command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory;";
            var seen = new HashSet<string>(StringComparer.Ordinal);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                seen.Add(rows.GetString(0));
            return db.Database.GetMigrations().Any(migration => !seen.Contains(migration));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<bool> IsEmptyAsync(SqliteConnection connection, SqliteTransaction? transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master;";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! == 0;
    }

    /// <summary>The script without the transactions that it puts around each migration.</summary>
    private static async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(typeof(SchemaScript).Assembly.GetManifestResourceStream(Resource)!);
        var script = await reader.ReadToEndAsync(cancellationToken);
        return string.Join('\n', script.ReplaceLineEndings("\n").Split('\n').Where(line => line is not ("BEGIN TRANSACTION;" or "COMMIT;")));
    }
}
