using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsRoom.Core.Data.Migrations.Sqlite;

/// <summary>Indexes of the few contacts who begin or leave on a known day: each page that is made asks when the next one does.</summary>
[DbContext(typeof(SqliteNewsRoomDbContext))]
[Migration("20261126100000_Tenures")]
public sealed class Tenures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateIndex(name: "IX_MediaContacts_AnswersFrom", table: "MediaContacts", column: "AnswersFrom", filter: "AnswersFrom IS NOT NULL");
        migrationBuilder.CreateIndex(name: "IX_MediaContacts_AnswersUntil", table: "MediaContacts", column: "AnswersUntil", filter: "AnswersUntil IS NOT NULL");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.DropIndex(name: "IX_MediaContacts_AnswersFrom", table: "MediaContacts");
        migrationBuilder.DropIndex(name: "IX_MediaContacts_AnswersUntil", table: "MediaContacts");
    }
}
