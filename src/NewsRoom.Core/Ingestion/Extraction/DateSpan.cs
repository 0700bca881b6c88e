using System.Globalization;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>What is known of one release's day while the page is worked through.</summary>
internal sealed partial class DateSpan(DateClues clues, PagePeriod? period)
{
    private DateOnly? _published;
    private DateOnly? _publishedMonth;
    private DateOnly? _event;
    private DatedEvent? _eventClue;
    private DateOnly? _ownEarliest;
    private DateOnly? _ownLatest;
    private string? _note;
    private bool _yearFromNeighbours;
    private bool _yearFromPage;
    private DatedEvent? _upcoming;
    private DatedEvent? _latestPast;
    private DatedEvent? _named;

    /// <summary>The end of the year that names the present: what the page has below is no later.</summary>
    private readonly DateOnly? _yearEnd = clues.CurrentYears.Count > 0 && clues.CurrentYears.Max(c => c.Year) is var last && last >= clues.PastYear ? new(last, 12, 31) : null;

    private readonly HashSet<int> _currentYears = [.. clues.CurrentYears.Select(c => c.Year)];

    public DateOnly? NeighbourEarliest { get; set; } = period?.From;

    public DateOnly? NeighbourLatest { get; set; } = period?.To;

    /// <summary>The day its own words give, at least nearly.</summary>
    public DateOnly? Known => Happening ?? _publishedMonth ?? (_upcoming is not null ? _ownLatest : null);

    /// <summary>The day it came out, or of what it reports as done.</summary>
    public DateOnly? Happening => _published ?? _event ?? (_latestPast is { Background: false, Date.HasDay: true } ? _ownEarliest : null);

    public DateOnly? Earliest => _published ?? _ownEarliest;

    public DateOnly? Latest => _published ?? _ownLatest ?? _yearEnd;

    public DatedEvent? EventClue => _eventClue ?? _upcoming ?? _latestPast;

    public PublicationClue? PublicationClue => _published is null && _publishedMonth is null ? null : clues.Publication;

    /// <summary>What is reported of a time that ends later than in this month may come out in the next year.</summary>
    private const int LastMonthOfReports = 9;

    public void FromOwnWords()
    {
        if (clues.Publication is { Date.Year: > 0 } publication)
            Publish(publication.Date.Year);
        if (_publishedMonth is not null)
            return;
        foreach (var past in clues.Events.Where(e => e.Tense == Tense.Past && e.Date.Year > 0))
            Happened(past, past.Date.Year);
        foreach (var future in clues.Events.Where(e => e.Tense == Tense.Future && e.Date.Year > 0))
            Comes(future, future.Date.Year);
        foreach (var named in clues.Events)
        {
            if (named is { Tense: Tense.Unknown, Background: false, Date.IsFull: true } && named.Date.LastOn(named.Date.Year) is { } day && !(day < _named?.Date.Value))
                _named = named;
        }
    }

    /// <summary>Gives a year to the days that lack one.</summary>
    public void FindYear(int neighbourYear)
    {
        _yearFromPage = neighbourYear == 0 && period?.Year > 0;
        if (_yearFromPage)
            neighbourYear = period!.Year;
        if (_published is null && clues.Publication is { Date.Year: 0 } publication && BestYear(publication.Date, neighbourYear, publication.Offset) is { } year)
            Publish(year);
        if (_published is not null || _publishedMonth is not null)
            return;
        foreach (var dated in clues.Events.Where(e => e.Date.Year == 0 && e.Date.HasDay && e.Tense != Tense.Unknown))
        {
            if (dated.Tense == Tense.Past && (_event is null || !dated.Lead || _eventClue == dated) && BestYear(dated.Date, neighbourYear, 0) is { } past)
            {
                // "In 2019 … the busiest day was 26 July": a day of the year that figures are of tells no more than they do.
                if (past != clues.Report?.Year)
                    Happened(dated, past);
            }
            else if (dated.Tense == Tense.Future && BestYear(dated.Date, neighbourYear, 0, coming: true) is { } future)
                Comes(dated, future);
        }
    }

    private void Publish(int year)
    {
        var clue = clues.Publication!;
        if (clue.IsMonth)
        {
            var month = new DateOnly(year, clue.Date.Month, 1).AddMonths(clue.Months);
            (_publishedMonth, _ownEarliest, _ownLatest) = (month, month, month.AddMonths(1).AddDays(-1));
            return;
        }

        if (clue.Date.On(year) is not { } day)
            return;
        _published = day.AddDays(clue.Offset);
        Weekday(clue.Date, day);
    }

    private void Happened(DatedEvent past, int year)
    {
        var first = past.Date.HasDay ? past.Date.LastOn(year) : past.EndsPeriod ? new DateOnly(year, past.Date.Month, 1).AddMonths(1).AddDays(-1) : past.Date.Month > 0 ? new DateOnly(year, past.Date.Month, 1) : new DateOnly(year, 1, 1);
        if (first is not { } day)
            return;
        if (past.Lead && past.Date.HasDay && !past.Background && (_event is null || _eventClue == past))
        {
            _event = day;
            _eventClue = past;
            Weekday(past.Date, past.Date.On(year)!.Value);
        }

        if (_ownEarliest is null || day > _ownEarliest)
        {
            _ownEarliest = day;
            _latestPast = past;
        }
    }

    private void Comes(DatedEvent future, int year)
    {
        if ((future.Date.HasDay ? future.Date.LastOn(year) : future.Date.Month > 0 ? new DateOnly(year, future.Date.Month, 1).AddMonths(1).AddDays(-1) : null) is not { } day)
            return;
        if (_ownEarliest is { } earliest && day < earliest)
            return;
        if (_ownLatest is null || day < _ownLatest)
        {
            _ownLatest = day;
            _upcoming = future;
            if (future.Date.HasDay)
                Weekday(future.Date, future.Date.On(year)!.Value);
        }
    }

    private void Weekday(Segmentation.DateMention mention, DateOnly day)
    {
        if (mention.Weekday is { } named && named != day.DayOfWeek)
            _note = string.Create(CultureInfo.InvariantCulture, $"The text calls {day:d MMMM yyyy} a {named}; it was a {day.DayOfWeek}.");
    }

    /// <summary>The last day of what is to come that has a year: what else is to come without one lies near it, before it as often as not.</summary>
    private DateOnly? DatedAhead => _upcoming is { Date.Year: > 0 } ? _ownLatest : null;

    /// <param name="coming">The day is still to come: a year told as past is none of its own.</param>
    private int? BestYear(Segmentation.DateMention mention, int neighbourYear, int offset, bool coming = false)
    {
        var candidates = new SortedSet<int>();
        foreach (var current in _currentYears)
            candidates.Add(current);
        foreach (var near in (int[])[neighbourYear, NeighbourEarliest?.Year ?? 0, NeighbourLatest?.Year ?? 0, _ownEarliest?.Year ?? 0, _ownLatest?.Year ?? 0, coming ? (DatedAhead?.Year ?? 0) - 1 : 0, coming ? 0 : clues.PastYear, clues.Publication?.Date == mention ? (clues.Coming?.Year ?? 0) - 1 : 0])
        {
            if (near > 0)
            {
                candidates.Add(near);
                candidates.Add(near + 1);
            }
        }

        int? best = null;
        var bestScore = double.NegativeInfinity;
        foreach (var year in candidates)
        {
            if (mention.On(year) is not { } day)
                continue;
            var score = ScoreYear(mention, day.AddDays(offset), year, neighbourYear);
            // Of two years that both lie before what is to come, the nearer.
            score += year == clues.Coming?.Year ? 0.1 : 0;
            if (coming && DatedAhead is { } ahead)
                score += day >= ahead.AddDays(-200) && day <= ahead.AddDays(165) ? 0.5 : -0.5;
            if (score > bestScore)
                (best, bestScore) = (year, score);
        }

        if (best is null || bestScore < -3)
            return null;
        _yearFromNeighbours = !_currentYears.Contains(best.Value) && clues.PastYear != best;
        return best;
    }

    private double ScoreYear(Segmentation.DateMention mention, DateOnly day, int year, int neighbourYear)
    {
        var score = 0.0;
        if (mention.Weekday is { } named)
            score += named == mention.On(year)!.Value.DayOfWeek ? 2.5 : -2.5;
        score += _currentYears.Contains(year) ? 2 : 0;
        score += year == neighbourYear ? 1.5 : 0;
        // "In the spring of 2020", still to come: it is that year or the one before.
        score += clues.Coming is not { } coming ? 0 : day > coming ? -4 : year >= coming.Year - 1 ? 1 : -1.5;
        score += year == clues.PastYear ? 1 : year == clues.PastYear + 1 ? 0.3 : year < clues.PastYear ? -4 : 0;
        if (NeighbourEarliest is { } from)
            score += day >= from.AddDays(-31) ? 1 : -3;
        if (NeighbourLatest is { } to)
            score += day <= to.AddDays(31) ? 1 : -3;
        if (_ownEarliest is { } own && _latestPast is { Date.Year: > 0 })
            score += day >= own ? 0.5 : -2;
        return score;
    }

    /// <summary>The earlier of two days, as far as they are known.</summary>
    internal static DateOnly? Min(DateOnly? a, DateOnly? b) => a is null ? b : b is null ? a : a < b ? a : b;

    /// <summary>The later of two days, as far as they are known.</summary>
    internal static DateOnly? Max(DateOnly? a, DateOnly? b) => a is null ? b : b is null ? a : a > b ? a : b;
}
