using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NewsRoom.Core.Releases;

/// <summary>A place in a list that is sorted by <see cref="ReleaseQueries.NewestFirst"/>. It stays right when releases come and go, which a page number does not.</summary>
public readonly record struct ListingKey(DateOnly? SortDay, long SortOrder, int Id)
{
    /// <summary>The form in addresses, which <see cref="TryParse"/> reads: <c>20140613.12.7</c>, or <c>undated.12.7</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{SortDay?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "undated"}.{SortOrder}.{Id}");

    public static bool TryParse([NotNullWhen(true)] string? text, out ListingKey key)
    {
        key = default;
        if (text?.Split('.') is not [var dayText, var orderText, var idText]
            || !long.TryParse(orderText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order)
            || !int.TryParse(idText, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        DateOnly? day = null;
        if (dayText != "undated")
        {
            if (!DateOnly.TryParseExact(dayText, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
                return false;
            day = parsed;
        }

        key = new ListingKey(day, order, id);
        return true;
    }
}

/// <summary>Newer and older parts of a list, by key.</summary>
public static class ListingKeyQueries
{
    /// <summary>What stands behind <paramref name="key"/> in <see cref="ReleaseQueries.NewestFirst"/>.</summary>
    public static IQueryable<Release> OlderThan(this IQueryable<Release> releases, ListingKey key)
    {
        var (day, order, id) = key;
        return day is null
            ? releases.Where(r => r.SortDay == null && (r.SortOrder < order || (r.SortOrder == order && r.Id < id)))
            : releases.Where(r => r.SortDay == null || r.SortDay < day || (r.SortDay == day && (r.SortOrder < order || (r.SortOrder == order && r.Id < id))));
    }

    /// <summary>What stands before <paramref name="key"/> in <see cref="ReleaseQueries.NewestFirst"/>.</summary>
    public static IQueryable<Release> NewerThan(this IQueryable<Release> releases, ListingKey key)
    {
        var (day, order, id) = key;
        return day is null
            ? releases.Where(r => r.SortDay != null || r.SortOrder > order || (r.SortOrder == order && r.Id > id))
            : releases.Where(r => r.SortDay > day || (r.SortDay == day && (r.SortOrder > order || (r.SortOrder == order && r.Id > id))));
    }

    /// <summary>The list read from its end: the nearest newer ones come first.</summary>
    public static IQueryable<Release> OldestFirst(this IQueryable<Release> releases) =>
        releases.OrderBy(r => r.SortDay).ThenBy(r => r.SortOrder).ThenBy(r => r.Id);
}
