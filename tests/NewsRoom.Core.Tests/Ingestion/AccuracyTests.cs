using NewsRoom.Benchmarks.Accuracy;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

/// <summary>What the import reaches on the case collection does not fall. The figures themselves are printed by the accuracy command of the benchmarks.</summary>
public sealed class AccuracyTests
{
    /// <summary>The least that each measure may be: a little under what was reached when it was set. Raise them when the import gets better.</summary>
    private static readonly Dictionary<string, Bounds> Least = new(StringComparer.Ordinal)
    {
        ["work"] = new(Documents: 808, Boundaries: 0.926, Contacts: 0.96, Dates: 0.912, Gaps: 0.983, Themes: 0.927, Sure: 0.992, MailsInvented: 0),
        ["held-out"] = new(Documents: 335, Boundaries: 0.91, Contacts: 0.93, Dates: 0.90, Gaps: 0.92, Themes: 0.927, Sure: 0.98, MailsInvented: 1),
    };

    private sealed record Bounds(int Documents, double Boundaries, double Contacts, double Dates, double Gaps, double Themes, double Sure, int MailsInvented);

    [Theory]
    [InlineData("work")]
    [InlineData("held-out")]
    public void Accuracy_does_not_fall(string set)
    {
        var folder = CaseFolder.Of(set);
        var keys = GoldDocument.ReadFolder(folder);
        var least = Least[set];
        Assert.InRange(keys.Count, least.Documents, int.MaxValue);
        var finder = new DuplicateFinder();
        List<ImportPlan> plans = [.. keys.Select(k => finder.Resolve(Planned.Pipeline.Plan(k.File, File.ReadAllBytes(Path.Combine(folder, k.File)))))];

        var tally = AccuracyCommand.Measure(folder, keys, plans, new AccuracyTable(TextWriter.Null), verbose: false);

        AtLeast(least.Boundaries, F1(tally, Count.CutsRight, Count.CutsWrong, Count.CutsMissed), "boundary F1");
        AtLeast(least.Contacts, tally.Share(Count.ContactsRight, Count.ContactsInKey), "contacts found");
        AtLeast(least.Contacts, tally.Precision(Count.ContactsRight, Count.ContactsWrong), "contacts right");
        AtLeast(least.Dates, tally.Share(Count.DatesConsistent, Count.DatesInKey), "dates within bounds");
        AtLeast(least.Gaps, tally.Share(Count.GapsRight, Count.GapsInKey), "gaps found");
        AtLeast(least.Themes, F1(tally, Count.ThemesRight, Count.ThemesWrong, Count.ThemesMissed), "themes F1");
        AtLeast(least.Sure, tally.Share(Count.SureCutsRight, Count.SureCuts), "sure cuts that are right");
        Assert.Equal(0, tally[Count.ReleasesLost]);
        Assert.Equal(0, tally[Count.LinesTwice]);
        Assert.InRange(tally[Count.MailsInvented], 0, least.MailsInvented);
    }

    private static double F1(Tally tally, Count right, Count wrong, Count missed) => Tally.F1(tally.Precision(right, wrong), tally.Recall(right, missed));

    private static void AtLeast(double least, double reached, string what) => Assert.True(reached >= least, $"{what}: {reached:0.000}, and it was {least:0.000} at least");
}
