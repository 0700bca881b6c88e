using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsRoom.Core.Data.Migrations.Sqlite;

/// <summary>Sort days that followed bounds wider than the date itself come back into its month or year, as <see cref="Releases.ReleaseDate.SortDay"/> has it.</summary>
[DbContext(typeof(SqliteNewsRoomDbContext))]
[Migration("20261126000000_SortDays")]
public sealed class SortDays : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("""
            UPDATE Releases SET SortDay = LastDay
            FROM (SELECT Id AS Of, CASE Date_Precision WHEN 'Month' THEN date(Date_Value, '+1 month', '-1 day') WHEN 'Year' THEN date(Date_Value, '+1 year', '-1 day') ELSE Date_Value END AS LastDay FROM Releases)
            WHERE Id = Of AND Date_Value IS NOT NULL AND (SortDay > LastDay OR SortDay < Date_Value);
            """);
    }

    /// <summary>Nothing: the day that was there before was no use to anybody.</summary>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
    }
}
