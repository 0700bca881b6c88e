using System.Text.Json;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Releases;

namespace NewsRoom.Benchmarks.Accuracy;

/// <summary>Reads what <c>newsroom import --report json</c> wrote back into plans, so that a saved run can be measured again.</summary>
internal static class ReportReader
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ImportPlan> Read(string path)
    {
        var report = JsonSerializer.Deserialize<Report>(File.ReadAllText(path), Camel) ?? throw new InvalidDataException($"{path} holds no report");
        return [.. report.Documents.Select(Plan)];
    }

    private static ImportPlan Plan(Document document) => new(
        new SourceDocument(Path.GetFileName(document.File), default, document.Sha256 ?? "", document.Encoding ?? "", []),
        document.Status switch { "refused" => PlanStatus.Refused, "empty" => PlanStatus.Empty, _ => PlanStatus.Planned },
        document.Message,
        [],
        [.. document.Releases.Select(Draft)]);

    private static ReleaseDraft Draft(Release release) => new()
    {
        Index = release.Index,
        StartLine = release.StartLine,
        EndLine = release.EndLine,
        Cut = new(release.Cut?.Confidence ?? 1, release.Cut?.Cues ?? []),
        Language = release.Language ?? "",
        Headline = release.Title ?? "",
        HeadlineBasis = default,
        Date = Date(release.Date),
        Body = "",
        Contacts = [.. release.Contacts.Select(Contact)],
        Themes = [.. release.Themes.Select(slug => new FoundTheme(slug, 1, []))],
        Gaps = [.. release.Gaps.Select(gap => new FoundGap(Kind(gap.Kind), gap.Line, gap.Text ?? "", ""))],
        Fingerprint = new Fingerprint("", new byte[64]),
        DuplicateOf = release.DuplicateOf,
    };

    private static ReleaseDate Date(ReportDate? date) => ReleaseDate.TryParse(date?.Value, out var read)
        ? read with { Evidence = date?.Evidence }
        : throw new InvalidDataException($"'{date?.Value}' in the report is not a date");

    private static FoundContact Contact(ReportContact contact)
    {
        var phone = contact.Phone is null && contact.PhoneE164 is null ? default(PhoneNumber?) : new PhoneNumber(contact.Phone ?? "", contact.PhoneE164);
        var other = contact.Phones is [var second, ..] ? new PhoneNumber(second.Raw ?? "", second.E164) : default(PhoneNumber?);
        return new(contact.Name ?? "", contact.Role, contact.Office, phone, other, contact.Email, contact.Line);
    }

    private static GapKind Kind(string kind) => kind switch
    {
        "missing-email" => GapKind.MissingEmail,
        "missing-link" => GapKind.MissingLink,
        "missing-url" => GapKind.MissingUrl,
        _ => throw new InvalidDataException($"'{kind}' in the report is not a kind of gap"),
    };

    private sealed record Report(IReadOnlyList<Document> Documents);

    private sealed record Document(string File, string? Sha256, string? Encoding, string? Status, string? Message, IReadOnlyList<Release> Releases);

    private sealed record Release(int Index, int StartLine, int EndLine, string? Title, string? Language, ReportCut? Cut, ReportDate? Date, DuplicateReference? DuplicateOf)
    {
        public IReadOnlyList<ReportContact> Contacts { get; init; } = [];

        public IReadOnlyList<string> Themes { get; init; } = [];

        public IReadOnlyList<ReportGap> Gaps { get; init; } = [];
    }

    private sealed record ReportCut(double Confidence, IReadOnlyList<string>? Cues);

    private sealed record ReportDate(string? Value, string? Evidence);

    private sealed record ReportContact(string? Name, string? Role, string? Office, string? Phone, string? PhoneE164, string? Email, int Line, IReadOnlyList<ReportPhone>? Phones);

    private sealed record ReportPhone(string? Raw, string? E164);

    private sealed record ReportGap(string Kind, int Line, string? Text);
}
