using System.Globalization;

namespace NewsRoom.Core.Ingestion;

/// <summary>What a run found, counted, in words that stand on a console.</summary>
public sealed class ImportReport
{
    private readonly List<(string File, string Reason)> _refused = [];

    public int Documents { get; private set; }

    /// <summary>Releases of all plans, duplicates included.</summary>
    public int Releases { get; private set; }

    /// <summary>Releases that repeat one of this run or of the database.</summary>
    public int Duplicates { get; private set; }

    public int Gaps { get; private set; }

    /// <summary>Releases that an editor should look at.</summary>
    public int Unsure { get; private set; }

    /// <summary>Documents whose bytes were imported before.</summary>
    public int AppliedBefore { get; private set; }

    public int Refused => _refused.Count;

    /// <summary>Whether the run was stopped before its last document.</summary>
    public bool Stopped { get; set; }

    public void Add(PlannedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Documents++;
        if (document.AppliedBefore)
            AppliedBefore++;
        else if (document.Plan.Status != PlanStatus.Planned)
            _refused.Add((document.Plan.Document.FileName, document.Plan.Message ?? "It holds no release."));
        Releases += document.Plan.Releases.Count;
        foreach (var draft in document.Plan.Releases)
        {
            var repeats = draft.DuplicateOf is not null || draft.ExistingReleaseId is not null;
            Duplicates += repeats ? 1 : 0;
            Unsure += !repeats && draft.Unsure.Count > 0 ? 1 : 0;
            Gaps += draft.Gaps.Count;
        }
    }

    /// <summary>A few plain lines.</summary>
    /// <param name="dryRun">Nothing was written.</param>
    public IEnumerable<string> Lines(bool dryRun)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{Count(Documents, "document")}, {Count(Releases, "release")}, {Duplicates} of them merged as {(Duplicates == 1 ? "a duplicate" : "duplicates")}.");
        if (Gaps > 0)
            yield return $"{Count(Gaps, "place")} where the source lost an address or a link.";
        if (Unsure > 0)
            yield return $"{Count(Unsure, "release")} marked for an editor: the import was not sure.";
        if (AppliedBefore > 0)
            yield return $"{Count(AppliedBefore, "document")} imported before: nothing was changed there.";
        foreach (var (file, reason) in _refused)
            yield return $"Refused: {file}. {reason}";
        if (Stopped)
            yield return "Stopped before the end: run the same command again to import the rest.";
        if (dryRun)
            yield return "A dry run: nothing was written.";
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
