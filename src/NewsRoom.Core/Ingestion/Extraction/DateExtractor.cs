using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>
/// Dates the releases of a page: from their own words, and where those lack a year or all, from their neighbours, since pages run in order of time.
/// An event still to come is never the date, and nor is the day of the import.
/// </summary>
internal static class DateExtractor
{
    /// <param name="releases">What each release says, in the order of the page.</param>
    /// <param name="period">The time that the page says it is of; null when it does not.</param>
    public static ReleaseDate[] Resolve(IReadOnlyList<DateClues> releases, PagePeriod? period = null)
    {
        var spans = releases.Select(c => new DateSpan(c, c.Section ?? period)).ToArray();
        foreach (var span in spans)
            span.FromOwnWords();
        var newestFirst = IsNewestFirst(spans);
        for (var round = 0; round < 3; round++)
        {
            if (newestFirst is { } order)
                Propagate(spans, order);
            var nearest = new Nearest(spans);
            for (var i = 0; i < spans.Length; i++)
            {
                spans[i].FindYear(nearest.To(i)?.Known?.Year ?? 0);
                nearest.Passed(i);
            }
        }

        if (newestFirst is { } direction)
            Propagate(spans, direction);
        var neighbours = new Nearest(spans);
        var dates = new ReleaseDate[spans.Length];
        for (var i = 0; i < spans.Length; i++)
        {
            dates[i] = spans[i].ToDate(newestFirst is null ? null : neighbours.To(i));
            neighbours.Passed(i);
        }

        return dates;
    }

    /// <summary>Whether the page runs newest first (true), oldest first (false) or in no order (null). Without two dates it is taken to run newest first, as pages do.</summary>
    private static bool? IsNewestFirst(DateSpan[] spans)
    {
        int up = 0, down = 0;
        DateOnly? last = null;
        foreach (var day in spans.Select(s => s.Happening).OfType<DateOnly>())
        {
            up += day > last ? 1 : 0;
            down += day < last ? 1 : 0;
            last = day;
        }

        return down >= up * 2 ? true : up >= down * 2 ? false : null;
    }

    private static void Propagate(DateSpan[] spans, bool newestFirst)
    {
        DateOnly? latest = null;
        for (var k = 0; k < spans.Length; k++)
        {
            var span = spans[newestFirst ? k : spans.Length - 1 - k];
            span.NeighbourLatest = DateSpan.Min(latest, span.NeighbourLatest);
            latest = DateSpan.Min(latest, span.Latest);
        }

        DateOnly? earliest = null;
        for (var k = spans.Length - 1; k >= 0; k--)
        {
            var span = spans[newestFirst ? k : spans.Length - 1 - k];
            span.NeighbourEarliest = DateSpan.Max(earliest, span.NeighbourEarliest);
            earliest = DateSpan.Max(earliest, span.Earliest);
        }
    }

    /// <summary>
    /// The nearest release of the page whose date is known from its own words; of two as near, the later one. It is asked from the first to the last: what one release
    /// learns from its neighbours, the next one knows.
    /// </summary>
    private sealed class Nearest
    {
        private readonly DateSpan[] _spans;
        private readonly int[] _after;
        private int _before = -1;

        public Nearest(DateSpan[] spans)
        {
            _spans = spans;
            _after = new int[spans.Length];
            var next = -1;
            for (var i = spans.Length - 1; i >= 0; i--)
            {
                _after[i] = next;
                if (spans[i].Known is not null)
                    next = i;
            }
        }

        public DateSpan? To(int at)
        {
            var after = _after[at];
            if (after < 0)
                return _before < 0 ? null : _spans[_before];
            return _before >= 0 && at - _before < after - at ? _spans[_before] : _spans[after];
        }

        public void Passed(int at) => _before = _spans[at].Known is null ? _before : at;
    }
}
