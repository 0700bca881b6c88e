namespace NewsRoom.Core.Redactions;

/// <summary>What people call the tables and columns.</summary>
internal static class RedactionNames
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["Releases"] = "release", ["ReleaseRevisions"] = "version of a release", ["AuditEntries"] = "audit log", ["MediaContacts"] = "contact", ["SourceDocuments"] = "source document",
        ["StagedDocuments"] = "document at the bench", ["Assets"] = "media", ["ReleaseAttachment"] = "attachment", ["WorkingCopies"] = "unsaved text", ["PublicSearchTexts"] = "search index of the site",
        ["DeskSearchTexts"] = "search index of the desk", ["PastSlugs"] = "past address", ["LonePublications"] = "reason for publishing alone", ["ImportBatches"] = "import", ["ReleaseTheme"] = "theme of a release",
    };

    public static string Of(string name) => Known.TryGetValue(name, out var known)
        ? known
        : string.Concat(name.Replace('_', ' ').TrimEnd('s').Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
