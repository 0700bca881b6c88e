using System.Collections;
using System.Globalization;
using NewsRoom.Core.Ingestion.Segmentation;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace NewsRoom.Core.Ingestion.Reading;

/// <summary>The YAML block at the top of a Markdown file, as Hugo, Jekyll and the newsroom's own export write it.</summary>
/// <param name="Lines">How many lines it takes, its fences included.</param>
/// <param name="Values">Its values by lower-case key.</param>
internal sealed record FrontMatter(int Lines, IReadOnlyDictionary<string, object?> Values)
{
    private const int MaxLines = 200;

    /// <summary>Keys that date a release, the surest first.</summary>
    public static readonly string[] DateKeys = ["date", "published", "publishdate", "release_date", "pubdate"];

    private const int MaxLength = 64 * 1024;

    /// <summary>Lists within lists; the deserializer calls itself for each, and a stack has an end.</summary>
    private const int MaxDepth = 12;

    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    /// <summary>Reads the block; null when the document has none, or one that is no YAML mapping.</summary>
    public static FrontMatter? Read(IReadOnlyList<SourceLine> lines)
    {
        if (lines.Count < 3 || lines[0].Text.TrimEnd() != "---")
            return null;
        var end = 1;
        while (end < lines.Count && end < MaxLines && lines[end].Text.TrimEnd() is not ("---" or "..."))
            end++;
        if (end >= lines.Count || end >= MaxLines)
            return null;
        var text = string.Join('\n', lines.Skip(1).Take(end - 1).Select(l => l.Text));
        try
        {
            if (text.Length > MaxLength || !IsFlat(text))
                return null;
            var map = Yaml.Deserialize<Dictionary<object, object?>?>(text);
            return map is null ? null : new(end + 1, map.Where(p => p.Key is string).GroupBy(p => ((string)p.Key).ToLowerInvariant()).ToDictionary(g => g.Key, g => g.First().Value));
        }
        // The parser gives up on some texts ("... and so on") with exceptions of its inside.
        catch (Exception error) when (error is YamlException or InvalidOperationException or ArgumentException)
        {
            // Not a front matter after all: the lines are text like any other.
            return null;
        }
    }

    private static bool IsFlat(string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current?.NestingIncrease ?? 0;
            if (depth > MaxDepth)
                return false;
        }

        return true;
    }

    public string? Text(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Values.GetValueOrDefault(key) is string { Length: > 0 } text)
                return text.Trim();
        }

        return null;
    }

    /// <summary>The day of a value such as "2017-04-04T16:33:00Z" or "4 April 2017"; null when it names none in full.</summary>
    /// <param name="monthFirst">Whether "06/12/2014" is 12 June.</param>
    public DateOnly? Day(bool monthFirst, params ReadOnlySpan<string> keys)
    {
        if (Text(keys) is not { } text)
            return null;
        if (text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        return text.Length <= 100 ? DateScanner.Scan(text, Words.Of(text), monthFirst).Find(d => d.IsFull).Value : null;
    }

    /// <summary>The language as two small letters; null when none is written.</summary>
    public string? Language()
    {
        var written = Text("lang", "language", "locale")?.Split('-', '_')[0].ToLowerInvariant();
        return written is { Length: 2 } && written.All(char.IsAsciiLetterLower) ? written : null;
    }

    public IReadOnlyList<string> List(params ReadOnlySpan<string> keys)
    {
        var found = new List<string>();
        foreach (var key in keys)
        {
            if (Values.GetValueOrDefault(key) is string single)
                found.AddRange(single.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            else if (Values.GetValueOrDefault(key) is IEnumerable items)
                found.AddRange(items.OfType<string>());
        }

        return found;
    }

    /// <summary>Mappings under a key: contacts.</summary>
    public IReadOnlyList<Dictionary<string, string>> Maps(string key)
    {
        var found = new List<Dictionary<string, string>>();
        var value = Values.GetValueOrDefault(key);
        foreach (var item in value is IDictionary ? [value] : value is IEnumerable items and not string ? items.Cast<object?>() : [])
        {
            if (item is IDictionary map)
                found.Add(map.Keys.OfType<string>().Where(k => map[k] is string).ToDictionary(k => k.ToLowerInvariant(), k => (string)map[k]!));
        }

        return found;
    }
}
