using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using Xunit;

namespace NewsRoom.Core.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void The_migrations_make_the_schema_that_the_model_describes()
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite("unused.db");
        using var db = new SqliteNewsRoomDbContext(options.Options);

        Assert.NotEmpty(db.Database.GetMigrations());
        // The program does not look at its start, since looking takes half a second.
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
