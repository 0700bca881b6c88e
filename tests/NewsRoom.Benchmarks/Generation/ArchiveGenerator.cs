using System.Globalization;
using System.Text;

namespace NewsRoom.Benchmarks.Generation;

/// <summary>A document of a generated archive.</summary>
/// <param name="Releases">How many releases were written into it.</param>
public sealed record GeneratedDocument(string Name, byte[] Bytes, int Releases);

/// <summary>
/// Writes archives of any size in the shapes that organisations' archives come in. A document depends on the seed and its own number alone, so that runs
/// repeat and a document can be made anew without those before it.
/// </summary>
public sealed class ArchiveGenerator(int seed = 2014)
{
    private const int PerPage = 20;

    private static readonly Func<PageWriter, int, string>[] Shapes =
        [ShapeWriters.ContactLines, ShapeWriters.DateLines, ShapeWriters.Headlines, ShapeWriters.MetaLines, ShapeWriters.ContactFirst, ShapeWriters.Datelines, ShapeWriters.Wrapped, ShapeWriters.French, ShapeWriters.Spanish, ShapeWriters.EventCards];

    /// <summary>Documents that hold <paramref name="releases"/> releases in all, twenty to a page; one in twenty is a Markdown file of its own.</summary>
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

    /// <summary>One page of the given number of releases, in the shape that its number gives.</summary>
    public GeneratedDocument Document(int number, int releases)
    {
        var page = Page(number, releases);
        if (number % 20 == 19)
            return new(Name(number, "md"), Encoding.UTF8.GetBytes(ShapeWriters.Markdown(page, 1)), 1);
        return new(Name(number, "txt"), Encoding.UTF8.GetBytes(Shapes[number % Shapes.Length](page, releases)), releases);
    }

    /// <summary>One page of one shape, for measuring how time grows with its length.</summary>
    public GeneratedDocument LongPage(int shape, int releases) => new($"long-{shape}-{releases}.txt", Encoding.UTF8.GetBytes(Shapes[shape % Shapes.Length](Page(shape, releases), releases)), releases);

    private PageWriter Page(int number, int releases) => new(new Prose(new Random(HashCode(seed, number))), new DateOnly(2005, 1, 1).AddDays(number * 7 % 5000), releases);

    // System.HashCode differs from process to process.
    private static int HashCode(int seed, int number) => unchecked((seed * 397) ^ (number * 0x5DEECE6 + 11));

    private static string Name(int number, string extension) => string.Create(CultureInfo.InvariantCulture, $"page-{number:000000}.{extension}");
}

/// <summary>What the writers of shapes share: the prose, and a day that goes back from release to release.</summary>
internal sealed class PageWriter(Prose prose, DateOnly firstDay, int releases)
{
    private DateOnly _day = firstDay.AddDays(releases % 4000);

    public Prose Prose { get; } = prose;

    public string Body { get; } = prose.Pick(WordLists.Bodies);

    public DateOnly NextDay() => _day = _day.DayNumber < 730000 ? firstDay.AddDays(4000) : _day.AddDays(-Prose.Number(0, 4));

    public void Text(StringBuilder text, int paragraphs)
    {
        var person = Prose.Person();
        for (var i = 0; i < paragraphs; i++)
            text.Append(Prose.Paragraph(Body, person)).Append("\n\n");
    }

    public string Contact() => Prose.Number(0, 4) switch
    {
        0 => $"For more information please contact {Prose.Person()} at {Body}, Tel: {Prose.Phone()}, Email:",
        1 => $"For further information, please contact {Prose.Person()}, {Prose.Pick(WordLists.Roles)}, on {Prose.Phone()} or {Prose.Person()} on {Prose.Phone()}.",
        2 => $"Media contact: {Prose.Person()}, {Prose.Pick(WordLists.Roles)}, T: {Prose.Phone()} E: press@{Prose.Pick(WordLists.Towns).ToLowerInvariant()}.example",
        _ => $"For more information please contact the press office on {Prose.Phone()}.",
    };
}
