using NewsRoom.Core.Contacts;
using NewsRoom.Core.Themes;

namespace NewsRoom.Core.Releases;

/// <summary>A release's theme, with what the import found for it.</summary>
public sealed class ReleaseTheme
{
    private ReleaseTheme() { }

    public ReleaseTheme(int themeId, double? score = null, string? evidence = null)
    {
        ThemeId = themeId;
        Score = score;
        Evidence = evidence;
    }

    public int ReleaseId { get; private set; }

    public int ThemeId { get; private set; }

    public Theme? Theme { get; private set; }

    /// <summary>The import's score, 0 to 1; null when an editor tagged it.</summary>
    public double? Score { get; private set; }

    /// <summary>The phrases that speak for it, separated by " · "; null when an editor tagged it.</summary>
    public string? Evidence { get; private set; }
}

/// <summary>A release's media contact and its place in the order.</summary>
public sealed class ReleaseContact
{
    private ReleaseContact() { }

    public ReleaseContact(int contactId, int position)
    {
        ContactId = contactId;
        Position = position;
    }

    public int ReleaseId { get; private set; }

    public int ContactId { get; private set; }

    public MediaContact? Contact { get; private set; }

    /// <summary>0-based order on the page.</summary>
    public int Position { get; internal set; }
}

/// <summary>Where a release came from: a line range of a stored document.</summary>
public sealed class ReleaseSource
{
    private ReleaseSource() { }

    public ReleaseSource(int documentId, int index, int startLine, int endLine, double cutConfidence, string cutCues)
    {
        DocumentId = documentId;
        Index = index;
        StartLine = startLine;
        EndLine = endLine;
        CutConfidence = cutConfidence;
        CutCues = cutCues;
    }

    public int Id { get; private set; }

    public int ReleaseId { get; private set; }

    public int DocumentId { get; private set; }

    /// <summary>1-based order of the release in its document.</summary>
    public int Index { get; private set; }

    /// <summary>1-based, inclusive.</summary>
    public int StartLine { get; private set; }

    /// <summary>1-based, inclusive.</summary>
    public int EndLine { get; private set; }

    /// <summary>How sure the cut before the release is, 0 to 1.</summary>
    public double CutConfidence { get; private set; }

    /// <summary>The cues of that cut, separated by commas.</summary>
    public string CutCues { get; private set; } = "";
}

/// <summary>A slug that was public once: it redirects to the release for ever.</summary>
public sealed class PastSlug
{
    private PastSlug() { }

    public PastSlug(string slug, int releaseId)
    {
        Slug = slug;
        ReleaseId = releaseId;
    }

    public string Slug { get; private set; } = "";

    public int ReleaseId { get; private set; }
}
