using System.Text;
using NewsRoom.Core.Ingestion;
using NewsRoom.Core.Ingestion.Reading;
using NewsRoom.Core.Releases;
using Xunit;

namespace NewsRoom.Core.Tests.Ingestion;

/// <summary>What is true of every plan, whatever was planned.</summary>
internal static class Lines
{
    public static void AssertAccounted(ImportPlan plan)
    {
        AssertBytes(plan.Document);
        if (plan.Status == PlanStatus.Refused)
        {
            Assert.Empty(plan.Releases);
            Assert.False(string.IsNullOrWhiteSpace(plan.Message));
            return;
        }

        AssertPartition(plan);
        Assert.Equal(plan.Status == PlanStatus.Planned, plan.Releases.Count > 0);
        Assert.Equal(Enumerable.Range(1, plan.Releases.Count), plan.Releases.Select(r => r.Index));
        foreach (var release in plan.Releases)
            AssertRelease(plan, release);
    }

    /// <summary>The lines of a text are its bytes, without one left out or taken twice.</summary>
    private static void AssertBytes(SourceDocument document)
    {
        Assert.Equal(Enumerable.Range(1, document.Lines.Count), document.Lines.Select(l => l.Number));
        if (document.Encoding is "" or DocxReader.Encoding)
            return;
        var at = 0;
        foreach (var line in document.Lines)
        {
            Assert.Equal(at, line.Offset);
            Assert.True(line.Length > 0);
            at += line.Length;
        }

        Assert.Equal(document.Bytes.Length, at);
    }

    /// <summary>Releases and named parts cover every line once, in order.</summary>
    private static void AssertPartition(ImportPlan plan)
    {
        var next = 1;
        foreach (var (start, end) in plan.NonRelease.Select(p => (p.StartLine, p.EndLine)).Concat(plan.Releases.Select(r => (r.StartLine, r.EndLine))).Order())
        {
            Assert.Equal(next, start);
            Assert.True(end >= start);
            next = end + 1;
        }

        Assert.Equal(plan.Document.Lines.Count + 1, next);
        Assert.All(plan.NonRelease, p => Assert.False(string.IsNullOrEmpty(p.Kind)));
    }

    private static void AssertRelease(ImportPlan plan, ReleaseDraft release)
    {
        Assert.NotEqual(0, CleanText.Of(plan.Document.Lines[release.EndLine - 1].Text).Length);
        Assert.InRange(release.Headline.Trim().Length, 1, ReleaseContent.MaxHeadline);
        if (release.HeadlineBasis == HeadlineBasis.Suggested)
            Assert.InRange(release.Headline.Length, 1, 80);
        Assert.InRange(release.Cut.Confidence, 0, 1);
        Assert.Equal(64, release.Fingerprint.Sketch.Length);
        Assert.Equal(2, release.Language.Length);
        IEnumerable<int> lines = [.. release.Gaps.Select(g => g.Line), .. release.Quotes.Select(q => q.StartLine), .. release.Themes.SelectMany(t => t.Phrases).Select(p => p.Line), .. release.Contacts.Select(c => c.Line)];
        Assert.All(lines, line => Assert.InRange(line, release.StartLine, release.EndLine));
        Assert.False(HasHalfCharacter(release.Headline), "The headline is cut within a character.");
        if (release.Date is { NotBefore: { } from, NotAfter: { } to })
            Assert.True(from <= to, $"The date is bounded by {from} and {to}.");
    }

    /// <summary>A half of a surrogate pair that the source does not explain: what the reader decodes is whole.</summary>
    private static bool HasHalfCharacter(string text) => !Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Equals(text, StringComparison.Ordinal);
}
