using System.Globalization;
using System.Text;

namespace NewsRoom.Core.Rendering.Downloads;

/// <summary>A release as plain text: the words alone, a blank line between parts. Links stand behind their words.</summary>
public static class PlainTextFile
{
    public static string Write(ReleaseDocument document, DocumentLabels labels)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(labels);
        var parts = new List<string> { document.Headline, document.DatedLine };
        if (document.Standfirst is not null)
            parts.Add(document.Standfirst);
        parts.AddRange(Notes(document, isAtTop: true));
        parts.Add(Blocks(document.Body, "\n\n"));
        parts.AddRange(Notes(document, isAtTop: false));
        parts.AddRange(document.Closing);
        if (document.Contacts.Count > 0)
            parts.Add(labels.Contact + "\n" + string.Join("\n\n", document.Contacts.Select(Contact)));
        if (document.Attachments.Count > 0)
            parts.Add(labels.Attachments + "\n" + string.Join('\n', document.Attachments.Select(a => $"{a.Title} <{a.Address.AbsoluteUri}>")));
        if (document.ReuseTerms is not null)
            parts.Add(labels.Reuse + "\n" + document.ReuseTerms);
        parts.Add($"{labels.Published}\n{document.Organisation} <{document.Address.AbsoluteUri}>");
        return string.Join("\n\n", parts.Where(p => p.Length > 0)) + "\n";
    }

    internal static IEnumerable<string> Notes(ReleaseDocument document, bool isAtTop) =>
        document.Notes.Where(n => n.IsAtTop == isAtTop).Select(n => $"{n.Label}, {n.Day}: {n.Text}");

    internal static IEnumerable<string> ContactLines(DocumentContact contact) =>
        ((string?[])[contact.Name, contact.Role, contact.Office, .. contact.Phones, contact.Email, contact.Warning]).OfType<string>();

    private static string Contact(DocumentContact contact) => string.Join('\n', ContactLines(contact));

    private static string Blocks(IEnumerable<DocumentBlock> blocks, string separator) => string.Join(separator, blocks.Select(Block).Where(text => text.Length > 0));

    private static string Block(DocumentBlock block) => block switch
    {
        DocumentBlock.Paragraph paragraph => Words(paragraph.Runs),
        DocumentBlock.Heading heading => Words(heading.Runs),
        DocumentBlock.List list => List(list),
        DocumentBlock.Table table => string.Join('\n', table.Rows.Select(row => string.Join(" | ", row.Select(Words)))),
        DocumentBlock.Quote quote => Indent(Blocks(quote.Blocks, "\n\n"), "> "),
        DocumentBlock.Code code => code.Text,
        _ => "",
    };

    private static string List(DocumentBlock.List list) => string.Join('\n', list.Items.Select((item, i) =>
    {
        var mark = list.Start is { } start ? string.Create(CultureInfo.InvariantCulture, $"{start + i}. ") : "- ";
        return mark + Blocks(item, "\n").Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);
    }));

    private static string Indent(string text, string mark) => mark + text.Replace("\n", "\n" + mark, StringComparison.Ordinal);

    private static string Words(IReadOnlyList<DocumentRun> runs)
    {
        var text = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            text.Append(runs[i].Text);
            // One link may be several runs: its address follows the last of them, unless the words say it already.
            if (runs[i].Link is { } link && (i + 1 == runs.Count || runs[i + 1].Link != link) && !SaysItself(runs[i].Text, link))
                text.Append(" <").Append(link).Append('>');
        }

        return text.ToString().Trim();
    }

    private static bool SaysItself(string words, string link) =>
        link.EndsWith(words.Trim(), StringComparison.OrdinalIgnoreCase) && words.Length > 3 || words.Trim() + "/" == link;
}
