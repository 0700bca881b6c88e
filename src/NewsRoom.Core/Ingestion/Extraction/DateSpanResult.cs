using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion.Extraction;

/// <summary>What the days, months and years of a release make of its date.</summary>
internal sealed partial class DateSpan
{
    /// <summary>What comes before this month may have been told in the year before.</summary>
    private const int EarlyMonths = 2;

    public ReleaseDate ToDate(DateSpan? neighbour)
    {
        // A year found late can put what happened behind what was to come: what happened stands.
        if (_ownEarliest > _ownLatest)
            (_ownLatest, _upcoming) = (null, null);
        if (_published is { } day)
            return Proved(ReleaseDate.OnDay(day), clues.Publication!.Phrase, clues.Publication.Line, clues.Publication.Confidence);
        if (_publishedMonth is { } month)
            return Proved(ReleaseDate.InMonth(month.Year, month.Month) with { NotBefore = month, NotAfter = month.AddMonths(1).AddDays(-1) }, clues.Publication!.Phrase, clues.Publication.Line, clues.Publication.Confidence);

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
        ReleaseDate? bounded = null;
        if (earliest is { } from && latest is { } to && from <= to && NeighbourEarliest is not null | _upcoming is not null)
        {
            var own = _latestPast is not null && _ownEarliest == earliest && _upcoming is not null && _ownLatest == latest;
            // Two neighbours alone give the year that both have; their month is not its own.
            var between = !own && period is null && earliest == NeighbourEarliest && latest == NeighbourLatest;
            var wide = !between && from.Year == to.Year && from.Month == to.Month ? ReleaseDate.InMonth(from.Year, from.Month) : from.Year == to.Year ? ReleaseDate.InYear(from.Year) : ReleaseDate.Unknown;
            bounded = Based(wide with { NotBefore = from, NotAfter = to }, own, neighbour, 0.7);
            if (wide.Value is not null)
                return bounded;
        }

        return OfCurrentYear(earliest, latest) ?? OfUpcoming(earliest, latest) ?? OfReport(earliest, latest, neighbour) ?? OfPast(latest) ?? OfNamed(earliest, latest) ?? bounded
            // Neighbours bound it; the year they have is not its own, and a date is never invented.
            ?? (neighbour?.Known is null || (earliest is null && latest is null)
                ? ReleaseDate.Between(_ownEarliest, _ownLatest) with { Note = _note }
                : ReleaseDate.Between(earliest, latest) with { Note = _note });
    }

    /// <summary>"Refugee Week 2014": the year that names the present.</summary>
    private ReleaseDate? OfCurrentYear(DateOnly? earliest, DateOnly? latest)
    {
        if (clues.CurrentYears.Count == 0)
            return null;
        var (year, phrase, line) = clues.CurrentYears.MaxBy(c => c.Year);
        return year >= clues.PastYear && (earliest?.Year ?? 0) <= year && (latest?.Year ?? year) >= year
            ? Proved(ReleaseDate.InYear(year) with { NotBefore = Max(earliest, new DateOnly(year, 1, 1)), NotAfter = latest ?? new DateOnly(year, 12, 31) }, phrase, line, 0.7)
            : null;
    }

    private ReleaseDate? OfUpcoming(DateOnly? earliest, DateOnly? latest)
    {
        if (_upcoming is null || _ownLatest is not { } upcoming)
            return null;
        // "Will host the games in September 2022", over a release of 2019: it is told years ahead.
        var ahead = NeighbourEarliest is { } known && known.Year < upcoming.Year - 1 && !_upcoming.Date.HasDay;
        // "Frozen until April 2016", or a neighbour that is years older: what is to come then tells no year.
        if (_upcoming.IsTerm || ahead || latest?.Year < upcoming.Year)
            return ReleaseDate.Between(earliest, latest ?? upcoming) with { Note = _note };
        // What comes early in a year, or behind what was done late in the one before, was told in either.
        var date = upcoming.Month >= EarlyMonths && !(_ownEarliest is { Month: > LastMonthOfReports } done && done.Year < upcoming.Year) ? ReleaseDate.InYear(upcoming.Year) : ReleaseDate.Unknown;
        return Proved(date with { NotBefore = earliest, NotAfter = upcoming }, _upcoming.Phrase, _upcoming.Line, 0.6);
    }

    /// <summary>"Spent £14.2 million in 2012": figures of a year come out in the next one.</summary>
    private ReleaseDate? OfReport(DateOnly? earliest, DateOnly? latest, DateSpan? neighbour)
    {
        if (clues.Report is not var (reported, phrase, line) || reported < clues.PastYear || reported < (_ownEarliest?.Year ?? 0))
            return null;
        var year = reported + 1;
        if ((earliest?.Year ?? year) > year || (latest?.Year ?? year) < year || (neighbour?.Known is { } near && Math.Abs(near.Year - year) > 1))
            return null;
        return Proved(ReleaseDate.InYear(year) with { NotBefore = Max(earliest, new DateOnly(year, 1, 1)), NotAfter = latest }, phrase, line, 0.5);
    }

    /// <summary>What was done on a known day or in a known month, where the release does not open with it.</summary>
    private ReleaseDate? OfPast(DateOnly? latest)
    {
        if (_latestPast is not { } past || _ownEarliest is not { } done || done.Year < clues.PastYear)
            return null;
        if (past is { Background: false, Date.HasDay: true })
            return Proved(ReleaseDate.InMonth(done.Year, done.Month) with { NotBefore = done, NotAfter = latest }, past.Phrase, past.Line, 0.55);
        // Figures of a time come out soon behind its end.
        if (past.EndsPeriod && past.Date.Year > 0 && done.AddDays(1) is var next && (next.Year > done.Year || next.Month <= LastMonthOfReports + 1))
            return Proved(ReleaseDate.InYear(next.Year) with { NotBefore = next, NotAfter = latest ?? new DateOnly(next.Year, 12, 31) }, past.Phrase, past.Line, 0.5);
        // "Have been living in a mission since 28 September 2021": a day in full is told of what began not long ago.
        if (past.IsSince && done.Month <= LastMonthOfReports + 1)
            return Proved(ReleaseDate.InYear(done.Year) with { NotBefore = done, NotAfter = latest }, past.Phrase, past.Line, 0.5);
        return past.IsMonthOfLead
            ? Proved(ReleaseDate.InMonth(done.Year, done.Month) with { NotBefore = done, NotAfter = latest }, past.Phrase, past.Line, 0.5)
            : null;
    }

    /// <summary>"Le samedi 5 octobre 2019": a day in full of which nothing tells whether it is past still gives the year.</summary>
    private ReleaseDate? OfNamed(DateOnly? earliest, DateOnly? latest) =>
        _named is { Date: { Year: var year, Month: >= EarlyMonths } } && year >= clues.PastYear && (earliest?.Year ?? year) <= year && (latest?.Year ?? year) >= year
            ? Proved(ReleaseDate.InYear(year) with { NotBefore = earliest, NotAfter = latest }, _named.Phrase, _named.Line, 0.5)
            : null;

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
}
