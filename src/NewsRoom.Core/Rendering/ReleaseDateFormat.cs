using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Rendering;

/// <summary>A release's date in words: never more exact than what is known, and saying what it rests on. Languages are BCP 47; one without words of its own gets English.</summary>
public static class ReleaseDateFormat
{
    /// <summary>For lists: "13 June 2014", "June 2014", "2014", "16–30 June 2014", "Undated".</summary>
    public static string Brief(ReleaseDate date, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(date);
        var words = DateWords.For(language);
        return Capital(Value(date, words) ?? Span(date, words) ?? words.Undated, words);
    }

    /// <summary>For the page of the release: the value, then its bounds where they say more, then what it was inferred from.</summary>
    public static string Full(ReleaseDate date, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(date);
        var words = DateWords.For(language);
        var bounds = Bounds(date, words);
        var parts = new[] { Value(date, words), bounds, Inference(date, words) }.OfType<string>().ToList();
        var known = Value(date, words) is null && bounds is null ? [words.Undated] : parts;
        return Capital(string.Join(", ", known), words);
    }

    /// <summary>For the <c>datetime</c> attribute: 2014-06-13, 2014-06 or 2014; null when the value is unknown.</summary>
    public static string? Machine(ReleaseDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return date.ToIso();
    }

    /// <summary>A plain day: "13 June 2014".</summary>
    public static string Day(DateOnly day, string language = "en") => DateWords.For(language).Day(day);

    /// <summary>The name of a month, 1 to 12, as it stands alone.</summary>
    public static string Month(int month, string language = "en")
    {
        var words = DateWords.For(language);
        return Capital(words.Culture.DateTimeFormat.GetMonthName(month), words);
    }

    /// <summary>"June 2014", as it stands alone.</summary>
    public static string MonthOfYear(int year, int month, string language = "en")
    {
        var words = DateWords.For(language);
        return Capital(words.MonthOf(new DateOnly(year, month, 1)), words);
    }

    private static string Capital(string text, DateWords words) => char.ToUpper(text[0], words.Culture) + text[1..];

    private static string? Value(ReleaseDate date, DateWords words) => date.Value is not { } v ? null : date.Precision switch
    {
        DatePrecision.Day => words.Day(v),
        DatePrecision.Month => words.MonthOf(v),
        DatePrecision.Year => v.ToString("yyyy", words.Culture),
        _ => null,
    };

    // Only a date that is no day needs to say how it came about: a day stands in the text or an editor gave it.
    private static string? Inference(ReleaseDate date, DateWords words) => (date.Basis, date.Precision) switch
    {
        (DateBasis.Neighbours, _) => words.FromNeighbours,
        (DateBasis.Page, _) => words.FromPage,
        (DateBasis.Text, DatePrecision.Year or DatePrecision.Unknown) => words.FromText,
        _ => null,
    };

    private static string? Bounds(ReleaseDate date, DateWords words)
    {
        var (from, to) = (date.NotBefore, date.NotAfter);
        if (Value(date, words) is not null && (date.Precision == DatePrecision.Day || (Narrower(from, date.FirstDay) is null && Narrower(date.LastDay, to) is null)))
            return null;
        return (from, to) switch
        {
            (null, null) => null,
            ({ } f, null) => Say(words, words.NotBefore, words.Day(f)),
            (null, { } t) => Say(words, words.NotAfter, words.Day(t)),
            ({ } f, { } t) when f == t => words.Day(f),
            ({ } f, { } t) => Say(words, words.Between, Start(f, t, words), words.Day(t)),
        };
    }

    private static DateOnly? Narrower(DateOnly? later, DateOnly? earlier) => later > earlier ? later : null;

    private static string? Span(ReleaseDate date, DateWords words) => (date.NotBefore, date.NotAfter) switch
    {
        (null, null) => null,
        ({ } f, null) => f == DateOnly.MinValue ? null : Say(words, words.After, words.Day(f.AddDays(-1))),
        (null, { } t) => t == DateOnly.MaxValue ? null : Say(words, words.Before, words.Day(t.AddDays(1))),
        ({ } f, { } t) when f == t => words.Day(f),
        ({ } f, { } t) => IsWholeMonth(f, t) ? words.MonthOf(t) : f.Year == t.Year && f.Month == t.Month ? $"{f.Day}–{words.Day(t)}" : $"{Start(f, t, words)} – {words.Day(t)}",
    };

    private static string Say(DateWords words, string pattern, params object[] dates) => string.Format(words.Culture, pattern, dates);

    private static bool IsWholeMonth(DateOnly from, DateOnly to) => from.Day == 1 && to == from.AddMonths(1).AddDays(-1);

    // What both ends share is said once: "between 16 and 30 June 2014".
    private static string Start(DateOnly from, DateOnly to, DateWords words) =>
        from.Year != to.Year ? words.Day(from) : from.Month != to.Month ? words.DayOfMonth(from) : from.Day.ToString(words.Culture);
}
