using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsRoom.Core.Search;

namespace NewsRoom.Core.Data.Migrations.Sqlite;

/// <summary>The FTS5 tables, which the EF model does not know.</summary>
[DbContext(typeof(SqliteNewsRoomDbContext))]
[Migration("20261122070000_SearchTables")]
public sealed class SearchTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        foreach (var statement in SqliteSearchIndex.CreateStatements)
            migrationBuilder.Sql(statement);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("DROP TABLE PublicSearch; DROP TABLE DeskSearch;");
    }
}
