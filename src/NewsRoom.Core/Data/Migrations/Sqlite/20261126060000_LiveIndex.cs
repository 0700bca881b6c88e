using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsRoom.Core.Data.Migrations.Sqlite;

/// <summary>One index that answers alone what counts of all that is live.</summary>
[DbContext(typeof(SqliteNewsRoomDbContext))]
[Migration("20261126060000_LiveIndex")]
public sealed class LiveIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.DropIndex(name: "IX_Releases_PublishAt", table: "Releases");
        migrationBuilder.CreateIndex(name: "IX_Releases_State_PublishAt_SortDay", table: "Releases", columns: ["State", "PublishAt", "SortDay"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.DropIndex(name: "IX_Releases_State_PublishAt_SortDay", table: "Releases");
        migrationBuilder.CreateIndex(name: "IX_Releases_PublishAt", table: "Releases", column: "PublishAt");
    }
}
