using System.Text;
using System.Text.Json;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>The answer key of one document, as <c>*.gold.json</c> beside it holds it.</summary>
public sealed record GoldDocument(
    string File,
    string Shape,
    bool Hard,
    string? Encoding,
    IReadOnlyList<int>? NonReleaseLines,
    IReadOnlyList<GoldRelease> Releases)
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads every key of a folder, in the order of the file names.</summary>
    public static IReadOnlyList<GoldDocument> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.gold.json").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The lines of the document itself; the scorer never takes the importer's word for them.</summary>
    public IReadOnlyList<string> ReadLines(string folder)
    {
        var text = Codec().GetString(System.IO.File.ReadAllBytes(Path.Combine(folder, File)));
        var lines = text.Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static GoldDocument Read(string path) =>
        JsonSerializer.Deserialize<GoldDocument>(System.IO.File.ReadAllText(path), Snake)
        ?? throw new InvalidDataException($"{path} holds no answer key");

    private Encoding Codec() => Encoding switch
    {
        null or "utf-8" => System.Text.Encoding.UTF8,
        "utf-16" or "utf-16le" => System.Text.Encoding.Unicode,
        "utf-16be" => System.Text.Encoding.BigEndianUnicode,
        _ => CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!,
    };
}

public sealed record GoldRelease(
    int Index,
    int StartLine,
    int EndLine,
    string? Title,
    string Language,
    IReadOnlyList<GoldContact> Contacts,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> ThemesAcceptable,
    IReadOnlyList<string> ThemesTraps,
    GoldDate Date,
    IReadOnlyList<GoldGap> Gaps,
    IReadOnlyList<GoldGap> GapsAcceptable,
    GoldReference? DuplicateOf,
    IReadOnlyList<int>? StartLineOk,
    IReadOnlyList<int>? EndLineOk);

public sealed record GoldContact(
    string? Name,
    string? Office,
    string? Role,
    string? PhoneRaw,
    string? PhoneE164,
    IReadOnlyList<string?>? PhoneE164Acceptable,
    string? Email,
    bool Optional,
    IReadOnlyList<GoldPhone>? OtherPhones);

public sealed record GoldPhone(string Raw, string? E164);

public sealed record GoldDate(
    string? Value,
    string? NotBefore,
    string? NotAfter,
    IReadOnlyList<string?>? ValueAcceptable,
    IReadOnlyList<string>? Traps);

public sealed record GoldGap(string Kind, int Line, IReadOnlyList<string>? KindAcceptable);

public sealed record GoldReference(string File, int Index);
