using NewsRoom.Core.Releases;

namespace NewsRoom.Core.Ingestion;

/// <summary>What another printing of a release adds to it: only what was empty or less exact, never a correction.</summary>
internal static class DuplicateFill
{
    /// <summary>Whether the import may still fill a release: nobody has saved it, sent it on, or taken it back.</summary>
    public static bool IsOpenTo(Release release) => !release.IsEdited && release.State is (ReleaseState.Draft or ReleaseState.Approved);

    /// <summary>The content with its empty fields filled; null when nothing changes.</summary>
    /// <param name="contactIds">The draft's contacts, already in the database.</param>
    public static ReleaseContent? Fill(ReleaseContent content, ReleaseDraft draft, IReadOnlyList<int> contactIds)
    {
        var filled = content with
        {
            Standfirst = content.Standfirst ?? draft.Standfirst,
            Dateline = content.Dateline ?? draft.Dateline,
            Date = IsBetter(draft.Date, content.Date) ? draft.Date : content.Date,
            ContactIds = content.ContactIds.Count == 0 && contactIds.Count > 0 ? contactIds : content.ContactIds,
        };
        // A record compares its lists by reference: one that was not replaced is the same object, so this is exact.
        return filled == content ? null : filled;
    }

    /// <summary>Better is more exact without contradiction; or proved by the release's own words where the other was inferred.</summary>
    private static bool IsBetter(ReleaseDate other, ReleaseDate known)
    {
        if (other.Precision <= known.Precision)
            return false;
        var apart = other.NotAfter < known.NotBefore || other.NotBefore > known.NotAfter;
        return !apart || (other.Basis == DateBasis.Text && known.Basis != DateBasis.Text);
    }
}
