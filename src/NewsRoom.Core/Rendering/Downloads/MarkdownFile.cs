using System.Globalization;
using System.Text;

namespace NewsRoom.Core.Rendering.Downloads;

/// <summary>A release as Markdown under a front matter: what the import reads back.</summary>
public static class MarkdownFile
{
    public static string Write(ReleaseDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder("---\n");
        Field(text, "title", document.Headline);
        Field(text, "date", document.DateIso);
        Field(text, "dateline", document.Dateline);
        Field(text, "standfirst", document.Standfirst);
        Field(text, "language", document.Language);
        text.Append("themes: [").AppendJoin(", ", document.Themes.Select(t => t.Slug)).Append("]\n");
        if (document.Contacts.Count > 0)
        {
            text.Append("contacts:\n");
            foreach (var contact in document.Contacts)
                Contact(text, contact);
        }

        if (document.Sources.Count > 0)
        {
            text.Append("sources:\n");
            foreach (var (file, start, end) in document.Sources)
            {
                text.Append("  - file: ").Append(Quoted(file)).Append('\n');
                text.Append(CultureInfo.InvariantCulture, $"    lines: {start}-{end}\n");
            }
        }

        if (document.Closing.Count > 0)
            Field(text, "boilerplate", string.Join("\n\n", document.Closing));
        Notes(text, document.Notes);
        Field(text, "reuse", document.ReuseTerms);
        Field(text, "source_url", document.Address.AbsoluteUri);
        return text.Append("---\n").Append(document.Markdown.TrimEnd()).Append('\n').ToString();
    }

    private static void Contact(StringBuilder text, DocumentContact contact)
    {
        text.Append("  - name: ").Append(Quoted(contact.Name)).Append('\n');
        Field(text, "    role", contact.Role);
        Field(text, "    office", contact.Office);
        Field(text, "    phone", contact.Phones.ElementAtOrDefault(0));
        Field(text, "    other_phone", contact.Phones.ElementAtOrDefault(1));
        Field(text, "    email", contact.Email);
    }

    private static void Notes(StringBuilder text, IReadOnlyList<DocumentNote> notes)
    {
        if (notes.Count == 0)
            return;
        text.Append("notes:\n");
        foreach (var note in notes)
            text.Append("  - ").Append(Quoted($"{note.Label}, {note.Day}: {note.Text}")).Append('\n');
    }

    private static void Field(StringBuilder text, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            text.Append(key).Append(": ").Append(Quoted(value)).Append('\n');
    }

    /// <summary>A double-quoted scalar (YAML 1.2, 7.3.1): nothing in it can be taken for anything but text.</summary>
    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
