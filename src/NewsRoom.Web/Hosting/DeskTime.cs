using System.Globalization;
using Microsoft.Extensions.Options;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Hosting;

/// <summary>Instants and dates as the desk writes them: in the newsroom's time zone, named.</summary>
public sealed class DeskTime(IOptions<NewsRoomOptions> options, TimeProvider clock)
{
    private readonly TimeZoneInfo _zone = options.Value.Zone;

    public TimeZoneInfo Zone => _zone;

    /// <summary>IANA name, for headings and hints.</summary>
    public string ZoneName => options.Value.TimeZone;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);

    /// <summary>"22 Nov 2026, 14:05"; the zone stands in the heading beside it.</summary>
    public string Brief(DateTimeOffset instant) => Local(instant).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"14:05", for what happened today.</summary>
    public string Clock(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"22 Nov 2026, 14:05 UTC".</summary>
    public static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"22 Nov 2026, 14:05 Europe/London (UTC+00:00)".</summary>
    public string Full(DateTimeOffset instant)
    {
        var local = Local(instant);
        return string.Create(CultureInfo.InvariantCulture, $"{local:d MMM yyyy, HH:mm} {ZoneName} (UTC{local:zzz})");
    }

    /// <summary>For the datetime attribute of a time element.</summary>
    public static string Machine(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A release's date with what is known of it: "13 June 2014", "June 2014", "between 16 and 30 June 2014", "no date".</summary>
    public static string Date(ReleaseDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return (date.Precision, date.Value, date.NotBefore, date.NotAfter) switch
        {
            (DatePrecision.Day, { } day, _, _) => Day(day),
            (DatePrecision.Month, { } month, _, _) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            (DatePrecision.Year, { } year, _, _) => year.ToString("yyyy", CultureInfo.InvariantCulture),
            (_, _, { } from, { } to) => $"between {Day(from)} and {Day(to)}",
            (_, _, { } from, null) => $"{Day(from)} or later",
            (_, _, null, { } to) => $"{Day(to)} or earlier",
            _ => "no date",
        };
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
