namespace NewsRoom.Core.Releases;

/// <summary>Everything of a release that an editor edits: what a revision keeps and what approval copies onto the release.</summary>
public sealed record ReleaseContent
{
    /// <summary>The longest headline in characters; advice begins at 80.</summary>
    public const int MaxHeadline = 300;

    public const int MaxStandfirst = 1000;

    public const int MaxDateline = 200;

    /// <summary>The longest body in characters of Markdown.</summary>
    public const int MaxBody = 500_000;

    /// <summary>Characters.</summary>
    public const int MaxBoilerplate = 10_000;

    public string Headline { get; init; } = "";

    public HeadlineBasis HeadlineBasis { get; init; } = HeadlineBasis.Editor;

    /// <summary>One or two plain-text sentences under the headline; null when there is none.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The place, as press releases print it before the lead: "Geneva".</summary>
    public string? Dateline { get; init; }

    public ReleaseDate Date { get; init; } = ReleaseDate.Unknown;

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>What an organisation closes its releases with ("About X"), in plain text, paragraphs parted by an empty line; null when there is none.</summary>
    public string? Boilerplate { get; init; }

    /// <summary>BCP 47, lower case: "en", "fr", "es".</summary>
    public string Language { get; init; } = "en";

    /// <summary>Themes, in no order.</summary>
    public IReadOnlyList<int> ThemeIds { get; init; } = [];

    /// <summary>Media contacts in the order they are shown.</summary>
    public IReadOnlyList<int> ContactIds { get; init; } = [];

    /// <summary>Pictures and documents in the order they are shown; those in the body belong to them.</summary>
    public IReadOnlyList<int> AttachmentIds { get; init; } = [];

    /// <summary>What this release says of each of <see cref="AttachmentIds"/>, at the same index; empty, or not there: the asset's own caption.</summary>
    public IReadOnlyList<string> AttachmentCaptions { get; init; } = [];

    /// <summary>The caption of the attachment at <paramref name="index"/>; null for the asset's own.</summary>
    public string? AttachmentCaption(int index) => index < AttachmentCaptions.Count && AttachmentCaptions[index].Length > 0 ? AttachmentCaptions[index] : null;
}

/// <summary>A body as it is shown: rendered once, when it is saved.</summary>
/// <param name="Html">Safe HTML.</param>
/// <param name="Text">The same words as plain text, paragraphs separated by an empty line.</param>
public sealed record RenderedBody(string Html, string Text);
