using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using NewsRoom.Core.Data;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Areas.Admin;

/// <summary>
/// A table of releases as CSV, out and in. What a spreadsheet would take for a formula is written with an apostrophe before it, and read back without; separators between the values of one field
/// are semicolons or bars.
/// </summary>
public static class BulkTable
{
    public const int MaxBytes = 250_000;

    public static readonly IReadOnlyList<string> Columns = ["id", "version", "slug", "headline", "state", "date", "themes", "contacts", "language", "publish at"];

    /// <summary>What came of reading a table.</summary>
    /// <param name="Problems">Lines that name no release, or a file that is no table.</param>
    public sealed record Reading(IReadOnlyDictionary<int, BulkRow> Rows, IReadOnlyList<string> Problems);

    /// <summary>Reads the lines and finds their releases, themes and contacts by the addresses they are known by. A column that is not there stays as it is.</summary>
    public static async Task<Reading> ReadAsync(NewsRoomDbContext db, byte[] bytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        List<Dictionary<string, string>> lines;
        try
        {
            lines = Lines(bytes);
        }
        catch (CsvFormatException error)
        {
            return new(new Dictionary<int, BulkRow>(), [$"This is no table that can be read: line {error.LineNumber} is malformed. Save it as CSV in UTF-8."]);
        }

        if (lines.Count == 0 || !(lines[0].ContainsKey("id") || lines[0].ContainsKey("slug")))
            return new(new Dictionary<int, BulkRow>(), ["The table needs a first line with the names of its columns, “id” or “slug” among them, and at least one line more."]);
        var themes = await db.Themes.ToDictionaryAsync(t => t.Slug, t => t.Id, StringComparer.OrdinalIgnoreCase, cancellationToken);
        var contacts = await db.Contacts.Where(c => c.MergedIntoId == null).ToDictionaryAsync(c => c.Slug, c => c.Id, StringComparer.OrdinalIgnoreCase, cancellationToken);
        var rows = new Dictionary<int, BulkRow>();
        var problems = new List<string>();
        foreach (var (line, number) in lines.Select((l, i) => (l, i + 2)))
        {
            if (rows.Count >= BulkStore.MaxReleases)
            {
                problems.Add($"Only the first {BulkStore.MaxReleases} releases are taken; line {number} and what follows is left out.");
                break;
            }

            if (await ReleaseAsync(db, line, cancellationToken) is not { } id)
                problems.Add($"Line {number} names no release.");
            else if (!rows.TryAdd(id, Row(line, themes, contacts)))
                problems.Add($"Line {number} names a release that stands above already; the first line counts.");
        }

        return new(rows, problems);
    }

    private static List<Dictionary<string, string>> Lines(byte[] bytes)
    {
        using var csv = CsvReader.Create(bytes, CsvReaderOptions.Default);
        var lines = new List<Dictionary<string, string>>();
        string[]? names = null;
        while (csv.Read() && lines.Count <= BulkStore.MaxReleases + 100)
        {
            names ??= [.. csv.Headers.Select(h => h.Trim().ToLowerInvariant())];
            var line = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < Math.Min(names.Length, csv.FieldCount); i++)
                line[names[i]] = Plain(csv.GetString(i));
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>Without the apostrophe that the way out puts before what looks like a formula.</summary>
    private static string Plain(string field) => field.Length > 1 && field[0] == '\'' && field[1] is '=' or '+' or '-' or '@' or '\t' or '\r' ? field[1..] : field.Trim();

    private static async Task<int?> ReleaseAsync(NewsRoomDbContext db, Dictionary<string, string> line, CancellationToken cancellationToken)
    {
        if (line.GetValueOrDefault("id") is { Length: > 0 } text)
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await db.Releases.AnyAsync(r => r.Id == id, cancellationToken) ? id : null;
        return line.GetValueOrDefault("slug") is { Length: > 0 } slug ? await db.Releases.Where(r => r.Slug == slug).Select(r => (int?)r.Id).FirstOrDefaultAsync(cancellationToken) : null;
    }

    private static BulkRow Row(Dictionary<string, string> line, Dictionary<string, int> themes, Dictionary<string, int> contacts)
    {
        var unknown = new List<string>();
        var themeIds = Ids("themes", themes, "theme");
        var contactIds = Ids("contacts", contacts, "contact");
        ReleaseDate? date = null;
        if (line.TryGetValue("date", out var written))
        {
            if (ReleaseDate.TryParse(written, out var read))
                date = read;
            else
                unknown.Add($"“{written}” is no date; write 2014, 2014-06 or 2014-06-13.");
        }

        int? version = int.TryParse(line.GetValueOrDefault("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new(themeIds, contactIds, date, version, unknown.Count == 0 ? null : string.Join(" ", unknown));

        List<int>? Ids(string column, Dictionary<string, int> known, string thing)
        {
            if (!line.TryGetValue(column, out var text))
                return null;
            var ids = new List<int>();
            foreach (var slug in text.Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (known.TryGetValue(slug, out var id))
                    ids.Add(id);
                else
                    unknown.Add($"There is no {thing} “{slug}”.");
            }

            return ids;
        }
    }
}
