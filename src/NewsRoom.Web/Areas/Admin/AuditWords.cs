using System.Text.Json;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>The details of an audit entry in words.</summary>
public static class AuditWords
{
    /// <summary>"version 3, embargo no"; empty for none.</summary>
    public static string Of(string? details)
    {
        if (details is null)
            return "";
        using var json = JsonDocument.Parse(details);
        return string.Join(", ", json.RootElement.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => $"{Spaced(p.Name)} {Text(p.Value)}"));
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join(" + ", value.EnumerateArray().Select(Text)),
        _ => value.ToString(),
    };

    /// <summary>"publishAt" as "publish at".</summary>
    private static string Spaced(string name) => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}
