using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NewsRoom.Core.Data;

/// <summary>For <c>dotnet ef</c> alone, which only needs the model.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SqliteNewsRoomDbContext>
{
    public SqliteNewsRoomDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteNewsRoomDbContext>();
        options.UseNewsRoomSqlite("design.db");
        return new SqliteNewsRoomDbContext(options.Options);
    }
}
