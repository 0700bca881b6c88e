using System.Globalization;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Ingestion.Segmentation;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>A document that is cut as pages are, with what its key says of each place.</summary>
internal sealed class Marked
{
    private readonly HashSet<int> _starts;
    private readonly HashSet<int> _apart;
    private readonly IReadOnlyList<string> _lines;

    private Marked(GoldDocument key, Page page, IReadOnlyList<string> lines)
    {
        (Key, Page, _lines) = (key, page, lines);
        _starts = [.. key.Releases.SelectMany(r => (r.StartLineOk ?? []).Append(r.StartLine))];
        _apart = [.. key.NonReleaseLines ?? []];
    }

    public GoldDocument Key { get; }

    public Page Page { get; }

    public static IEnumerable<Marked> Read(string folder)
    {
        foreach (var key in GoldDocument.ReadFolder(folder))
        {
            var document = ArchiveReader.Read(key.File, File.ReadAllBytes(Path.Combine(folder, key.File)), long.MaxValue, out var problem);
            if (problem is null && FrontMatter.Read(document.Lines) is null && Page.Read(document.Lines, 1, NumericDateOrder.IsMonthFirst(document.Lines, DateOrder.DayMonth)) is var page && page.First < page.Count)
                yield return new(key, page, key.ReadLines(folder));
        }
    }

    /// <summary>How many releases the key begins behind the first paragraph.</summary>
    public int Wanted => Enumerable.Range(Page.First + 1, Page.Count - Page.First - 1).Select(StartAt).Where(s => s > 0).Distinct().Count();

    /// <summary>Whether the key begins a release at a paragraph. A cut over a date line is one before the text under it.</summary>
    public bool IsRight(int at) => StartAt(at) > 0;

    private int StartAt(int at)
    {
        var line = Page[at].StartLine;
        while (line < _lines.Count && (_apart.Contains(line) || string.IsNullOrWhiteSpace(_lines[line - 1])))
            line++;
        return _starts.Contains(line) ? line : 0;
    }

    /// <summary>Counts a cut by its score, rounded down.</summary>
    public static void Count(SortedDictionary<int, (int Right, int All)> bands, double score, bool isRight)
    {
        var band = (int)Math.Floor(Math.Clamp(score, -1, 9));
        var (right, all) = bands.GetValueOrDefault(band);
        bands[band] = (right + (isRight ? 1 : 0), all + 1);
    }

    public static void Write(SortedDictionary<int, (int Right, int All)> bands, TextWriter output)
    {
        foreach (var (band, (right, all)) in bands)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"score {band} to {band + 1}: {right} of {all} right ({(double)right / all:0.000})"));
    }
}
