using System.Security.Cryptography;
using System.Text;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Deduplication;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Releases;

namespace NewsRoom.Web.Tests;

/// <summary>
/// Planning reduced to what tests of the host need, so that they do not depend on the cues of the real one: a document is one release,
/// its first line is the headline; a document that holds a NUL is refused; the same words again are a duplicate.
/// </summary>
internal static class PlainPipeline
{
    public static ImportTools Tools(PipelineSettings settings) => new(Plan, Duplicates, MaxDocumentBytes: 1024 * 1024);

    public static ImportPlan Plan(string file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var document = new SourceDocument(file, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), "utf-8", [new SourceLine(1, 0, bytes.Length, "")]);
        if (bytes.Span.Contains((byte)0))
            return new ImportPlan(document, PlanStatus.Refused, "Save it as plain text.", [], []);
        var lines = Encoding.UTF8.GetString(bytes.Span).Split('\n');
        var draft = new ReleaseDraft
        {
            Index = 1,
            StartLine = 1,
            EndLine = lines.Length,
            Cut = new Cut(1, ["page-header"]),
            Language = "en",
            Headline = lines[0],
            HeadlineBasis = HeadlineBasis.Text,
            Date = ReleaseDate.InYear(2014),
            Body = string.Join('\n', lines.Skip(1)),
            Fingerprint = new Fingerprint(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines[0]))), new byte[64]),
        };
        return new ImportPlan(document, PlanStatus.Planned, null, [], [draft]);
    }

    private static Func<ImportPlan, ImportPlan> Duplicates(IEnumerable<KnownRelease> known, bool remembers)
    {
        var seen = known.ToDictionary(k => k.Fingerprint.WordsHash);
        return plan => plan with { Releases = [.. plan.Releases.Select(draft => Resolve(seen, remembers, plan.Document.FileName, draft))] };
    }

    private static ReleaseDraft Resolve(Dictionary<string, KnownRelease> seen, bool remembers, string file, ReleaseDraft draft)
    {
        if (seen.TryGetValue(draft.Fingerprint.WordsHash, out var same))
            return draft with { DuplicateOf = same.InRun, ExistingReleaseId = same.ReleaseId };
        if (remembers)
            seen[draft.Fingerprint.WordsHash] = new KnownRelease(draft.Fingerprint, new DuplicateReference(file, draft.Index), null);
        return draft;
    }
}
