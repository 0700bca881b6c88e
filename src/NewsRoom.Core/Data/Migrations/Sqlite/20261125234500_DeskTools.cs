using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsRoom.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeskTools : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AnswersFrom",
                table: "MediaContacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnswersUntil",
                table: "MediaContacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DutyDays",
                table: "MediaContacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "DutyFrom",
                table: "MediaContacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DutyNote",
                table: "MediaContacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "DutyTo",
                table: "MediaContacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DutyZone",
                table: "MediaContacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Languages",
                table: "MediaContacts",
                type: "TEXT",
                nullable: true);

            // Written out, since SQLite can add a column together with its reference: as two operations they would rebuild the table, which no transaction can hold.
            migrationBuilder.Sql("ALTER TABLE \"MediaContacts\" ADD COLUMN \"SuccessorId\" INTEGER NULL CONSTRAINT \"FK_MediaContacts_MediaContacts_SuccessorId\" REFERENCES \"MediaContacts\" (\"Id\") ON DELETE RESTRICT;");

            migrationBuilder.CreateTable(
                name: "BulkChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneBy = table.Column<string>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Links",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Message = table.Column<string>(type: "TEXT", nullable: true),
                    LeadsTo = table.Column<string>(type: "TEXT", nullable: true),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Redactions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PhraseHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Words = table.Column<int>(type: "INTEGER", nullable: false),
                    Replacement = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Releases = table.Column<int>(type: "INTEGER", nullable: false),
                    CompletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ScrubbedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Redactions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BulkItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ChangeId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false),
                    VersionBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    StateBefore = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    PublishAtBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    VersionAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    StateAfter = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    WasApproved = table.Column<bool>(type: "INTEGER", nullable: false),
                    Refused = table.Column<string>(type: "TEXT", nullable: true),
                    KeptBecause = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BulkItems_BulkChanges_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "BulkChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LinkUses",
                columns: table => new
                {
                    LinkId = table.Column<int>(type: "INTEGER", nullable: false),
                    ReleaseId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkUses", x => new { x.LinkId, x.ReleaseId });
                    table.ForeignKey(
                        name: "FK_LinkUses_Links_LinkId",
                        column: x => x.LinkId,
                        principalTable: "Links",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LinkUses_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MediaContacts_SuccessorId",
                table: "MediaContacts",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_BulkItems_ChangeId",
                table: "BulkItems",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_BulkItems_ReleaseId",
                table: "BulkItems",
                column: "ReleaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Links_Address",
                table: "Links",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Links_CheckedAt",
                table: "Links",
                column: "CheckedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LinkUses_ReleaseId",
                table: "LinkUses",
                column: "ReleaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Redactions_PhraseHash",
                table: "Redactions",
                column: "PhraseHash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_MediaContacts_MediaContacts_SuccessorId",
                table: "MediaContacts");

            migrationBuilder.DropTable(
                name: "BulkItems");

            migrationBuilder.DropTable(
                name: "LinkUses");

            migrationBuilder.DropTable(
                name: "Redactions");

            migrationBuilder.DropTable(
                name: "BulkChanges");

            migrationBuilder.DropTable(
                name: "Links");

            migrationBuilder.DropIndex(
                name: "IX_MediaContacts_SuccessorId",
                table: "MediaContacts");

            migrationBuilder.DropColumn(
                name: "AnswersFrom",
                table: "MediaContacts");

            migrationBuilder.DropColumn(
                name: "AnswersUntil",
                table: "MediaContacts");

            migrationBuilder.DropColumn(
                name: "DutyDays",
                table: "MediaContacts");

            migrationBuilder.DropColumn(
                name: "DutyFrom",
                table: "MediaContacts");

            migrationBuilder.DropColumn(
                name: "DutyNote",
                table: "MediaContacts");

            migrationBuilder.DropColumn(
                name: "DutyTo",
                table: "MediaContacts");

            migrationBuilder.DropColumn(
                name: "DutyZone",
                table: "MediaContacts");

            migrationBuilder.DropColumn(
                name: "Languages",
                table: "MediaContacts");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "MediaContacts");
        }
    }
}
