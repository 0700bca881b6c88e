using System.Globalization;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Rendering;

/// <summary>A release's date in words: never more exact than what is known, and saying what it rests on.</summary>
public static class ReleaseDateFormat
{
    private static readonly CultureInfo Words = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>For lists: "13 June 2014", "June 2014", "2014", "16–30 June 2014", "Undated".</summary>
    public static string Brief(ReleaseDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return Value(date) ?? Span(date) ?? "Undated";
    }

    /// <summary>For the page of the release: the value, then its bounds where they say more, then what it was inferred from.</summary>
    public static string Full(ReleaseDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        var bounds = Bounds(date);
        var parts = new[] { Value(date), bounds, Inference(date) }.OfType<string>().ToList();
        var known = Value(date) is null && bounds is null ? ["Undated"] : parts;
        var text = string.Join(", ", known);
        return char.ToUpper(text[0], Words) + text[1..];
    }

    /// <summary>For the <c>datetime</c> attribute: 2014-06-13, 2014-06 or 2014; null when the value is unknown.</summary>
    public static string? Machine(ReleaseDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return date.ToIso();
    }

    /// <summary>A plain day: "13 June 2014".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Words);

    /// <summary>The name of a month, 1 to 12.</summary>
    public static string Month(int month) => Words.DateTimeFormat.GetMonthName(month);

    private static string? Value(ReleaseDate date) => date.Value is not { } v ? null : date.Precision switch
    {
        DatePrecision.Day => Day(v),
        DatePrecision.Month => v.ToString("MMMM yyyy", Words),
        DatePrecision.Year => v.ToString("yyyy", Words),
        _ => null,
    };

    // Only a date that is no day needs to say how it came about: a day stands in the text or an editor gave it.
    private static string? Inference(ReleaseDate date) => (date.Basis, date.Precision) switch
    {
        (DateBasis.Neighbours, _) => "date inferred from neighbouring releases",
        (DateBasis.Page, _) => "date inferred from the rest of the page",
        (DateBasis.Text, DatePrecision.Year or DatePrecision.Unknown) => "date inferred from the text",
        _ => null,
    };

    private static string? Bounds(ReleaseDate date)
    {
        var (from, to) = (date.NotBefore, date.NotAfter);
        if (Value(date) is not null && (date.Precision == DatePrecision.Day || (Narrower(from, date.FirstDay) is null && Narrower(date.LastDay, to) is null)))
            return null;
        return (from, to) switch
        {
            (null, null) => null,
            ({ } f, null) => $"not before {Day(f)}",
            (null, { } t) => $"not after {Day(t)}",
            ({ } f, { } t) when f == t => Day(f),
            ({ } f, { } t) => $"between {Start(f, t)} and {Day(t)}",
        };
    }

    private static DateOnly? Narrower(DateOnly? later, DateOnly? earlier) => later > earlier ? later : null;

    private static string? Span(ReleaseDate date) => (date.NotBefore, date.NotAfter) switch
    {
        (null, null) => null,
        ({ } f, null) => f == DateOnly.MinValue ? null : $"After {Day(f.AddDays(-1))}",
        (null, { } t) => t == DateOnly.MaxValue ? null : $"Before {Day(t.AddDays(1))}",
        ({ } f, { } t) when f == t => Day(f),
        ({ } f, { } t) => IsWholeMonth(f, t) ? t.ToString("MMMM yyyy", Words) : f.Year == t.Year && f.Month == t.Month ? $"{f.Day}–{Day(t)}" : $"{Start(f, t)} – {Day(t)}",
    };

    private static bool IsWholeMonth(DateOnly from, DateOnly to) => from.Day == 1 && to == from.AddMonths(1).AddDays(-1);

    // What both ends share is said once: "between 16 and 30 June 2014".
    private static string Start(DateOnly from, DateOnly to) =>
        from.Year != to.Year ? Day(from) : from.Month != to.Month ? from.ToString("d MMMM", Words) : from.Day.ToString(Words);
}
