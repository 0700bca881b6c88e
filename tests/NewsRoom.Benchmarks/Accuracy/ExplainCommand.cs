using System.Globalization;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary><c>explain FILE</c>: what each cue said of each place of a document, for whoever works on the cues.</summary>
internal static class ExplainCommand
{
    public static int Run(string path, TextWriter output)
    {
        var document = ArchiveReader.Read(Path.GetFileName(path), File.ReadAllBytes(path), long.MaxValue, out var problem);
        if (problem is not null)
        {
            output.WriteLine(problem);
            return 1;
        }

        var page = Page.Read(document.Lines, 1, NumericDateOrder.IsMonthFirst(document.Lines, Core.Ingestion.DateOrder.DayMonth));
        output.WriteLine(page.Shape);
        for (var i = 0; i <= page.First && i < page.Count; i++)
            Line(page, i, "", output);
        var cuts = page.First < page.Count ? ReleaseSegmenter.Cuts(page).ToDictionary(c => c.At, c => c.Score) : [];
        ReleaseSegmenter.Trace(page, cuts.ContainsKey, (at, score, weights) =>
            Line(page, at, string.Create(CultureInfo.InvariantCulture, $"{(cuts.TryGetValue(at, out var odds) ? $"CUT {odds,4:0.0}" : "        ")} {score,6:0.0}  ") + string.Join(' ', weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Name}{w.Weight:+0.0;-0.0}"))), output));
        return 0;
    }

    /// <summary>How many paragraphs back a release may have begun in what <see cref="Dump"/> writes.</summary>
    private const int Reach = 24;

    /// <summary>
    /// <c>cues DIR</c>: every place of a set with what the cues say of it for each paragraph that its release may have begun with, tab-separated, for fitting: file, first line of that
    /// paragraph, line of the place, whether the key cuts there, whether the page marks its starts, score, weights.
    /// </summary>
    public static int Dump(string folder, TextWriter output)
    {
        foreach (var document in Marked.Read(folder))
        {
            var (key, page) = (document.Key, document.Page);
            var scorer = new PlaceScorer();
            for (var start = page.First; start < page.Count; start++)
            {
                for (var at = start + 1; at < Math.Min(page.Count, start + Reach); at++)
                {
                    var score = scorer.SumOfCues(page, start, at, double.NegativeInfinity);
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key.File}\t{page[start].StartLine}\t{page[at].StartLine}\t{(document.IsRight(at) ? 1 : 0)}\t{(page.Shape.IsDelimited ? 1 : 0)}\t{score:0.00}\t") + string.Join(' ', scorer.Weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Name}={w.Weight:0.000}"))));
                }
            }
        }

        return 0;
    }

    /// <summary><c>calibration [DIR…]</c>: how many cuts of each score are right, the numbers that the confidence of a cut is made of (<c>ReleaseSegmenter</c>, table <c>Calibration</c>).</summary>
    public static int Calibrate(IReadOnlyList<string> folders, TextWriter output)
    {
        var bands = new SortedDictionary<int, (int Right, int All)>();
        foreach (var document in folders.SelectMany(Marked.Read))
        {
            foreach (var (at, score, _) in ReleaseSegmenter.Cuts(document.Page))
                Marked.Count(bands, score, document.IsRight(at));
        }

        Marked.Write(bands, output);
        return bands.Count > 0 ? 0 : 2;
    }

    private static void Line(Page page, int at, string verdict, TextWriter output)
    {
        var text = page[at].Text;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page[at].StartLine,4} [{page[at].Traits}]{(page.BlockStart(at) >= 0 ? " block" : "")}{(page.HeadStart(at) >= 0 ? " head" : "")} {(text.Length > 90 ? text[..90] : text)}"));
        if (verdict.Length > 0)
            output.WriteLine("       " + verdict);
    }
}
