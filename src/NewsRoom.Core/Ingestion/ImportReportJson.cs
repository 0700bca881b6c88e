using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsRoom.Core.Contacts;
using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

/// <summary>
/// Writes the import report as JSON (docs/import-format.md), a document at a time: a large archive is never held whole.
/// </summary>
public sealed class ImportReportJson : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TextWriter _output;
    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _writer;
    private int _releases;
    private int _duplicates;
    private int _gaps;
    private int _documents;
    private int _refused;

    /// <summary>Begins the report on <paramref name="output"/>, which stays open.</summary>
    public ImportReportJson(TextWriter output)
    {
        _output = output;
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _writer.WriteStartObject();
        _writer.WriteStartArray("documents");
    }

    public void Add(PlannedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var plan = document.Plan;
        _documents++;
        _refused += !document.AppliedBefore && plan.Status != PlanStatus.Planned ? 1 : 0;
        _releases += plan.Releases.Count;
        _duplicates += plan.Releases.Count(r => r.DuplicateOf is not null);
        _gaps += plan.Releases.Sum(r => r.Gaps.Count);
        JsonSerializer.Serialize(_writer, Shape(document), Options);
        Pass();
    }

    /// <summary>Ends the report with its totals.</summary>
    public void Finish()
    {
        _writer.WriteEndArray();
        _writer.WritePropertyName("totals");
        var totals = new { Documents = _documents, Releases = _releases, Distinct = _releases - _duplicates, Duplicates = _duplicates, Gaps = _gaps, Refused = _refused };
        JsonSerializer.Serialize(_writer, totals, Options);
        _writer.WriteEndObject();
        Pass();
        _output.WriteLine();
        _output.Flush();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _buffer.Dispose();
    }

    /// <summary>Hands on what is complete. A flush ends between two tokens, so no character is cut.</summary>
    private void Pass()
    {
        _writer.Flush();
        _output.Write(Encoding.UTF8.GetString(_buffer.GetBuffer(), 0, (int)_buffer.Length));
        _buffer.SetLength(0);
    }

    private static object Shape(PlannedDocument document)
    {
        var plan = document.Plan;
        var skipped = document.AppliedBefore && plan.Status != PlanStatus.Planned;
        return new
        {
            File = plan.Document.FileName,
            plan.Document.Sha256,
            plan.Document.Encoding,
            Lines = plan.Document.Lines.Count,
            Status = skipped ? "skipped" : Lower(plan.Status.ToString()),
            Message = document.AppliedBefore ? "This document was imported before: importing it again changes nothing." : plan.Message,
            NonRelease = plan.NonRelease.Select(p => new { p.StartLine, p.EndLine, p.Kind }),
            Releases = plan.Releases.Select(Shape),
        };
    }

    private static object Shape(ReleaseDraft draft) => new
    {
        draft.Index,
        draft.StartLine,
        draft.EndLine,
        draft.Language,
        Cut = new { draft.Cut.Confidence, draft.Cut.Cues },
        Title = draft.Headline,
        TitleBasis = Lower(draft.HeadlineBasis.ToString()),
        draft.Standfirst,
        draft.Dateline,
        draft.Boilerplate,
        Date = Shape(draft.Date),
        Contacts = draft.Contacts.Select(Shape),
        Themes = draft.Themes.Where(t => t.Score >= ImportApplier.TaggedFrom).Select(t => t.Slug),
        ThemeEvidence = draft.Themes.Select(t => new { t.Slug, t.Score, Phrases = t.Phrases.Select(p => new { p.Line, p.Text }) }),
        Quotes = draft.Quotes.Select(q => new { q.Speaker, q.StartLine, q.Text }),
        Gaps = draft.Gaps.Select(g => new { Kind = KindOf(g.Kind), g.Line, g.Text }),
        Embargo = draft.Embargo is { } e ? new { e.Text, e.Line, Until = e.Until?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) } : null,
        DuplicateOf = draft.DuplicateOf is { } d ? new { d.File, d.Index } : null,
        draft.ExistingReleaseId,
        draft.Unsure,
    };

    private static object Shape(ReleaseDate date) => new
    {
        Value = date.ToIso(),
        Precision = Lower(date.Precision.ToString()),
        NotBefore = Day(date.NotBefore),
        NotAfter = Day(date.NotAfter),
        date.Evidence,
        Line = date.EvidenceLine,
        Basis = date.Basis == DateBasis.None ? null : Lower(date.Basis.ToString()),
        date.Confidence,
        date.Note,
    };

    private static object Shape(FoundContact contact) => new
    {
        contact.Name,
        contact.Role,
        contact.Office,
        Phone = contact.Phone?.AsWritten,
        PhoneE164 = contact.Phone?.E164,
        contact.Email,
        contact.Line,
        Phones = contact is { Phone: { } first, OtherPhone: { } second } ? new[] { Shape(first), Shape(second) } : null,
    };

    private static object Shape(PhoneNumber phone) => new { Raw = phone.AsWritten, phone.E164 };

    private static string KindOf(GapKind kind) => kind switch
    {
        GapKind.MissingEmail => "missing-email",
        GapKind.MissingLink => "missing-link",
        _ => "missing-url",
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Lower(string name) => name.ToLowerInvariant();
}
