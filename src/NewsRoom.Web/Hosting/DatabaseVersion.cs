using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace NewsRoom.Web.Hosting;

/// <summary>
/// A number that is another one after every write to the database, whoever made it: this process, another one, or the command line. SQLite keeps it for a connection of
/// its own that never writes (PRAGMA data_version); asking costs microseconds and reads no page. While an import writes document after document it is asked once a second
/// only, so that pages are not made anew for each of them.
/// </summary>
public sealed class DatabaseVersion(IOptions<StorageOptions> storage, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestLag = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private int _writers;
    private long _last;
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;
    private SqliteConnection? _connection;
    private SqliteCommand? _command;

    public long Now()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_writers > 0 && now - _askedAt < LongestLag)
                return _last;
            _command ??= Open();
            (_last, _askedAt) = ((long)_command.ExecuteScalar()!, now);
            return _last;
        }
    }

    /// <summary>Lets the version lag behind until what is returned is disposed: long work is being written. What was written before is not hidden by it.</summary>
    public IDisposable Lag()
    {
        lock (_gate)
        {
            _writers++;
            _askedAt = DateTimeOffset.MinValue;
        }

        return new Writer(this);
    }

    /// <summary>Asks anew, whatever is being written: somebody has just changed something and wants to see it.</summary>
    public void Look()
    {
        lock (_gate)
            _askedAt = DateTimeOffset.MinValue;
    }

    public void Dispose()
    {
        _command?.Dispose();
        _connection?.Dispose();
    }

    private sealed class Writer(DatabaseVersion version) : IDisposable
    {
        private bool _isDone;

        public void Dispose()
        {
            lock (version._gate)
            {
                version._writers -= _isDone ? 0 : 1;
                _isDone = true;
            }
        }
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
