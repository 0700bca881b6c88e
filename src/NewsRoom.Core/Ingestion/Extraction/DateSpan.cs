using System.Globalization;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>What is known of one release's day while the page is worked through.</summary>
internal sealed class DateSpan(DateClues clues, PagePeriod? period)
{
    private DateOnly? _published;
    private DateOnly? _event;
    private DatedEvent? _eventClue;
    private DateOnly? _ownEarliest;
    private DateOnly? _ownLatest;
    private string? _note;
    private bool _yearFromNeighbours;
    private bool _yearFromPage;
    private DatedEvent? _upcoming;
    private DatedEvent? _latestPast;
    private readonly HashSet<int> _currentYears = [.. clues.CurrentYears.Select(c => c.Year)];

    public DateOnly? NeighbourEarliest { get; set; } = period?.From;

    public DateOnly? NeighbourLatest { get; set; } = period?.To;

    /// <summary>The day its own words give, at least nearly.</summary>
    public DateOnly? Known => Happening ?? (_upcoming is not null ? _ownLatest : null);

    /// <summary>The day it came out, or of what it reports as done.</summary>
    public DateOnly? Happening => _published ?? _event ?? (_latestPast is { Background: false, Date.HasDay: true } ? _ownEarliest : null);

    public DateOnly? Earliest => _published ?? _ownEarliest;

    public DateOnly? Latest => _published ?? _ownLatest;

    public DatedEvent? EventClue => _eventClue ?? _upcoming ?? _latestPast;

    public PublicationClue? PublicationClue => _published is null ? null : clues.Publication;

    /// <summary>What is reported of a time that ends later than in this month may come out in the next year.</summary>
    private const int LastMonthOfReports = 9;

    public void FromOwnWords()
    {
        if (clues.Publication is { Date.Year: > 0 } publication)
            Publish(publication.Date.Year);
        foreach (var past in clues.Events.Where(e => e.Tense == Tense.Past && e.Date.Year > 0))
            Happened(past, past.Date.Year);
        foreach (var future in clues.Events.Where(e => e.Tense == Tense.Future && e.Date.Year > 0))
            Comes(future, future.Date.Year);
    }

    /// <summary>Gives a year to the days that lack one.</summary>
    public void FindYear(int neighbourYear)
    {
        _yearFromPage = neighbourYear == 0 && period?.Year > 0;
        if (_yearFromPage)
            neighbourYear = period!.Year;
        if (_published is null && clues.Publication is { Date.Year: 0 } publication && BestYear(publication.Date, neighbourYear, publication.Offset) is { } year)
            Publish(year);
        if (_published is not null)
            return;
        foreach (var dated in clues.Events.Where(e => e.Date.Year == 0 && e.Date.HasDay && e.Tense != Tense.Unknown))
        {
            if (dated.Tense == Tense.Past && (_event is null || !dated.Lead || _eventClue == dated) && BestYear(dated.Date, neighbourYear, 0) is { } past)
                Happened(dated, past);
            else if (dated.Tense == Tense.Future && BestYear(dated.Date, neighbourYear, 0) is { } future)
                Comes(dated, future);
        }
    }

    private void Publish(int year)
    {
        var clue = clues.Publication!;
        if (clue.Date.On(year) is not { } day)
            return;
        _published = day.AddDays(clue.Offset);
        Weekday(clue.Date, day);
    }

    private void Happened(DatedEvent past, int year)
    {
        var first = past.Date.HasDay ? past.Date.LastOn(year) : past.Date.Month > 0 ? new DateOnly(year, past.Date.Month, 1) : new DateOnly(year, 1, 1);
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

    private int? BestYear(Segmentation.DateMention mention, int neighbourYear, int offset)
    {
        var candidates = new SortedSet<int>();
        foreach (var current in _currentYears)
            candidates.Add(current);
        foreach (var near in (int[])[neighbourYear, NeighbourEarliest?.Year ?? 0, NeighbourLatest?.Year ?? 0, _ownEarliest?.Year ?? 0, _ownLatest?.Year ?? 0, clues.PastYear])
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
        score += year == clues.PastYear ? 1 : year == clues.PastYear + 1 ? 0.3 : year < clues.PastYear ? -4 : 0;
        if (NeighbourEarliest is { } from)
            score += day >= from.AddDays(-31) ? 1 : -3;
        if (NeighbourLatest is { } to)
            score += day <= to.AddDays(31) ? 1 : -3;
        if (_ownEarliest is { } own && _latestPast is { Date.Year: > 0 })
            score += day >= own ? 0.5 : -2;
        return score;
    }

    public ReleaseDate ToDate(DateSpan? neighbour)
    {
        // A year found late can put what happened behind what was to come: what happened stands.
        if (_ownEarliest > _ownLatest)
            (_ownLatest, _upcoming) = (null, null);
        if (_published is { } day)
            return Proved(ReleaseDate.OnDay(day), clues.Publication!.Phrase, clues.Publication.Line, clues.Publication.Confidence);

        // Bounds of neighbours that contradict the release's own words do not count.
        var earliest = Max(_ownEarliest, NeighbourEarliest);
        var latest = Min(_ownLatest, NeighbourLatest);
        if (earliest > latest)
            (earliest, latest) = (_ownEarliest, _ownEarliest is null ? NeighbourLatest : _ownLatest);
        if (_event is { } happened)
            return FromEvent(Max(happened, _ownEarliest)!.Value, earliest, latest);
        if (_ownEarliest is { } past && _ownLatest is { } coming && past.Year == coming.Year && past.Month == coming.Month && past <= coming)
            return Proved(ReleaseDate.InMonth(past.Year, past.Month) with { NotBefore = past, NotAfter = coming }, _latestPast!.Phrase, _latestPast.Line, 0.85);
        if (_upcoming is not null && _ownLatest is { } upcoming && clues.IsNear && upcoming.Day > 7 && !_upcoming.IsTerm && !(latest < upcoming.AddDays(-6)))
        {
            var from = Max(earliest, upcoming.AddDays(-6));
            return Proved(ReleaseDate.InMonth(upcoming.Year, upcoming.Month) with { NotBefore = from, NotAfter = latest }, _upcoming.Phrase, _upcoming.Line, 0.8);
        }

        return Wide(earliest, latest, neighbour);
    }

    private ReleaseDate FromEvent(DateOnly happened, DateOnly? earliest, DateOnly? latest)
    {
        var from = Max(happened, earliest)!.Value;
        // What proves the day is what happened last.
        var proof = _ownEarliest > _event ? _latestPast! : _eventClue!;
        if (latest is { } to && (to < from || (from.Year, from.Month) != (happened.Year, happened.Month) && to.Month == from.Month && to.Year == from.Year))
            return Proved(ReleaseDate.InMonth(from.Year, from.Month) with { NotBefore = from, NotAfter = to < from ? null : to }, proof.Phrase, proof.Line, 0.6);
        if ((from.Year, from.Month) != (happened.Year, happened.Month))
            from = happened;
        return Proved(ReleaseDate.InMonth(from.Year, from.Month) with { NotBefore = from, NotAfter = latest }, proof.Phrase, proof.Line, _note is null ? 0.85 : 0.6);
    }

    private ReleaseDate Wide(DateOnly? earliest, DateOnly? latest, DateSpan? neighbour)
    {
        if (Observed(earliest, latest, neighbour) is { } observed)
            return observed;
        if (earliest is { } from && latest is { } to && from <= to && NeighbourEarliest is not null | _upcoming is not null)
        {
            var own = _latestPast is not null && _ownEarliest == earliest && _upcoming is not null && _ownLatest == latest;
            var wide = from.Year == to.Year && from.Month == to.Month ? ReleaseDate.InMonth(from.Year, from.Month) : from.Year == to.Year ? ReleaseDate.InYear(from.Year) : ReleaseDate.Unknown;
            return Based(wide with { NotBefore = from, NotAfter = to }, own, neighbour, 0.7);
        }

        if (clues.CurrentYears.Count > 0)
        {
            var (year, phrase, line) = clues.CurrentYears.MaxBy(c => c.Year);
            if (year >= clues.PastYear && (earliest?.Year ?? 0) <= year && (latest?.Year ?? year) >= year)
                return Proved(ReleaseDate.InYear(year) with { NotBefore = Max(earliest, new DateOnly(year, 1, 1)), NotAfter = latest ?? new DateOnly(year, 12, 31) }, phrase, line, 0.7);
        }

        if (_upcoming is not null && _ownLatest is { } upcoming)
        {
            // "Frozen until April 2016", or a neighbour that is years older: what is to come then tells no year.
            if (_upcoming.IsTerm || latest?.Year < upcoming.Year)
                return ReleaseDate.Between(earliest, latest ?? upcoming) with { Note = _note };
            var date = upcoming.Month >= 3 ? ReleaseDate.InYear(upcoming.Year) : ReleaseDate.Unknown;
            return Proved(date with { NotBefore = earliest, NotAfter = upcoming }, _upcoming.Phrase, _upcoming.Line, 0.6);
        }

        // Something was done on a known day, but it is not what the release opens with.
        if (_latestPast is { Background: false, Date.HasDay: true } && _ownEarliest is { } done)
            return Proved(ReleaseDate.InYear(done.Year) with { NotBefore = done, NotAfter = latest }, _latestPast.Phrase, _latestPast.Line, 0.55);
        // Figures of a time come out soon behind its end.
        if (_latestPast is { EndsPeriod: true, Date.Year: > 0 } && _ownEarliest is { Month: <= LastMonthOfReports } end)
            return Proved(ReleaseDate.InYear(end.Year) with { NotBefore = end.AddDays(1), NotAfter = latest ?? new DateOnly(end.Year, 12, 31) }, _latestPast.Phrase, _latestPast.Line, 0.5);
        // Neighbours bound it; the year they have is not its own, and a date is never invented.
        return neighbour?.Known is null || (earliest is null && latest is null)
            ? ReleaseDate.Between(_ownEarliest, _ownLatest) with { Note = _note }
            : ReleaseDate.Between(earliest, latest) with { Note = _note };
    }

    /// <summary>The month of an observance, in the year that the text or the neighbours give.</summary>
    private ReleaseDate? Observed(DateOnly? earliest, DateOnly? latest, DateSpan? neighbour)
    {
        if (clues.Observance is not var (month, phrase, line))
            return null;
        int[] years = [.. clues.CurrentYears.Select(c => c.Year).Distinct(), neighbour?.Known?.Year ?? 0, earliest?.Year ?? 0, latest?.Year ?? 0];
        foreach (var year in years.Where(y => y > 0))
        {
            var (from, to) = (new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));
            if (to >= earliest.GetValueOrDefault(from) && from <= latest.GetValueOrDefault(to))
                return Proved(ReleaseDate.InMonth(year, month) with { NotBefore = Max(from, earliest), NotAfter = Min(to, latest) }, phrase, line, 0.7);
        }

        return null;
    }

    private ReleaseDate Based(ReleaseDate date, bool own, DateSpan? neighbour, double confidence)
    {
        if (own)
            return Proved(date, _latestPast!.Phrase, _latestPast.Line, confidence);
        var (phrase, line, basis) = (neighbour?.PublicationClue?.Phrase ?? neighbour?.EventClue?.Phrase, neighbour?.PublicationClue?.Line ?? neighbour?.EventClue?.Line, DateBasis.Neighbours);
        if (phrase is null && period is not null)
            (phrase, line, basis) = (period.Phrase, period.Line, DateBasis.Page);
        return date with { Evidence = date.Precision == DatePrecision.Unknown ? null : phrase, EvidenceLine = date.Precision == DatePrecision.Unknown ? null : line, Basis = basis, Confidence = confidence, Note = _note };
    }

    private ReleaseDate Proved(ReleaseDate date, string phrase, int line, double confidence) =>
        date with { Evidence = phrase, EvidenceLine = line, Basis = !_yearFromNeighbours ? DateBasis.Text : _yearFromPage ? DateBasis.Page : DateBasis.Neighbours, Confidence = _yearFromNeighbours ? confidence - 0.1 : confidence, Note = _note };

    /// <summary>The earlier of two days, as far as they are known.</summary>
    internal static DateOnly? Min(DateOnly? a, DateOnly? b) => a is null ? b : b is null ? a : a < b ? a : b;

    /// <summary>The later of two days, as far as they are known.</summary>
    internal static DateOnly? Max(DateOnly? a, DateOnly? b) => a is null ? b : b is null ? a : a > b ? a : b;
}
