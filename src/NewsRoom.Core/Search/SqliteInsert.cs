using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace NewsRoom.Core.Search;

/// <summary>A prepared statement with parameters $0, $1 ….</summary>
internal sealed class SqliteStatement
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;

    public SqliteStatement(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the model and our own words; whatever comes from people is a parameter.
        _command.CommandText = sql;
#pragma warning restore CA2100
        _parameters = new SqliteParameter[parameters];
        for (var i = 0; i < parameters; i++)
            _parameters[i] = _command.Parameters.Add(new SqliteParameter { ParameterName = Name(i) });
    }

    public static string Name(int parameter) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${parameter}");

    /// <summary>Makes it part of a transaction; until then it cannot run.</summary>
    public void Join(SqliteTransaction transaction) => _command.Transaction = transaction;

    /// <summary>The rows that were changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    public int Run<T>(T row, Func<T, object?>[] values)
    {
        for (var i = 0; i < values.Length; i++)
            _parameters[i].Value = values[i](row) ?? DBNull.Value;
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row.</summary>
    public object? Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar();
    }

    public long LastRow => raw.sqlite3_last_insert_rowid(_command.Connection!.Handle);

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _parameters[i].Value = values[i] ?? DBNull.Value;
    }
}

/// <summary>Inserts the rows of one entity as the model maps them: its table, its columns, its conversions. What the database generates is read back.</summary>
internal sealed class SqliteInsert<T>
    where T : class
{
    private readonly Func<T, object?>[] _values;
    private readonly Action<T, long>? _setKey;
    private readonly Action<T, long>? _setParent;

    /// <param name="parent">The property that holds the key of the row it belongs to; null when it belongs to none.</param>
    public SqliteInsert(IModel model, SqliteConnection connection, string? parent = null)
    {
        var entity = model.FindEntityType(typeof(T))!;
        var columns = Columns(entity).Where(c => !IsGenerated(c.Property)).ToList();
        var key = entity.FindPrimaryKey()!.Properties;
        _values = [.. columns.Select(c => c.Value)];
        _setKey = key.Count == 1 && IsGenerated(key[0]) ? Setter(key[0]) : null;
        _setParent = parent is null ? null : Setter(entity.FindProperty(parent)!);
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        var marks = string.Join(", ", columns.Select((_, i) => SqliteStatement.Name(i)));
        Statement = new(connection, $"INSERT INTO \"{entity.GetTableName()}\" ({names}) VALUES ({marks})", columns.Count);
    }

    public SqliteStatement Statement { get; }

    public void Add(T row)
    {
        Statement.Run(row, _values);
        _setKey?.Invoke(row, Statement.LastRow);
    }

    public void Add(T row, int parent)
    {
        _setParent!(row, parent);
        Add(row);
    }

    /// <summary>Updates what no index holds, of the row with this key and version.</summary>
    public static (SqliteStatement Statement, Func<T, object?>[] Values) Update(IModel model, SqliteConnection connection)
    {
        var columns = Columns(model.FindEntityType(typeof(T))!);
        var set = columns.Where(c => !Identifies(c.Property) && !c.Property.IsForeignKey() && !c.Property.IsIndex()).ToList();
        var where = columns.Where(c => Identifies(c.Property)).ToList();
        var table = model.FindEntityType(typeof(T))!.GetTableName();
        var assignments = string.Join(", ", set.Select((c, i) => $"\"{c.Name}\" = {SqliteStatement.Name(i)}"));
        var conditions = string.Join(" AND ", where.Select((c, i) => $"\"{c.Name}\" = {SqliteStatement.Name(set.Count + i)}"));
        List<Column> all = [.. set, .. where];
        return (new(connection, $"UPDATE \"{table}\" SET {assignments} WHERE {conditions}", all.Count), [.. all.Select(c => c.Value)]);
    }

    private static bool Identifies(IProperty property) => property.IsPrimaryKey() || property.IsConcurrencyToken;

    private static bool IsGenerated(IProperty property) => property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd && (property.ClrType == typeof(int) || property.ClrType == typeof(long));

    private sealed record Column(IProperty Property, string Name, Func<T, object?> Value);

    private static List<Column> Columns(IEntityType entity)
    {
        var row = Expression.Parameter(typeof(T));
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var columns = entity.GetProperties().Select(p => Of(p, table, row, row)).ToList();
        foreach (var part in entity.GetComplexProperties())
            columns.AddRange(part.ComplexType.GetProperties().Select(p => Of(p, table, row, Expression.MakeMemberAccess(row, part.GetMemberInfo(forMaterialization: false, forSet: false)))));
        return columns;
    }

    private static Column Of(IProperty property, StoreObjectIdentifier table, ParameterExpression row, Expression owner)
    {
        var member = Expression.MakeMemberAccess(owner, property.GetMemberInfo(forMaterialization: false, forSet: false));
        var read = Expression.Lambda<Func<T, object?>>(Expression.Convert(member, typeof(object)), row).Compile();
        var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        return new(property, property.GetColumnName(table)!, convert is null ? read : r => convert(read(r)));
    }

    private static Action<T, long> Setter(IProperty property)
    {
        var row = Expression.Parameter(typeof(T));
        var value = Expression.Parameter(typeof(long));
        return Expression.Lambda<Action<T, long>>(Expression.Assign(Expression.MakeMemberAccess(row, property.GetMemberInfo(forMaterialization: false, forSet: true)), Expression.ConvertChecked(value, property.ClrType)), row, value).Compile();
    }
}
