namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>What is counted; ratios are made of these when they are printed.</summary>
public enum Count
{
    ReleasesInKey, ReleasesFound, Phantoms,
    CutsRight, CutsWrong, CutsMissed,
    SureCuts, SureCutsRight, UnsureCuts, UnsureCutsRight,
    SegmentsInKey, SegmentsRight,
    LinesInKey, LinesLost, LinesTwice, ReleasesLost,
    ContactsInKey, ContactsRight, ContactsWrong,
    PhonesInKey, PhonesRight, PhonesInvented, SecondPhonesInKey, SecondPhonesRight,
    MailsInKey, MailsRight, MailsInvented,
    RolesInKey, RolesRight, OfficesInKey, OfficesRight,
    ThemesRight, ThemesWrong, ThemesMissed, ThemeTraps, ThemeTrapsHit,
    DatesInKey, DatesExact, DatesConsistent, DateTrapsHit, DatesWithEvidence, DatesWithTrueEvidence,
    TitlesInKey, TitlesRight, LanguagesInKey, LanguagesRight,
    GapsInKey, GapsRight, GapsWrong,
    PairsInKey, PairsFound, PairsRight,
}

/// <summary>Counters that add up over documents.</summary>
public sealed class Tally
{
    private readonly int[] _counts = new int[Enum.GetValues<Count>().Length];

    public int this[Count what] => _counts[(int)what];

    public void Add(Count what, int howMany = 1) => _counts[(int)what] += howMany;

    public void AddIf(bool condition, Count what) => Add(what, condition ? 1 : 0);

    public void Merge(Tally other)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
    }

    /// <summary>A share; 1 where there was nothing to find and nothing was found.</summary>
    public double Share(Count part, params ReadOnlySpan<Count> whole)
    {
        var sum = 0;
        foreach (var count in whole)
            sum += this[count];
        return sum == 0 ? 1 : (double)this[part] / sum;
    }

    public double Precision(Count right, Count wrong) => Share(right, right, wrong);

    public double Recall(Count right, Count missed) => Share(right, right, missed);

    /// <summary>The harmonic mean of precision and recall.</summary>
    public static double F1(double precision, double recall) =>
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
