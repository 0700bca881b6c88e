using System.Data.Common;
using System.Runtime.CompilerServices;

namespace NewsRoom.Core.Redactions;

/// <summary>A table and its columns that hold words, as the database file itself names them: what is added to the schema later is found without being told of.</summary>
/// <param name="HasRelease">Whether a row names the release it belongs to.</param>
/// <param name="HasVersion">Whether a form checks its save against the row's version.</param>
internal sealed record TextTable(string Name, IReadOnlyList<string> Columns, bool HasRelease, bool HasVersion)
{
    /// <summary>Columns that tell rows apart, such as the address of a subscriber: a row that holds the words there goes as a whole.</summary>
    public IReadOnlySet<string> Unique { get; init; } = new HashSet<string>();
}

/// <summary>A row that holds the words that are looked for.</summary>
internal sealed record FoundRow(string Table, long RowId, int? ReleaseId, IReadOnlyList<(string Column, string Text)> Fields);

/// <summary>Walks every text of a SQLite database.</summary>
internal static class TextColumns
{
    /// <summary>Accounts and their sessions: a name in them is refused beforehand (see <see cref="RedactionStore"/>), tokens and hashes are no words.</summary>
    public static readonly IReadOnlySet<string> TablesLeftOut = new HashSet<string>(StringComparer.Ordinal)
    {
        "AspNetRoles", "AspNetRoleClaims", "AspNetUsers", "AspNetUserClaims", "AspNetUserLogins", "AspNetUserPasskeys", "AspNetUserRoles", "AspNetUserTokens", "EditorSessions", "ResetLinks",
        "__EFMigrationsHistory", "__EFMigrationsLock", "Redactions",
    };

    /// <summary>Keys, hashes and words of our own: nobody writes a name there. Addresses are dealt with by themselves (see <see cref="SlugColumns"/>).</summary>
    public static readonly IReadOnlySet<string> ColumnsLeftOut = new HashSet<string>(StringComparer.Ordinal)
    {
        "Id", "PublicId", "EditorId", "ActorId", "TokenHash", "Token", "Sha256", "WordsHash", "SecurityStamp", "Origin", "Verb", "Kind", "State", "Place", "ThingId", "Language", "Encoding", "CutCues",
        "HeadlineBasis", "Date_Basis", "Date_Precision", "ThemeIds", "ContactIds", "AttachmentIds", "Slug",
    };

    /// <summary>Parts of addresses: they take the replacement in the form of an address, and stay unique.</summary>
    public static readonly IReadOnlyList<(string Table, string Column)> SlugColumns =
        [("Releases", "Slug"), ("MediaContacts", "Slug"), ("Themes", "Slug"), ("Assets", "Name")];

    private const string Schema = """
        SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~' AND t.sql NOT LIKE 'CREATE VIRTUAL%'
          AND NOT EXISTS (SELECT 1 FROM sqlite_master v WHERE v.sql LIKE 'CREATE VIRTUAL%' AND t.name LIKE v.name || '~_%' ESCAPE '~')
          AND (c.type = 'TEXT' OR c.name IN ('ReleaseId', 'Version'))
        ORDER BY t.name, c.cid
        """;

    public static async Task<IReadOnlyList<TextTable>> TablesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Schema;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new List<(string Table, string Column)>();
        while (await rows.ReadAsync(cancellationToken))
            columns.Add((rows.GetString(0), rows.GetString(1)));
        var unique = await UniqueAsync(connection, cancellationToken);
        return [.. columns.Where(c => !TablesLeftOut.Contains(c.Table)).GroupBy(c => c.Table).Select(table =>
        {
            var names = table.Select(c => c.Column).ToList();
            var words = names.Where(n => n is not ("ReleaseId" or "Version") && !ColumnsLeftOut.Contains(n) && !SlugColumns.Contains((table.Key, n)));
            return new TextTable(table.Key, [.. words], names.Contains("ReleaseId"), names.Contains("Version")) { Unique = unique[table.Key].ToHashSet() };
        }).Where(t => t.Columns.Count > 0)];
    }

    private static async Task<ILookup<string, string>> UniqueAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c WHERE t.type = 'table' AND i.\"unique\" = 1 AND c.name IS NOT NULL";
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(string Table, string Column)>();
        while (await rows.ReadAsync(cancellationToken))
            found.Add((rows.GetString(0), rows.GetString(1)));
        return found.ToLookup(f => f.Table, f => f.Column);
    }

    public static async Task DeleteAsync(DbConnection connection, DbTransaction transaction, TextTable table, long rowId, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The name comes from the schema.
        command.CommandText = $"DELETE FROM \"{table.Name}\" WHERE rowid = $row";
#pragma warning restore CA2100
        var parameter = command.CreateParameter();
        parameter.ParameterName = "$row";
        parameter.Value = rowId;
        command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The rows of a table in which <paramref name="text"/> finds something.</summary>
    public static async IAsyncEnumerable<FoundRow> RowsAsync(DbConnection connection, DbTransaction? transaction, TextTable table, RedactedText text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var release = table.HasRelease ? "\"ReleaseId\"" : table.Name == "Releases" ? "\"Id\"" : "NULL";
#pragma warning disable CA2100 // Names of tables and columns come from the schema.
        command.CommandText = $"SELECT rowid, {release}, {string.Join(", ", table.Columns.Select(c => $"\"{c}\""))} FROM \"{table.Name}\"";
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            List<(string, string)>? fields = null;
            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (rows.IsDBNull(i + 2) || rows.GetValue(i + 2) is not string { Length: > 0 } value || !text.Holding(value).Any())
                    continue;
                (fields ??= []).Add((table.Columns[i], value));
            }

            if (fields is not null)
                yield return new FoundRow(table.Name, rows.GetInt64(0), rows.IsDBNull(1) ? null : rows.GetInt32(1), fields);
        }
    }

    public static async Task UpdateAsync(DbConnection connection, DbTransaction transaction, TextTable table, long rowId, IReadOnlyList<(string Column, object Value)> values, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var sets = values.Select((v, i) => $"\"{v.Column}\" = ${i}").Concat(table.HasVersion ? ["\"Version\" = \"Version\" + 1"] : []);
#pragma warning disable CA2100 // Names come from the schema, values are parameters.
        command.CommandText = $"UPDATE \"{table.Name}\" SET {string.Join(", ", sets)} WHERE rowid = $row";
#pragma warning restore CA2100
        for (var i = 0; i < values.Count; i++)
            Put($"${i}", values[i].Value);
        Put("$row", rowId);
        await command.ExecuteNonQueryAsync(cancellationToken);

        void Put(string name, object value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
