using NewsRoom.Core.Ingestion;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>
/// <c>accuracy [-v] [--report FILE] [DIR…]</c>: runs the import over every document of a set and compares it with the keys beside the documents.
/// A set is a folder; without one, the two of the case collection are measured: the one that was worked on and the one that never was looked at.
/// </summary>
public static class AccuracyCommand
{
    private static readonly string[] Sets = ["work", "held-out"];

    /// <param name="planAll">Plans the documents at these paths, in this order, duplicates among them resolved.</param>
    /// <returns>0, or 2 when there is nothing to measure.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, Func<IReadOnlyList<string>, IReadOnlyList<ImportPlan>> planAll)
    {
        var (folders, report, verbose) = Parse(arguments);
        if (folders.Count == 0)
            folders = [.. Sets.Select(s => Path.Combine(RepositoryRoot(), "tests/NewsRoom.Core.Tests/Ingestion/Cases", s)).Where(Directory.Exists)];
        var table = new AccuracyTable(output);
        var total = new Tally();
        foreach (var folder in folders)
        {
            var keys = Directory.Exists(folder) ? GoldDocument.ReadFolder(folder) : [];
            if (keys.Count == 0)
            {
                output.WriteLine($"{folder} holds no *.gold.json to measure against.");
                return 2;
            }
            var plans = report is null ? planAll([.. keys.Select(k => Path.Combine(folder, k.File))]) : ReportReader.Read(report);
            total.Merge(Measure(folder, keys, plans, table, verbose));
        }
        if (folders.Count == 0)
        {
            output.WriteLine("No set was found; name a folder that holds documents and their *.gold.json.");
            return 2;
        }
        if (folders.Count > 1)
        {
            table.Head("all sets");
            table.Row("= all", total);
            table.Summary(total);
        }
        return 0;
    }

    internal static Tally Measure(string folder, IReadOnlyList<GoldDocument> keys, IReadOnlyList<ImportPlan> plans, AccuracyTable table, bool verbose)
    {
        var byFile = plans.ToDictionary(p => Path.GetFileName(p.Document.FileName), StringComparer.Ordinal);
        var documents = keys.Select(k => new ScoredDocument(k, k.ReadLines(folder), byFile.GetValueOrDefault(k.File))).ToList();
        var (total, shapes, notes) = (new Tally(), new SortedDictionary<string, Tally>(StringComparer.Ordinal), new List<string>());
        table.Head(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
        foreach (var document in documents)
        {
            var scorer = new DocumentScorer(document);
            scorer.Score();
            table.Row(document.Gold.File, scorer.Tally);
            if (verbose)
                scorer.Notes.ForEach(table.Note);
            shapes.TryAdd(document.Gold.Shape, new());
            shapes[document.Gold.Shape].Merge(scorer.Tally);
            total.Merge(scorer.Tally);
        }
        DuplicatePairs.Score(documents, total, notes);
        foreach (var (shape, tally) in shapes)
            table.Row($"= shape {shape}", tally);
        table.Row("= all", total);
        if (verbose)
            notes.ForEach(table.Note);
        table.Summary(total);
        return total;
    }

    private static (List<string> Folders, string? Report, bool Verbose) Parse(IReadOnlyList<string> arguments)
    {
        var (folders, report, verbose) = (new List<string>(), default(string), false);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "-v")
                verbose = true;
            else if (arguments[i] == "--report" && i + 1 < arguments.Count)
                report = arguments[++i];
            else
                folders.Add(arguments[i]);
        }
        return (folders, report, verbose);
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsRoom.sln")))
                return folder.FullName;
        return Directory.GetCurrentDirectory();
    }
}
