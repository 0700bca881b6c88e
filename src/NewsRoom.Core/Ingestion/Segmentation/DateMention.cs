namespace NewsRoom.Core.Ingestion.Segmentation;

/// <summary>A date as it stands in a text; a part that is not written is 0 (weekday: null).</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="Length">In characters, weekday included.</param>
/// <param name="EndDay">Last day of a range ("9th through 10th April"); equal to <paramref name="Day"/> without one.</param>
/// <param name="Numeric">Written in digits alone, so that the order of day and month is the source's.</param>
internal readonly record struct DateMention(int Start, int Length, int Year, int Month, int Day, int EndDay, DayOfWeek? Weekday, bool Numeric)
{
    public int End => Start + Length;

    public bool HasDay => Day > 0 && Month > 0;

    public bool IsFull => HasDay && Year > 0;

    /// <summary>The day in the given year; null when there is no such day.</summary>
    public DateOnly? On(int year) => HasDay && year is >= 1900 and <= 2100 && Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;

    /// <summary>The last day of the range in the given year.</summary>
    public DateOnly? LastOn(int year) => HasDay && year is >= 1900 and <= 2100 && EndDay <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Math.Max(Day, EndDay)) : On(year);

    public DateOnly? Value => Year > 0 ? On(Year) : null;
}
