using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsRoom.Core.Data;
using NewsRoom.Core.Ingestion.Reading;

namespace NewsRoom.Core.Redactions;

/// <summary>Replaces a phrase in what a database holds: plain text, JSON whose letters may be escaped, and the bytes of a document.</summary>
internal sealed class RedactedText(Phrase phrase, string replacement)
{
    private const int MaxPart = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text after the replacement; null when it stays as it is.</summary>
    public string? Of(string text)
    {
        if (AsJson(text) is { } json)
            return Replace(json) ? json.ToJsonString(Relaxed) : null;
        return phrase.IsIn(text) ? phrase.ReplaceIn(text, replacement) : null;
    }

    /// <summary>Every text in which the phrase stands: the value itself, or the strings of its JSON.</summary>
    public IEnumerable<string> Holding(string text) =>
        AsJson(text) is { } json ? Strings(json).Where(phrase.IsIn) : phrase.IsIn(text) ? [text] : [];

    /// <summary>
    /// The bytes of a document and their encoding after the replacement; null when it stays as it is. Lines keep their numbers. A Word document becomes its text alone: its parts
    /// (author, comments, earlier words) cannot be vouched for.
    /// </summary>
    public (byte[] Bytes, string Encoding)? Of(byte[] bytes, string encoding)
    {
        var lines = SourceText.Lines(bytes, encoding);
        if (encoding == DocxReader.Encoding)
            return lines.Any(phrase.IsIn) || Parts(bytes).Any(phrase.IsIn) ? (Encoding.UTF8.GetBytes(phrase.ReplaceIn(string.Join('\n', lines) + "\n", replacement)), "utf-8") : null;
        var written = SourceText.EncodingOf(encoding);
        var text = written.GetString(bytes);
        return phrase.IsIn(text) ? (written.GetBytes(phrase.ReplaceIn(text, replacement)), encoding) : null;
    }

    public IEnumerable<string> Holding(byte[] bytes, string encoding) => SourceText.Lines(bytes, encoding).Where(phrase.IsIn);

    private static JsonNode? AsJson(string text)
    {
        if (text.Length < 2 || (text[0], text[^1]) is not (('{', '}') or ('[', ']')))
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // Text that begins and ends with brackets.
            return null;
        }
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Strings(p.Value)),
        JsonArray a => a.SelectMany(Strings),
        JsonValue v when v.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private bool Replace(JsonNode node)
    {
        var changed = false;
        if (node is JsonObject o)
        {
            foreach (var name in o.Select(p => p.Key).ToList())
                changed |= Replace(o[name], value => o[name] = value);
        }
        else if (node is JsonArray a)
        {
            for (var i = 0; i < a.Count; i++)
            {
                var at = i;
                changed |= Replace(a[i], value => a[at] = value);
            }
        }

        return changed;
    }

    private bool Replace(JsonNode? value, Action<JsonNode> set)
    {
        if (value is not JsonValue v)
            return value is not null && Replace(value);
        if (!v.TryGetValue<string>(out var text) || !phrase.IsIn(text))
            return false;
        set(JsonValue.Create(phrase.ReplaceIn(text, replacement)));
        return true;
    }

    /// <summary>The words of every part of a package, without its tags.</summary>
    private static IEnumerable<string> Parts(byte[] bytes)
    {
        using var package = new ZipArchive(new MemoryStream(bytes, writable: false));
        foreach (var part in package.Entries.Where(e => e.Length is > 0 and <= MaxPart && e.Name.EndsWith("xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = new StreamReader(part.Open());
            yield return WithoutTags(reader.ReadToEnd());
        }
    }

    private static string WithoutTags(string xml)
    {
        var words = new StringBuilder(xml.Length);
        var inside = false;
        foreach (var c in xml)
        {
            if (c is '<' or '>')
                inside = c == '<';
            else if (!inside)
                words.Append(c);
        }

        return words.ToString();
    }
}
