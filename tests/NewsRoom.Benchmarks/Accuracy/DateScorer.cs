using System.Globalization;
using NewsRoom.Core.Releases;

namespace NewsRoom.Benchmarks.Accuracy;

internal static class DateScorer
{
    public static void Score(GoldRelease gold, ReleaseDate? found, Func<string> allText, Tally tally, List<string> notes)
    {
        tally.Add(Count.DatesInKey);
        if (found is null)
            return;
        var value = found.ToIso();
        var (exact, consistent, trap) = Judge(gold.Date, value);
        tally.AddIf(exact, Count.DatesExact);
        tally.AddIf(exact || consistent, Count.DatesConsistent);
        tally.AddIf(trap, Count.DateTrapsHit);
        if (!exact)
            notes.Add($"r{gold.Index} date {value ?? "null"} instead of {gold.Date.Value ?? "null"} ({gold.Date.NotBefore}..{gold.Date.NotAfter})"
                + (trap ? " (trap)" : "") + (consistent ? " (consistent)" : ""));
        if (value is null || string.IsNullOrEmpty(found.Evidence))
            return;
        tally.Add(Count.DatesWithEvidence);
        var evidence = string.Join(' ', found.Evidence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', '“', '”');
        tally.AddIf(allText().Contains(evidence, StringComparison.Ordinal), Count.DatesWithTrueEvidence);
    }

    private static (bool Exact, bool Consistent, bool Trap) Judge(GoldDate gold, string? value)
    {
        var acceptable = gold.ValueAcceptable ?? [];
        if (value is null)
        {
            var right = gold.Value is null || acceptable.Contains(null);
            return (right, right, false);
        }
        if (acceptable.Contains(value))
            return (true, true, false);
        if ((gold.Traps ?? []).Any(t => value == t || value.StartsWith(t + "-", StringComparison.Ordinal)))
            return (false, false, true);
        var bounded = gold.NotBefore is not null || gold.NotAfter is not null;
        var within = IsWithin(value, gold.NotBefore, gold.NotAfter);
        if (gold.Value is null)
            return (false, within && bounded, false);
        if (!bounded)
            within = IsWithin(value, gold.Value, gold.Value);
        return (value.StartsWith(gold.Value, StringComparison.Ordinal) && within, within, false);
    }

    /// <summary>Whether any day of a value lies within the bounds, a bound of lower precision meaning all its days.</summary>
    private static bool IsWithin(string value, string? notBefore, string? notAfter)
    {
        var (first, last) = Span(value);
        return (notBefore is null || last >= Span(notBefore).First) && (notAfter is null || first <= Span(notAfter).Last);
    }

    private static (DateOnly First, DateOnly Last) Span(string value) =>
        ReleaseDate.TryParse(value, out var date) && date is { FirstDay: { } first, LastDay: { } last }
            ? (first, last)
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"'{value}' in an answer key is not a date"));
}
