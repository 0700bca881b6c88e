namespace NewsRoom.Core.Releases;

/// <summary>Where the archive files a release: under the latest day its date allows.</summary>
public static class ArchiveQueries
{
    public static IQueryable<Release> InYear(this IQueryable<Release> releases, int year)
    {
        if (year is < 1 or > 9999)
            return releases.Where(r => false);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return releases.Where(r => r.SortDay >= first && r.SortDay <= last);
    }

    /// <summary>Those of this month, among the ones of <see cref="WithMonth"/>.</summary>
    public static IQueryable<Release> InMonth(this IQueryable<Release> releases, int year, int month)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12)
            return releases.Where(r => false);
        var first = new DateOnly(year, month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        return releases.WithMonth().Where(r => r.SortDay >= first && r.SortDay <= last);
    }

    /// <summary>
    /// Those whose month is known, because the date says it or because both bounds lie in it; it is the month of <see cref="Release.SortDay"/>.
    /// "2014" alone is in no month.
    /// </summary>
    public static IQueryable<Release> WithMonth(this IQueryable<Release> releases) => releases.Where(r =>
        r.Date.Precision == DatePrecision.Day || r.Date.Precision == DatePrecision.Month
        || ((r.Date.NotAfter != null || r.Date.Value != null) && r.Date.NotBefore!.Value.Year == r.SortDay!.Value.Year && r.Date.NotBefore!.Value.Month == r.SortDay!.Value.Month));

    public static IQueryable<Release> Undated(this IQueryable<Release> releases) => releases.Where(r => r.SortDay == null);
}
