using System.IO.Compression;
using System.Security;
using System.Text;

namespace NewsRoom.Core.Tests.Ingestion.Reading;

/// <summary>Writes a Word document as Word lays it out, for tests and measurements that read it.</summary>
internal sealed class DocxFile
{
    private const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private readonly StringBuilder _body = new();
    private readonly List<string> _links = [];

    /// <summary>What stands before the root of the main part, where a document type would.</summary>
    public string Prolog { get; init; } = "";

    public DocxFile Paragraph(string runs, string? style = null, (int List, int Level)? item = null)
    {
        _body.Append("<w:p><w:pPr>");
        if (style is not null)
            _body.Append("<w:pStyle w:val=\"").Append(style).Append("\"/>");
        if (item is var (list, level))
            _body.Append("<w:numPr><w:ilvl w:val=\"").Append(level).Append("\"/><w:numId w:val=\"").Append(list).Append("\"/></w:numPr>");
        _body.Append("</w:pPr>").Append(runs).Append("</w:p>");
        return this;
    }

    public DocxFile Text(string words, string? style = null) => Paragraph(Run(words), style);

    public DocxFile Raw(string xml)
    {
        _body.Append(xml);
        return this;
    }

    public DocxFile Table(params string[][] rows)
    {
        _body.Append("<w:tbl>");
        foreach (var row in rows)
            _body.Append("<w:tr>").AppendJoin("", row.Select(cell => $"<w:tc><w:p>{Run(cell)}</w:p></w:tc>")).Append("</w:tr>");
        _body.Append("</w:tbl>");
        return this;
    }

    public static string Run(string words, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{SecurityElement.Escape(words)}</w:t></w:r>";

    public string Link(string words, string address)
    {
        _links.Add(address);
        return $"<w:hyperlink r:id=\"rId{_links.Count}\">{Run(words)}</w:hyperlink>";
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Write(zip, "word/document.xml", $"{Prolog}<w:document {Namespaces}><w:body>{_body}</w:body></w:document>");
            Write(zip, "word/styles.xml", $"<w:styles {Namespaces}>{Style("Title", "Title")}{Style("Subtitle", "Subtitle")}{Style("Kop1", "heading 1")}{Style("Kop2", "heading 2")}{Style("Own", "Our heading", "Kop1")}</w:styles>");
            Write(zip, "word/numbering.xml", $"<w:numbering {Namespaces}>{List(0, "bullet")}{List(1, "decimal")}<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>");
            Write(zip, "word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + string.Concat(_links.Select((a, i) =>
                $"<Relationship Id=\"rId{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"{SecurityElement.Escape(a)}\" TargetMode=\"External\"/>")) + "</Relationships>");
        }

        return stream.ToArray();
    }

    private static string Style(string id, string name, string? basedOn = null) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{(basedOn is null ? "" : $"<w:basedOn w:val=\"{basedOn}\"/>")}</w:style>";

    private static string List(int id, string format) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"{format}\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>";

    private static void Write(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        // The same document is the same bytes, whenever it is made.
        entry.LastWriteTime = new DateTimeOffset(2014, 6, 13, 0, 0, 0, TimeSpan.Zero);
        using var writer = new StreamWriter(entry.Open());
        writer.Write(text);
    }
}
