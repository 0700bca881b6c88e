using System.Globalization;
using NewsRoom.Core.Audit;
using NewsRoom.Web.Hosting;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>The filter of the audit log, as its address carries it.</summary>
public sealed class AuditFilter
{
    private const int MaxText = 200;

    public string? Person { get; set; }

    public string? Verb { get; set; }

    public string? Kind { get; set; }

    public string? Thing { get; set; }

    public string? Origin { get; set; }

    /// <summary>yyyy-MM-dd, in the newsroom's zone.</summary>
    public string? Day { get; set; }

    /// <summary>Shows what is earlier than this entry.</summary>
    public long? Before { get; set; }

    public bool IsEmpty => Person is null && Verb is null && Kind is null && Thing is null && Origin is null && Day is null;

    public AuditQuestion ToQuestion(DeskTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        DateTimeOffset? from = null;
        DateTimeOffset? until = null;
        if (DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            (from, until) = (StartOf(day, time.Zone), StartOf(day.AddDays(1), time.Zone));
        return new(Text(Person), Text(Verb), Text(Kind), Text(Thing), Text(Origin), from, until);
    }

    /// <summary>The values of the address, for links that keep the filter.</summary>
    public Dictionary<string, string> Route(long? before = null)
    {
        var values = new Dictionary<string, string>();
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("person", Person), ("verb", Verb), ("kind", Kind), ("thing", Thing), ("origin", Origin), ("day", Day), ("before", before?.ToString(CultureInfo.InvariantCulture))])
        {
            if (Text(value) is { } text)
                values[name] = text;
        }

        return values;
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) || value.Length > MaxText ? null : value.Trim();

    /// <summary>Where midnight is skipped, the day begins after the gap.</summary>
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
