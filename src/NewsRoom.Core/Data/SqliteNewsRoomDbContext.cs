using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsRoom.Core.Data;

/// <summary>The newsroom on SQLite: converters, and the migrations in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteNewsRoomDbContext(DbContextOptions<SqliteNewsRoomDbContext> options) : NewsRoomDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // SQLite cannot sort a DateTimeOffset: instants are stored as UTC ticks.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
