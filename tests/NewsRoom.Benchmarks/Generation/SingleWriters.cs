using System.Globalization;
using System.Text;
using NewsRoom.Core.Tests.Ingestion.Reading;

namespace NewsRoom.Benchmarks.Generation;

/// <summary>Files that hold one release alone.</summary>
internal static class SingleWriters
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Plain text: headline, dateline, text, contact.</summary>
    public static string Alone(PageWriter page)
    {
        var text = new StringBuilder(page.Prose.Headline()).Append("\n\n");
        text.Append(English, $"{page.Prose.Pick(WordLists.Towns)}, {page.NextDay():MMMM d, yyyy} – ").Append(page.Prose.Lead(page.Body, "today")).Append("\n\n");
        page.Text(text, page.Prose.Number(3, 8));
        return text.Append(page.Contact()).Append('\n').ToString();
    }

    /// <summary>Markdown as Hugo and Jekyll keep it.</summary>
    public static string Hugo(PageWriter page)
    {
        var text = new StringBuilder("---\ntitle: \"").Append(page.Prose.Headline()).Append(English, $"\"\ndate: {page.NextDay():yyyy-MM-dd}\ntags: [community, health]\n---\n\n");
        text.Append(page.Prose.Lead(page.Body, "today")).Append("\n\n## What comes next\n\n");
        page.Text(text, page.Prose.Number(3, 8));
        return text.Append("- **First:** ").Append(page.Prose.Headline()).Append("\n- Second: ").Append(page.Prose.Headline()).Append("\n\n").Append(page.Contact()).Append('\n').ToString();
    }

    /// <summary>Markdown as the newsroom exports it.</summary>
    public static string Export(PageWriter page)
    {
        var text = new StringBuilder("---\ntitle: \"").Append(page.Prose.Headline()).Append(English, $"\"\ndate: {page.NextDay():yyyy-MM-dd}\ndateline: {page.Prose.Pick(WordLists.Towns)}\nlanguage: en\nthemes: [health]\ncontacts:\n");
        text.Append("  - name: ").Append(page.Prose.Person()).Append("\n    office: ").Append(page.Body).Append("\n    phone: \"").Append(page.Prose.Phone()).Append("\"\nsources:\n  - file: 2014.txt\n    lines: 12-40\n---\n\n");
        text.Append(page.Prose.Lead(page.Body, "today")).Append("\n\n");
        page.Text(text, page.Prose.Number(3, 8));
        return text.ToString();
    }

    /// <summary>A Word document with a title, headings, a list, a link, bold words and a table.</summary>
    public static byte[] Word(PageWriter page)
    {
        var file = new DocxFile().Text(page.Prose.Headline(), "Title").Text(page.NextDay().ToString("d MMMM yyyy", English)).Text(page.Prose.Lead(page.Body, "today"));
        for (var paragraphs = page.Prose.Number(3, 8); paragraphs > 0; paragraphs--)
            file.Paragraph(DocxFile.Run(page.Prose.Paragraph(page.Body, page.Prose.Person())) + DocxFile.Run(page.Prose.Headline(), "<w:b/>"));
        file.Text("What comes next", "Kop1");
        for (var items = 0; items < 3; items++)
            file.Paragraph(DocxFile.Run(page.Prose.Headline()), item: (1, 0));
        return file.Table(["Town", "Visitors"], [page.Prose.Pick(WordLists.Towns), "120"]).Paragraph(DocxFile.Run("Read ") + file.Link("the report", "https://www.example.org/report")).Text(page.Contact()).Bytes();
    }
}
