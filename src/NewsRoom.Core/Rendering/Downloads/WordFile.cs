using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NewsRoom.Core.Rendering.Downloads;

/// <summary>A release as a Word document (Office Open XML): headings, lists, links, bold and tables are real ones.</summary>
public static class WordFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(ReleaseDocument document, DocumentLabels labels)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(labels);
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Make(document.Language);
            var lists = new WordLists();
            var body = new Body();
            main.Document = new Document(body);
            new Writer(main, lists, document.IsRightToLeft).Write(body, document, labels);
            body.AppendChild(new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1440, Bottom = 1440, Left = 1440, Right = 1440, Header = 708, Footer = 708, Gutter = 0 }));
            if (lists.Count > 0)
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = lists.ToNumbering();
            file.PackageProperties.Title = Clean(document.Headline);
            file.PackageProperties.Creator = Clean(document.Organisation);
            file.PackageProperties.Language = document.Language;
        }

        return bytes.ToArray();
    }

    /// <summary>The text without what XML cannot hold.</summary>
    private static string Clean(string text) =>
        text.All(System.Xml.XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || System.Xml.XmlConvert.IsXmlChar((char)r.Value)));

    /// <summary>Writes one document; its part takes the addresses of links.</summary>
    private sealed class Writer(MainDocumentPart main, WordLists lists, bool isRightToLeft)
    {
        public void Write(Body body, ReleaseDocument document, DocumentLabels labels)
        {
            Line(body, "Title", document.Headline);
            Line(body, "Dateline", document.DatedLine);
            if (document.Standfirst is not null)
                Line(body, "Subtitle", document.Standfirst);
            Lines(body, null, PlainTextFile.Notes(document, isAtTop: true));
            Blocks(body, document.Body);
            Lines(body, null, PlainTextFile.Notes(document, isAtTop: false));
            Lines(body, null, document.Closing);
            if (document.Contacts.Count > 0)
            {
                Line(body, "Heading2", labels.Contact);
                foreach (var contact in document.Contacts)
                    body.AppendChild(Paragraph(null, Contact(contact)));
            }

            if (document.Attachments.Count > 0)
            {
                Line(body, "Heading2", labels.Attachments);
                foreach (var (title, address) in document.Attachments)
                    body.AppendChild(Paragraph(null, [new DocumentRun(title, Link: address.AbsoluteUri)]));
            }

            if (document.ReuseTerms is not null)
            {
                Line(body, "Heading2", labels.Reuse);
                Line(body, null, document.ReuseTerms);
            }

            Line(body, "Heading2", labels.Published);
            body.AppendChild(Paragraph(null, [new DocumentRun(document.Organisation + " "), new DocumentRun(document.Address.AbsoluteUri, Link: document.Address.AbsoluteUri)]));
        }

        private static IReadOnlyList<DocumentRun> Contact(DocumentContact contact) =>
            [.. PlainTextFile.ContactLines(contact).Select((line, i) => new DocumentRun((i > 0 ? "\n" : "") + line, Bold: i == 0, Link: line == contact.Email ? "mailto:" + line : null))];

        private void Lines(OpenXmlElement into, string? style, IEnumerable<string> texts)
        {
            foreach (var text in texts)
                Line(into, style, text);
        }

        private void Line(OpenXmlElement into, string? style, string text) => into.AppendChild(Paragraph(style, [new DocumentRun(text)]));

        private void Blocks(OpenXmlElement into, IEnumerable<DocumentBlock> blocks, (int Number, int Level)? list = null, string? style = null, int depth = 0)
        {
            // Only the first paragraph of an item carries its mark.
            foreach (var block in blocks)
            {
                switch (block)
                {
                    case DocumentBlock.Paragraph paragraph:
                        into.AppendChild(Paragraph(list is null ? style : "ListParagraph", paragraph.Runs, list));
                        list = null;
                        break;
                    case DocumentBlock.Heading heading:
                        into.AppendChild(Paragraph("Heading" + Math.Min(heading.Level, 4), heading.Runs));
                        break;
                    case DocumentBlock.List inner:
                        var number = lists.Begin(inner.Start);
                        foreach (var item in inner.Items)
                            Blocks(into, item, (number, depth), "ListParagraph", depth + 1);
                        break;
                    case DocumentBlock.Table table:
                        into.AppendChild(Table(table));
                        into.AppendChild(new Paragraph());
                        break;
                    case DocumentBlock.Quote quote:
                        Blocks(into, quote.Blocks, null, "Quote", depth);
                        break;
                    case DocumentBlock.Code code:
                        into.AppendChild(Paragraph("Code", [new DocumentRun(code.Text)]));
                        break;
                    default:
                        into.AppendChild(Paragraph(null, [new DocumentRun("")]));
                        break;
                }
            }
        }

        private Paragraph Paragraph(string? style, IReadOnlyList<DocumentRun> runs, (int Number, int Level)? list = null)
        {
            var properties = new ParagraphProperties();
            if (style is not null)
                properties.ParagraphStyleId = new ParagraphStyleId { Val = style };
            if (list is { } item)
                properties.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = Math.Min(item.Level, WordLists.Levels - 1) }, new NumberingId { Val = item.Number });
            if (isRightToLeft)
                properties.BiDi = new BiDi();
            var paragraph = new Paragraph(properties);
            foreach (var run in runs)
                paragraph.AppendChild(Linked(run));
            return paragraph;
        }

        private OpenXmlElement Linked(DocumentRun run)
        {
            var element = Run(run);
            // A place on the site itself is no address outside it.
            if (run.Link is null || !Uri.TryCreate(run.Link, UriKind.Absolute, out var address))
                return element;
            return new Hyperlink(element) { Id = main.AddHyperlinkRelationship(address, true).Id };
        }

        private Run Run(DocumentRun run)
        {
            var properties = new RunProperties();
            if (run.Link is not null)
                properties.RunStyle = new RunStyle { Val = "Hyperlink" };
            if (run.Code)
                properties.RunFonts = new RunFonts { Ascii = "Consolas", HighAnsi = "Consolas" };
            if (run.Bold)
                properties.Bold = new Bold();
            if (run.Italic)
                properties.Italic = new Italic();
            if (isRightToLeft)
                properties.RightToLeftText = new RightToLeftText();
            var element = new Run(properties);
            var lines = Clean(run.Text).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                    element.AppendChild(new Break());
                if (lines[i].Length > 0)
                    element.AppendChild(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
            }

            return element;
        }

        private Table Table(DocumentBlock.Table table)
        {
            var element = new Table(new TableProperties(new TableStyle { Val = "TableGrid" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }));
            var columns = table.Rows.Max(r => r.Count);
            element.AppendChild(new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = (9026 / Math.Max(1, columns)).ToString(System.Globalization.CultureInfo.InvariantCulture) })));
            for (var i = 0; i < table.Rows.Count; i++)
            {
                var row = new TableRow();
                if (i == 0)
                    row.AppendChild(new TableRowProperties(new TableHeader()));
                foreach (var cell in table.Rows[i])
                    row.AppendChild(new TableCell(Paragraph(null, i == 0 ? [.. cell.Select(r => r with { Bold = true })] : cell)));
                element.AppendChild(row);
            }

            return element;
        }
    }
}
