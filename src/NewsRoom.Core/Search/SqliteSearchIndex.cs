namespace NewsRoom.Core.Search;

/// <summary>Full-text search in SQLite FTS5: what only SQLite knows of searching. Writes inside the transaction of the save; there are no triggers, which SQLite drops when a table is rebuilt.</summary>
public static class SqliteSearchIndex
{
    /// <summary>The statements that make the two indexes; they read <see cref="PublicSearchText"/> and <see cref="DeskSearchText"/>.</summary>
    public static readonly IReadOnlyList<string> CreateStatements = [Create("PublicSearch", "PublicSearchTexts"), Create("DeskSearch", "DeskSearchTexts")];

    private static string Create(string index, string content) =>
        $"CREATE VIRTUAL TABLE {index} USING fts5(Headline, Standfirst, Body, Contacts, Quotes, content='{content}', content_rowid='ReleaseId', tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');";
}
