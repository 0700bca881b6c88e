using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// A number that is another one after every write to the database, whoever made it: this process, another one, or the command line. SQLite keeps it for a connection of
/// its own that never writes (PRAGMA data_version); asking costs microseconds and reads no page.
/// </summary>
public sealed class DatabaseVersion(IOptions<StorageOptions> storage) : IDisposable
{
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;
    private SqliteCommand? _command;

    public long Now()
    {
        lock (_gate)
        {
            _command ??= Open();
            return (long)_command.ExecuteScalar()!;
        }
    }

    public void Dispose()
    {
        _command?.Dispose();
        _connection?.Dispose();
    }

    private SqliteCommand Open()
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = storage.Value.Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        _connection.Open();
        var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA data_version;";
        return command;
    }
}
