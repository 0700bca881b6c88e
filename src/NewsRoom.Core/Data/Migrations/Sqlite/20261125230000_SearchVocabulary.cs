using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NewsRoom.Core.Search;

namespace NewsRoom.Core.Data.Migrations.Sqlite;

/// <summary>The words of the public index, which the EF model does not know: for "did you mean".</summary>
[DbContext(typeof(SqliteNewsRoomDbContext))]
[Migration("20261125230000_SearchVocabulary")]
public sealed class SearchVocabulary : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql(SqliteSearchIndex.CreateVocabulary);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql(SqliteSearchIndex.DropVocabulary);
    }
}
