namespace NewsRoom.Core.Releases;

/// <summary>The same release in other languages.</summary>
public sealed partial class Release
{
    /// <summary>Shared by a release and its translations; null when it has none. It belongs to the release, not to a version of its text.</summary>
    public Guid? TranslationGroup { get; private set; }

    /// <summary>Makes this release and <paramref name="other"/> translations of each other. The caller checks that every language is there once.</summary>
    public void LinkTranslation(Release other)
    {
        ArgumentNullException.ThrowIfNull(other);
        TranslationGroup ??= other.TranslationGroup ?? Guid.NewGuid();
        other.TranslationGroup = TranslationGroup;
    }

    /// <summary>Takes it out of its group.</summary>
    public void UnlinkTranslation() => TranslationGroup = null;
}
