using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace NewsRoom.Core.Data.Migrations.Sqlite;

/// <summary>The one door in the audit log, and the locks on those who may open it: see decision 0011. By itself, since a migration that rebuilds tables must not run statements of its own.</summary>
[DbContext(typeof(SqliteNewsRoomDbContext))]
[Migration("20261125234600_RedactionTriggers")]
public sealed class RedactionTriggers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        // The labels of audit entries may change while a redaction is open, and nothing that says who did what to which thing, ever. See decision 0011.
        migrationBuilder.Sql("DROP TRIGGER AuditEntries_NoUpdate;");
        migrationBuilder.Sql("""
            CREATE TRIGGER AuditEntries_NoUpdate BEFORE UPDATE ON AuditEntries
            WHEN NOT EXISTS (SELECT 1 FROM Redactions WHERE CompletedAt IS NULL)
              OR NEW.Id IS NOT OLD.Id OR NEW.At IS NOT OLD.At OR NEW.ActorId IS NOT OLD.ActorId OR NEW.Verb IS NOT OLD.Verb
              OR NEW.Kind IS NOT OLD.Kind OR NEW.ThingId IS NOT OLD.ThingId OR NEW.Origin IS NOT OLD.Origin
            BEGIN SELECT RAISE(ABORT, 'Audit entries are never changed.'); END;
            """);
        migrationBuilder.Sql("CREATE TRIGGER Redactions_NoReopening BEFORE UPDATE ON Redactions WHEN OLD.CompletedAt IS NOT NULL AND (NEW.CompletedAt IS NOT OLD.CompletedAt OR NEW.PhraseHash IS NOT OLD.PhraseHash OR NEW.By IS NOT OLD.By OR NEW.At IS NOT OLD.At OR NEW.Reason IS NOT OLD.Reason) BEGIN SELECT RAISE(ABORT, 'A completed redaction is never changed.'); END;");
        migrationBuilder.Sql("CREATE TRIGGER Redactions_NoDelete BEFORE DELETE ON Redactions BEGIN SELECT RAISE(ABORT, 'Redactions are never deleted.'); END;");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("DROP TRIGGER AuditEntries_NoUpdate; DROP TRIGGER Redactions_NoReopening; DROP TRIGGER Redactions_NoDelete;");
        migrationBuilder.Sql("CREATE TRIGGER AuditEntries_NoUpdate BEFORE UPDATE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'Audit entries are never changed.'); END;");
    }
}
