namespace NewsRoom.Core.Search;

/// <summary>The words of a release that search reads, one column a field: the external content of an FTS5 table.</summary>
public abstract class SearchText
{
    public int ReleaseId { get; set; }

    public string Headline { get; set; } = "";

    public string Standfirst { get; set; } = "";

    public string Body { get; set; } = "";

    public string Contacts { get; set; } = "";

    public string Quotes { get; set; } = "";
}

/// <summary>What was approved; always joined with <see cref="Releases.ReleaseQueries.Live"/>.</summary>
public sealed class PublicSearchText : SearchText;

/// <summary>The latest revision of every release, for the desk.</summary>
public sealed class DeskSearchText : SearchText;

/// <summary>What both indexes hold of one release.</summary>
/// <param name="Public">Null unless it is approved.</param>
internal sealed record SearchTexts(PublicSearchText? Public, DeskSearchText Desk);
