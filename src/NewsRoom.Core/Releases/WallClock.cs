namespace NewsRoom.Core.Releases;

/// <summary>What a time of day in the newsroom's zone means as an instant: one instant, none (the clock skips it) or two (the clock shows it twice).</summary>
public sealed record WallClock
{
    private WallClock(IReadOnlyList<DateTimeOffset> instants) => Instants = instants;

    /// <summary>The instants at offset zero, earliest first: 0, 1 or 2.</summary>
    public IReadOnlyList<DateTimeOffset> Instants { get; }

    /// <summary>The clock goes forward over it: it never shows this time.</summary>
    public bool IsSkipped => Instants.Count == 0;

    /// <summary>The clock goes back over it: it shows this time twice.</summary>
    public bool IsRepeated => Instants.Count == 2;

    /// <param name="local">What the newsroom's clock shows; its kind is ignored.</param>
    public static WallClock Read(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var shown = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(shown))
            return new([]);
        var offsets = zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown) : [zone.GetUtcOffset(shown)];
        return new([.. offsets.Select(offset => new DateTimeOffset(shown, offset).ToUniversalTime()).Order()]);
    }
}
