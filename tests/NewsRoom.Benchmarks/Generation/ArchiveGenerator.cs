using System.Globalization;
using System.Text;

namespace NewsRoom.Benchmarks.Generation;

/// <summary>A document of a generated archive.</summary>
/// <param name="Releases">How many releases were written into it that no document before it has.</param>
public sealed record GeneratedDocument(string Name, byte[] Bytes, int Releases);

/// <summary>
/// Writes archives of any size in the shapes that organisations' archives come in. A document depends on the seed and its own number alone, so that runs
/// repeat and a document can be made anew without those before it.
/// </summary>
/// <remarks>
/// Of twenty documents fourteen are pages of twenty releases, each in a shape of its own; four hold one release alone (text, Word, Markdown in two manners); two are captured again,
/// without date lines or with other quotes and spaces, and add no release. Some pages have foreign encodings, line ends or signs (<see cref="Noise"/>).
/// </remarks>
/// <param name="recaptures">Whether pages are captured again; otherwise single releases stand in their places, and every release is there once.</param>
public sealed class ArchiveGenerator(int seed = 2014, bool recaptures = true)
{
    private const int PerPage = 20;

    /// <summary>Documents until all kinds have come once.</summary>
    private const int Round = 20;

    private static readonly Func<PageWriter, int, string>[] Shapes =
    [
        ShapeWriters.ContactLines, ShapeWriters.DateLines, ShapeWriters.Headlines, ShapeWriters.MetaLines, ShapeWriters.ContactFirst, ShapeWriters.Datelines, ShapeWriters.Wrapped, ShapeWriters.French, ShapeWriters.Spanish,
        ShapeWriters.EventCards, OddShapeWriters.JoinedDates, OddShapeWriters.LabelRuns, OddShapeWriters.ContactBlocks, OddShapeWriters.Signs,
    ];

    /// <summary>How many shapes of pages there are.</summary>
    public static int ShapeCount => Shapes.Length;

    /// <summary>What a shape is called.</summary>
    public static string ShapeName(int shape) => Shapes[shape].Method.Name;

    /// <summary>Documents that hold <paramref name="releases"/> different releases in all.</summary>
    public IEnumerable<GeneratedDocument> Documents(int releases)
    {
        var left = releases;
        for (var number = 0; left > 0; number++)
        {
            var document = Document(number, Math.Min(left, PerPage));
            left -= document.Releases;
            yield return document;
        }
    }

    private GeneratedDocument Document(int number, int releases)
    {
        var kind = number % Round;
        if (kind < Shapes.Length)
            return new(Name(number, "txt"), Noise.Of(number / Round, Shapes[kind](Page(number, releases), releases)), releases);
        return (kind - Shapes.Length) switch
        {
            4 or 5 when !recaptures => new(Name(number, "txt"), Encoding.UTF8.GetBytes(SingleWriters.Alone(Page(number, 1))), 1),
            0 => new(Name(number, "txt"), Encoding.UTF8.GetBytes(SingleWriters.Alone(Page(number, 1))), 1),
            1 => new(Name(number, "docx"), SingleWriters.Word(Page(number, 1)), 1),
            2 => new(Name(number, "md"), Encoding.UTF8.GetBytes(SingleWriters.Hugo(Page(number, 1))), 1),
            3 => new(Name(number, "md"), Encoding.UTF8.GetBytes(SingleWriters.Export(Page(number, 1))), 1),
            // The pages in the first two shapes of this round, captured again.
            4 => new(Name(number, "txt"), Encoding.UTF8.GetBytes(ShapeWriters.DateLines(Page(number - kind + 1, PerPage, isDated: false), PerPage)), 0),
            _ => new(Name(number, "txt"), Encoding.UTF8.GetBytes(Noise.OtherQuotes(ShapeWriters.ContactLines(Page(number - kind, PerPage), PerPage))), 0),
        };
    }

    /// <summary>One page of one shape, for measuring how time grows with its length.</summary>
    public GeneratedDocument LongPage(int shape, int releases) => new($"long-{shape}-{releases}.txt", Encoding.UTF8.GetBytes(Shapes[shape](Page(shape, releases), releases)), releases);

    private PageWriter Page(int number, int releases, bool isDated = true) =>
        new(new Prose(new Random(Mix(seed, number))), new DateOnly(2005, 1, 1).AddDays(number * 7 % 5000), releases) { IsDated = isDated };

    // System.HashCode differs from process to process.
    private static int Mix(int seed, int number) => unchecked((seed * 397) ^ (number * 0x5DEECE6 + 11));

    private static string Name(int number, string extension) => string.Create(CultureInfo.InvariantCulture, $"page-{number:000000}.{extension}");
}
