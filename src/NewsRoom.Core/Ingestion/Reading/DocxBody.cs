using System.Xml;

namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>Reads the text of a .docx in one pass: a line a paragraph, a break within one, or a row of a table.</summary>
/// <remarks>What was deleted under tracked changes is left out, what was inserted is in. Nothing here calls itself, so that nesting costs no stack.</remarks>
internal sealed partial class DocxBody(DocxStyles styles, int maxLines)
{
    /// <summary>Elements within elements; a document of Word's has some dozens.</summary>
    private const int MaxDepth = 256;

    private readonly List<SourceLine> _lines = [];
    private readonly Stack<Paragraph> _open = new();
    private readonly Stack<List<List<DocxLine>>> _rows = new();
    private readonly Dictionary<(string List, int Level), int> _counters = [];
    private readonly List<(int Depth, string? Link)> _links = [];
    private readonly List<string> _instructions = [];
    private int _fieldDepth;
    private string? _fieldLink;
    private int _blanks;
    private Kind _last = Kind.None;

    private enum Kind
    {
        None,
        Block,
        Item,
        Row,
    }

    /// <summary>A paragraph being read.</summary>
    private sealed class Paragraph
    {
        public string? Style { get; set; }

        public string? List { get; set; }

        public int Level { get; set; }

        public bool Bold { get; set; }

        public bool Italic { get; set; }

        public List<DocxLine> Lines { get; } = [new()];
    }

    public List<SourceLine> Read(XmlReader reader)
    {
        var more = reader.Read();
        while (more)
        {
            if (reader.Depth > MaxDepth)
                throw new InvalidDataException("Nested too deeply.");
            // A skip moves on by itself.
            more = IsSkipped(reader) ? Skip(reader) : Take(reader) && reader.Read();
        }

        return _lines;
    }

    public static bool IsWord(XmlReader reader) => reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal);

    /// <summary>An attribute by its local name, whichever of the format's namespaces it is in.</summary>
    public static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        for (var more = reader.MoveToFirstAttribute(); more && value is null; more = reader.MoveToNextAttribute())
            value = reader.LocalName == name ? reader.Value : null;
        reader.MoveToElement();
        return value;
    }

    /// <summary>Deleted words, the old look of changed ones, and the copy of a text box for old programs.</summary>
    private static bool IsSkipped(XmlReader reader) =>
        reader.NodeType == XmlNodeType.Element && reader.LocalName is "del" or "moveFrom" or "rPrChange" or "pPrChange" or "Fallback" && (IsWord(reader) || reader.LocalName == "Fallback");

    private static bool Skip(XmlReader reader)
    {
        reader.Skip();
        return !reader.EOF;
    }

    private bool Take(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.Element && IsWord(reader))
        {
            var empty = reader.IsEmptyElement;
            Begin(reader);
            if (empty)
                End(reader.LocalName, reader.Depth);
        }
        else if (reader.NodeType == XmlNodeType.EndElement && IsWord(reader))
        {
            End(reader.LocalName, reader.Depth);
        }
        else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && _inText)
        {
            Append(reader.Value);
        }
        else if (reader.NodeType == XmlNodeType.Text && _inInstruction && _instructions.Count > 0)
        {
            _instructions[^1] += reader.Value.Length + _instructions[^1].Length <= 4000 ? reader.Value : "";
        }

        return true;
    }

    private bool _inText;
    private bool _inInstruction;
    private bool _inProperties;

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p":
                _open.Push(new());
                break;
            case "tbl":
                _rows.Push([]);
                break;
            case "tr" when _rows.Count == 1:
                _rows.Peek().Clear();
                break;
            case "tc" when _rows.Count == 1:
                _rows.Peek().Add([]);
                break;
            case "t":
                _inText = true;
                break;
            case "instrText":
                _inInstruction = true;
                break;
            case "r":
                (Current.Bold, Current.Italic) = (false, false);
                break;
            case "tab" when !_inProperties:
                Append(" ");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "br" or "cr" when !Current.Lines[^1].IsEmpty:
                Current.Lines.Add(new());
                break;
            case "hyperlink":
                _links.Add((reader.Depth, styles.Link(Attribute(reader, "id"))));
                break;
            case "fldSimple":
                _links.Add((reader.Depth, LinkOf(Attribute(reader, "instr"))));
                break;
            case "fldChar":
                Field(Attribute(reader, "fldCharType"));
                break;
            default:
                Property(reader);
                break;
        }
    }

    private void Property(XmlReader reader)
    {
        var paragraph = Current;
        switch (reader.LocalName)
        {
            case "pPr":
                _inProperties = true;
                break;
            case "pStyle":
                paragraph.Style = Attribute(reader, "val");
                break;
            case "numId":
                paragraph.List = Attribute(reader, "val") ?? paragraph.List;
                break;
            case "ilvl":
                paragraph.Level = Math.Clamp(DocxStyles.Number(Attribute(reader, "val")) ?? 0, 0, 8);
                break;
            case "b" when !_inProperties:
                paragraph.Bold = IsOn(reader);
                break;
            case "i" when !_inProperties:
                paragraph.Italic = IsOn(reader);
                break;
        }
    }

    private static bool IsOn(XmlReader reader) => Attribute(reader, "val") is not ("0" or "false" or "off");

    private Paragraph Current
    {
        get
        {
            if (_open.Count == 0)
                _open.Push(new());
            return _open.Peek();
        }
    }

    private void End(string name, int depth)
    {
        switch (name)
        {
            case "p":
                Finish(_open.Count > 0 ? _open.Pop() : new());
                break;
            case "tr" when _rows.Count == 1:
                FinishRow(_rows.Peek());
                break;
            case "tbl" when _rows.Count > 0:
                _rows.Pop();
                _last = _last == Kind.Row ? Kind.Block : _last;
                break;
            case "t":
                _inText = false;
                break;
            case "instrText":
                _inInstruction = false;
                break;
            case "pPr":
                _inProperties = false;
                break;
            case "hyperlink" or "fldSimple" when _links.Count > 0 && _links[^1].Depth == depth:
                _links.RemoveAt(_links.Count - 1);
                break;
        }
    }

    private void Append(string words) => Current.Lines[^1].Append(words, Current.Bold, Current.Italic, _links.Count > 0 ? _links[^1].Link : _fieldLink);

    /// <summary>A field begins with an instruction and, behind a separator, shows what came of it: HYPERLINK "…".</summary>
    private void Field(string? type)
    {
        if (type == "begin")
        {
            _fieldDepth++;
            if (_instructions.Count < MaxDepth)
                _instructions.Add("");
        }
        else if (type == "separate" && _instructions.Count > 0)
        {
            _fieldLink = LinkOf(_instructions[^1]) ?? _fieldLink;
        }
        else if (type == "end" && _fieldDepth > 0)
        {
            _fieldDepth--;
            _instructions.RemoveRange(Math.Min(_fieldDepth, _instructions.Count), _instructions.Count - Math.Min(_fieldDepth, _instructions.Count));
            _fieldLink = _fieldDepth == 0 ? null : _fieldLink;
        }
    }

    private static string? LinkOf(string? instruction)
    {
        var text = instruction?.Trim();
        if (text is null || !text.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase) || text.Contains("\\l", StringComparison.Ordinal))
            return null;
        var open = text.IndexOf('"', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('"', open + 1);
        return close > open + 1 ? text[(open + 1)..close] : null;
    }
}
