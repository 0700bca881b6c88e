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

    /// <summary>Those of which it is known that they are of this month; "2014" alone is in no month.</summary>
    public static IQueryable<Release> InMonth(this IQueryable<Release> releases, int year, int month)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12)
            return releases.Where(r => false);
        var first = new DateOnly(year, month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        return releases.Where(r => r.Date.NotBefore >= first && r.Date.NotAfter <= last && r.SortDay >= first && r.SortDay <= last);
    }

    public static IQueryable<Release> Undated(this IQueryable<Release> releases) => releases.Where(r => r.SortDay == null);
}
