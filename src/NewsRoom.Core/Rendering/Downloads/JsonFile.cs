using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace NewsRoom.Core.Rendering.Downloads;

/// <summary>A release as JSON, for programs: the words of the text in the order of the page, as parts and as Markdown.</summary>
public static class JsonFile
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(ReleaseDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
            Write(json, document);
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ReleaseDocument document)
    {
        json.WriteStartObject();
        json.WriteString("url", document.Address.AbsoluteUri);
        json.WriteString("language", document.Language);
        json.WriteString("headline", document.Headline);
        Optional(json, "dateline", document.Dateline);
        Optional(json, "date", document.DateIso);
        json.WriteString("dateText", document.DateText);
        if (document.Changed is { } changed)
            json.WriteString("updated", changed.ToUniversalTime());
        Optional(json, "standfirst", document.Standfirst);
        Each(json, "notes", document.Notes, note =>
        {
            json.WriteString("kind", note.Label);
            json.WriteString("day", note.Day);
            json.WriteString("text", note.Text);
        });
        json.WriteStartArray("body");
        Blocks(json, document.Body);
        json.WriteEndArray();
        json.WriteString("markdown", document.Markdown);
        Strings(json, "boilerplate", document.Closing);
        Each(json, "quotations", document.Quotations, quotation =>
        {
            json.WriteString("text", quotation.Text);
            Optional(json, "speaker", quotation.Speaker);
            json.WriteString("url", quotation.Address.AbsoluteUri);
        });
        Each(json, "themes", document.Themes, theme =>
        {
            json.WriteString("slug", theme.Slug);
            json.WriteString("name", theme.Name);
        });
        Each(json, "contacts", document.Contacts, contact =>
        {
            json.WriteString("name", contact.Name);
            Optional(json, "role", contact.Role);
            Optional(json, "office", contact.Office);
            Strings(json, "phones", contact.Phones);
            Optional(json, "email", contact.Email);
            Optional(json, "warning", contact.Warning);
        });
        Each(json, "attachments", document.Attachments, attachment =>
        {
            json.WriteString("title", attachment.Title);
            json.WriteString("url", attachment.Address.AbsoluteUri);
        });
        Each(json, "sources", document.Sources, source =>
        {
            json.WriteString("file", source.File);
            json.WriteNumber("startLine", source.StartLine);
            json.WriteNumber("endLine", source.EndLine);
        });
        json.WriteString("organisation", document.Organisation);
        Optional(json, "reuse", document.ReuseTerms);
        json.WriteEndObject();
    }

    private static void Blocks(Utf8JsonWriter json, IEnumerable<DocumentBlock> blocks)
    {
        foreach (var block in blocks)
        {
            json.WriteStartObject();
            Block(json, block);
            json.WriteEndObject();
        }
    }

    private static void Block(Utf8JsonWriter json, DocumentBlock block)
    {
        switch (block)
        {
            case DocumentBlock.Paragraph paragraph:
                json.WriteString("type", "paragraph");
                Runs(json, "text", paragraph.Runs);
                break;
            case DocumentBlock.Heading heading:
                json.WriteString("type", "heading");
                json.WriteNumber("level", heading.Level);
                Runs(json, "text", heading.Runs);
                break;
            case DocumentBlock.List list:
                json.WriteString("type", list.Start is null ? "bullets" : "numbers");
                if (list.Start is { } start)
                    json.WriteNumber("start", start);
                json.WriteStartArray("items");
                foreach (var item in list.Items)
                {
                    json.WriteStartArray();
                    Blocks(json, item);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                break;
            case DocumentBlock.Table table:
                json.WriteString("type", "table");
                json.WriteStartArray("rows");
                foreach (var row in table.Rows)
                {
                    json.WriteStartArray();
                    foreach (var cell in row)
                        json.WriteStringValue(string.Concat(cell.Select(r => r.Text)));
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                break;
            case DocumentBlock.Quote quote:
                json.WriteString("type", "quote");
                json.WriteStartArray("blocks");
                Blocks(json, quote.Blocks);
                json.WriteEndArray();
                break;
            case DocumentBlock.Code code:
                json.WriteString("type", "code");
                json.WriteString("text", code.Text);
                break;
            default:
                json.WriteString("type", "rule");
                break;
        }
    }

    /// <summary>The words in one string, and where some of them lead.</summary>
    private static void Runs(Utf8JsonWriter json, string name, IReadOnlyList<DocumentRun> runs)
    {
        json.WriteString(name, string.Concat(runs.Select(r => r.Text)));
        var links = runs.Where(r => r.Link is not null).ToList();
        if (links.Count == 0)
            return;
        json.WriteStartArray("links");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("words", link.Text);
            json.WriteString("url", link.Link);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
