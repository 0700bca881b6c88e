using System.Globalization;

namespace NewsRoom.Core.Releases;

/// <summary>How much of a release's date is known.</summary>
public enum DatePrecision
{
    Unknown,
    Year,
    Month,
    Day,
}

/// <summary>What a date rests on.</summary>
public enum DateBasis
{
    /// <summary>Nothing dates the release.</summary>
    None,

    /// <summary>Words of the release itself.</summary>
    Text,

    /// <summary>The releases before and after it on its page, which run newest first.</summary>
    Neighbours,

    /// <summary>The rest of the page.</summary>
    Page,

    /// <summary>An editor said so.</summary>
    Editor,

    /// <summary>It was written here without a date, and bears the day it goes out.</summary>
    Publication,
}

/// <summary>
/// The date that readers see: a day, a month, a year or nothing, with the earliest and latest day it can be, and the phrase that proves it.
/// It says nothing of visibility, which <see cref="Release.PublishAt"/> governs.
/// </summary>
public sealed record ReleaseDate
{
    public static readonly ReleaseDate Unknown = new();

    /// <summary>What lies before it is a slip of the hand.</summary>
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>The value at the start of its precision (1 June 2014 for "June 2014"); null when unknown.</summary>
    public DateOnly? Value { get; private init; }

    public DatePrecision Precision { get; private init; }

    /// <summary>The first day it can be; null when nothing bounds it.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>The last day it can be; null when nothing bounds it.</summary>
    public DateOnly? NotAfter { get; init; }

    /// <summary>The words of the source that prove it, exactly as they stand there.</summary>
    public string? Evidence { get; init; }

    /// <summary>The 1-based line of the source that <see cref="Evidence"/> stands in.</summary>
    public int? EvidenceLine { get; init; }

    public DateBasis Basis { get; init; }

    /// <summary>How sure the date is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>What an editor should know, such as a weekday that does not fit.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// The day lists sort by and the archive files by: the latest day that both the value and the bounds allow; null (sorted last) when nothing is known.
    /// The value rules: "December 2014" stays in December 2014, however wide its bounds are.
    /// </summary>
    public DateOnly? SortDay => Value is null ? NotAfter ?? NotBefore : NotAfter < LastDay && NotAfter >= FirstDay ? NotAfter : LastDay;

    /// <summary>The first day of the value at its precision.</summary>
    public DateOnly? FirstDay => Value;

    /// <summary>The last day of the value at its precision.</summary>
    public DateOnly? LastDay => Value is not { } v ? null : Precision switch
    {
        DatePrecision.Year => new DateOnly(v.Year, 12, 31),
        DatePrecision.Month => LastOf(v),
        _ => v,
    };

    /// <summary>Whether an editor who types it can mean it: not before 1900, and not more than a year ahead. An unknown date can always be meant.</summary>
    public bool CanBeMeant(DateOnly today) => Value is null || (LastDay >= Earliest && FirstDay <= today.AddYears(1));

    /// <summary>Whether all of it lies in the future.</summary>
    public bool IsAhead(DateOnly today) => FirstDay > today;

    public static ReleaseDate OnDay(DateOnly day) => new() { Value = day, Precision = DatePrecision.Day, NotBefore = day, NotAfter = day };

    public static ReleaseDate InMonth(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new() { Value = first, Precision = DatePrecision.Month, NotBefore = first, NotAfter = LastOf(first) };
    }

    public static ReleaseDate InYear(int year) =>
        new() { Value = new DateOnly(year, 1, 1), Precision = DatePrecision.Year, NotBefore = new DateOnly(year, 1, 1), NotAfter = new DateOnly(year, 12, 31) };

    /// <summary>A date whose value is not known, between two days that may be.</summary>
    public static ReleaseDate Between(DateOnly? notBefore, DateOnly? notAfter) => new() { NotBefore = notBefore, NotAfter = notAfter };

    /// <summary>What readers see of a stored date, for lists: its evidence need not be read. (EF reads every column of a release to make the whole date.)</summary>
    public static ReleaseDate Shown(DateOnly? value, DatePrecision precision, DateOnly? notBefore, DateOnly? notAfter, DateBasis basis) =>
        new() { Value = value, Precision = precision, NotBefore = notBefore, NotAfter = notAfter, Basis = basis };

    /// <summary>Reads <c>2014</c>, <c>2014-06</c> or <c>2014-06-13</c>; empty text is <see cref="Unknown"/>.</summary>
    public static bool TryParse(string? text, out ReleaseDate date)
    {
        date = Unknown;
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
            return true;
        const DateTimeStyles styles = DateTimeStyles.None;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, styles, out var day))
            date = OnDay(day);
        else if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, styles, out day))
            date = InMonth(day.Year, day.Month);
        else if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, styles, out day))
            date = InYear(day.Year);
        else
            return false;
        return true;
    }

    /// <summary>The value in the form that <see cref="TryParse"/> reads; null when unknown.</summary>
    public string? ToIso() => Value is not { } v ? null : Precision switch
    {
        DatePrecision.Day => v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DatePrecision.Month => v.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DatePrecision.Year => v.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static DateOnly LastOf(DateOnly month) => new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
}
