using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsRoom.Benchmarks;

/// <summary>
/// What the applier is measured against: reads the rows that were added to one database (not timed), and writes them into another one with prepared statements, one transaction
/// a document, in an order that foreign keys allow (timed). It knows nothing of releases: no rendering, no look-ups, no duplicates.
/// </summary>
internal sealed class BareLoop : IDisposable
{
    // Those that belong to no document are copied before; contacts are made by the first document that names them.
    private static readonly string[] Once = ["Themes", "ImportBatches", "AuditEntries"];

    private readonly SqliteConnection _from;
    private readonly SqliteConnection _to;
    private readonly List<Table> _tables = [];
    private readonly List<Dictionary<string, List<object[]>>> _documents = [];

    public BareLoop(string from, string to)
    {
        _from = Open(from);
        _to = Open(to);
        // In the order in which the applier writes them; releases by the document that is their first source.
        _tables.Add(new(_from, _to, "SourceDocuments", "Id"));
        _tables.Add(new(_from, _to, "MediaContacts", "Id"));
        _tables.Add(new(_from, _to, "Releases", "Id"));
        foreach (var part in (string[])["ReleaseRevisions", "ReleaseTheme", "ReleaseContact", "Gaps", "Quotation", "PublicSearchTexts", "DeskSearchTexts"])
            _tables.Add(new(_from, _to, part, "ReleaseId"));
        _tables.Add(new(_from, _to, "Sources", "Id"));
        _tables.Add(new(_from, _to, "AuditEntries", "Id"));
    }

    public long Rows => _tables.Sum(t => t.Written);

    public void CopyOnce()
    {
        foreach (var name in Once)
        {
            var table = _tables.Find(t => t.Name == name) ?? new Table(_from, _to, name, "Id");
            foreach (var row in table.ReadNew())
                table.Write(row, null);
        }
    }

    /// <summary>Reads what the applier has added since the last call, sorted by the document that it belongs to.</summary>
    public void Read()
    {
        _documents.Clear();
        var rows = _tables.ToDictionary(t => t.Name, t => t.ReadNew());
        var ofDocument = new Dictionary<long, int>();
        foreach (var document in rows["SourceDocuments"])
        {
            ofDocument[(long)document[0]] = _documents.Count;
            _documents.Add(_tables.ToDictionary(t => t.Name, _ => new List<object[]>()));
            _documents[^1]["SourceDocuments"].Add(document);
        }

        var sources = _tables.Single(t => t.Name == "Sources");
        var (release, source) = (sources.Column("ReleaseId"), sources.Column("DocumentId"));
        var ofRelease = new Dictionary<long, int>();
        foreach (var row in rows["Sources"])
        {
            ofRelease.TryAdd((long)row[release], ofDocument[(long)row[source]]);
            _documents[ofDocument[(long)row[source]]]["Sources"].Add(row);
        }

        var audit = _tables.Single(t => t.Name == "AuditEntries");
        var (kind, thing) = (audit.Column("Kind"), audit.Column("ThingId"));
        foreach (var row in rows["AuditEntries"])
        {
            var id = long.Parse((string)row[thing], CultureInfo.InvariantCulture);
            _documents[(string)row[kind] == "document" ? ofDocument[id] : ofRelease[id]]["AuditEntries"].Add(row);
        }

        // A contact is made with the first release that names it.
        var releaseContacts = _tables.Single(t => t.Name == "ReleaseContact");
        var ofContact = rows["ReleaseContact"].GroupBy(r => (long)r[releaseContacts.Column("ContactId")]).ToDictionary(g => g.Key, g => g.Min(r => ofRelease[(long)r[releaseContacts.Column("ReleaseId")]]));
        foreach (var table in _tables.Where(t => t.Name is not ("SourceDocuments" or "Sources" or "AuditEntries")))
        {
            var key = table.Column(table.Key);
            foreach (var row in rows[table.Name])
                _documents[table.Name == "MediaContacts" ? ofContact.GetValueOrDefault((long)row[key]) : ofRelease[(long)row[key]]][table.Name].Add(row);
        }
    }

    /// <summary>Writes what was read, one transaction a document.</summary>
    public void Write()
    {
        foreach (var document in _documents)
        {
            using var transaction = _to.BeginTransaction(deferred: false);
            foreach (var table in _tables)
            {
                foreach (var row in document[table.Name])
                    table.Write(row, transaction);
            }

            transaction.Commit();
        }
    }

    /// <summary>The tables whose rows are not the same in both databases; contacts only by their number, since the applier goes on filling them.</summary>
    public List<string> Compare()
    {
        var different = new List<string>();
        foreach (var table in _tables)
        {
            var fields = table.Name == "MediaContacts" ? "count(*), sum(Id), sum(length(Name))" : $"count(*), sum({string.Join(" + ", table.Columns.Select(c => $"length(ifnull(\"{c}\", ''))"))})";
            var sql = $"SELECT {fields} FROM \"{table.Name}\"";
            if (Text(_from, sql) != Text(_to, sql))
                different.Add(table.Name);
        }

        // Whatever else the applier may have come to write must be written here too.
        foreach (var name in Names(_from, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'PublicSearch%' AND name NOT LIKE 'DeskSearch%'"))
        {
            var sql = $"SELECT count(*) FROM \"{name}\"";
            if (Text(_from, sql) != Text(_to, sql) && !different.Contains(name))
                different.Add(name);
        }

        foreach (var index in (string[])["PublicSearch", "DeskSearch"])
        {
            var sql = $"SELECT count(*), sum(length(block)) FROM {index}_data";
            var found = $"SELECT count(*) FROM {index} WHERE {index} MATCH 'museum OR bridge'";
            if (Text(_from, found) != Text(_to, found) || Text(_from, sql).Length == 0)
                different.Add(index);
        }

        return different;
    }

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        reader.Read();
        return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)));
    }

    private static List<string> Names(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>A table: how its new rows are read, and the statement that writes one.</summary>
    private sealed class Table
    {
        private readonly SqliteConnection _from;
        private readonly SqliteCommand _insert;
        private readonly SqliteCommand? _index;
        private long _last;

        public Table(SqliteConnection from, SqliteConnection to, string name, string key)
        {
            (_from, Name, Key) = (from, name, key);
            Columns = Names(from, $"SELECT name FROM pragma_table_info('{name}')");
            var names = string.Join(", ", Columns.Select(c => $"\"{c}\""));
            var marks = string.Join(", ", Columns.Select((_, i) => $"${i}"));
            _insert = Command(to, $"INSERT INTO \"{name}\" ({names}) VALUES ({marks})");
            if (name.EndsWith("SearchTexts", StringComparison.Ordinal))
                _index = Command(to, $"INSERT INTO {name[..^5]}(rowid, {string.Join(", ", Columns.Skip(1))}) VALUES ({marks})");
        }

        public string Name { get; }

        public string Key { get; }

        public List<string> Columns { get; }

        public long Written { get; private set; }

        public int Column(string name) => Columns.IndexOf(name);

        public List<object[]> ReadNew()
        {
            using var command = _from.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{Name}\" WHERE \"{Key}\" > $last ORDER BY \"{Key}\"";
            command.Parameters.AddWithValue("$last", _last);
            using var reader = command.ExecuteReader();
            var rows = new List<object[]>();
            while (reader.Read())
            {
                var row = new object[Columns.Count];
                reader.GetValues(row);
                rows.Add(row);
                _last = Math.Max(_last, (long)row[Column(Key)]);
            }

            return rows;
        }

        public void Write(object[] row, SqliteTransaction? transaction)
        {
            Run(_insert, row, transaction);
            if (_index is not null)
                Run(_index, row, transaction);
            Written++;
        }

        private static void Run(SqliteCommand command, object[] row, SqliteTransaction? transaction)
        {
            if (!ReferenceEquals(command.Transaction, transaction))
                command.Transaction = transaction;
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i];
            command.ExecuteNonQuery();
        }

        private SqliteCommand Command(SqliteConnection connection, string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < Columns.Count; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            return command;
        }
    }
}
