using System.Globalization;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin.Pages.Releases;

/// <summary>Reads the time of publication that somebody typed in the newsroom's zone.</summary>
/// <param name="At">The instant; null for "now", and when something is wrong.</param>
/// <param name="Problem">The field that has to be mended, and why.</param>
/// <param name="Repeated">The two instants of a time that the clock shows twice.</param>
public sealed record PublishTime(DateTimeOffset? At, PublishRefusal? Problem, IReadOnlyList<DateTimeOffset> Repeated)
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    public static readonly PublishTime AtOnce = new(null, null, []);

    /// <param name="which">1 or 2 for a time that the clock shows twice; null when nobody was asked yet.</param>
    public static PublishTime Read(string? text, int? which, TimeZoneInfo zone, string zoneName, DateTimeOffset now)
    {
        if (!DateTime.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 2000 or > 2200)
            return Wrong("At", "Write the day and the time, such as 2026-11-30 09:00.");
        var clock = WallClock.Read(local, zone);
        if (clock.IsSkipped)
            return Wrong("At", $"The clock in {zoneName} goes forward over this time, so it does not exist on that day. Take an hour later or earlier.");
        if (clock.IsRepeated && which is not (1 or 2))
            return new(null, new("Which", $"The clock in {zoneName} goes back and shows this time twice on that day. Choose which one you mean."), clock.Instants);
        var at = clock.Instants[clock.IsRepeated ? which!.Value - 1 : 0];
        return at <= now ? new(null, new("At", "This time is past. Choose Now, or a time to come."), clock.IsRepeated ? clock.Instants : []) : new(at, null, clock.IsRepeated ? clock.Instants : []);
    }

    private static PublishTime Wrong(string field, string message) => new(null, new(field, message), []);
}
