using System.Globalization;
using System.Xml;

namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>What the styles, lists and links of a .docx mean.</summary>
internal sealed class DocxStyles
{
    /// <summary>How far a style may stand on others.</summary>
    private const int MaxDepth = 12;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, int Level), bool> _numbered = [];
    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    private sealed record Style(string Name, string? BasedOn, int? Outline, string? List, int ListLevel);

    public static DocxStyles Read(DocxPackage package)
    {
        var styles = new DocxStyles();
        using (var reader = package.Part("styles.xml"))
            styles.ReadStyles(reader);
        using (var reader = package.Part("numbering.xml"))
            styles.ReadLists(reader);
        using (var reader = package.Relations())
            styles.ReadLinks(reader);
        return styles;
    }

    /// <summary>The address of a link by its relation; null when it leads nowhere outside.</summary>
    public string? Link(string? id) => id is null ? null : _links.GetValueOrDefault(id);

    /// <summary>0 for the title, 1 to 6 for a heading, null for anything else.</summary>
    public int? Heading(string? style)
    {
        for (var depth = 0; style is not null && depth < MaxDepth; depth++)
        {
            var known = _styles.GetValueOrDefault(style);
            // A file without a part for its styles still calls them by the names that Word gives them.
            var name = known?.Name ?? style;
            if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
                return 0;
            if (name.StartsWith("heading", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(7).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 6)
                return level;
            if (known?.Outline is { } outline)
                return outline + 1;
            style = known?.BasedOn;
        }

        return null;
    }

    public bool IsSubtitle(string? style) => style is not null && (_styles.GetValueOrDefault(style)?.Name ?? style).Equals("subtitle", StringComparison.OrdinalIgnoreCase);

    /// <summary>The list that a style puts its paragraphs in; null when it makes none.</summary>
    public (string List, int Level)? ListOf(string? style)
    {
        for (var depth = 0; style is not null && depth < MaxDepth; depth++)
        {
            var known = _styles.GetValueOrDefault(style);
            if (known?.List is { } list)
                return (list, known.ListLevel);
            var name = known?.Name ?? style;
            if (name.StartsWith("List Bullet", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ListBullet", StringComparison.OrdinalIgnoreCase))
                return ("", 0);
            style = known?.BasedOn;
        }

        return null;
    }

    /// <summary>Whether a level of a list counts ("1.", "a)"); a list that is not described has bullets.</summary>
    public bool IsNumbered(string list, int level) => _lists.TryGetValue(list, out var definition) && _numbered.GetValueOrDefault((definition, level));

    private void ReadStyles(XmlReader? reader)
    {
        string? id = null;
        var style = new Style("", null, null, null, 0);
        while (reader?.Read() == true)
        {
            if (!DocxBody.IsWord(reader))
                continue;
            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "style" } && id is not null)
                _styles[id] = style;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            var value = DocxBody.Attribute(reader, "val");
            switch (reader.LocalName)
            {
                case "style":
                    id = DocxBody.Attribute(reader, "type") is null or "paragraph" ? DocxBody.Attribute(reader, "styleId") : null;
                    style = new(id ?? "", null, null, null, 0);
                    break;
                case "name":
                    style = style with { Name = value ?? style.Name };
                    break;
                case "basedOn":
                    style = style with { BasedOn = value };
                    break;
                case "outlineLvl":
                    style = style with { Outline = Number(value) is >= 0 and <= 5 and var outline ? outline : null };
                    break;
                case "numId":
                    style = style with { List = value == "0" ? null : value };
                    break;
                case "ilvl":
                    style = style with { ListLevel = Number(value) ?? 0 };
                    break;
            }
        }
    }

    private void ReadLists(XmlReader? reader)
    {
        string? definition = null, list = null;
        var level = 0;
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element || !DocxBody.IsWord(reader))
                continue;
            switch (reader.LocalName)
            {
                case "abstractNum":
                    definition = DocxBody.Attribute(reader, "abstractNumId");
                    break;
                case "lvl":
                    level = Number(DocxBody.Attribute(reader, "ilvl")) ?? 0;
                    break;
                case "numFmt" when definition is not null:
                    _numbered[(definition, level)] = DocxBody.Attribute(reader, "val") is not ("bullet" or "none" or null);
                    break;
                case "num":
                    (list, definition) = (DocxBody.Attribute(reader, "numId"), null);
                    break;
                case "abstractNumId" when list is not null && DocxBody.Attribute(reader, "val") is { } of:
                    _lists[list] = of;
                    break;
            }
        }
    }

    private void ReadLinks(XmlReader? reader)
    {
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target
                && reader.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) == true && reader.GetAttribute("TargetMode") == "External")
                _links[id] = target;
        }
    }

    internal static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
